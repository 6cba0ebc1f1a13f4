// libsvm-js brings no types; these are the parts that are used here.
declare module 'libsvm-js' {
  export interface Svm {
    /** Rows may be typed arrays: they are only copied. */
    train(rows: readonly ArrayLike<number>[], labels: ArrayLike<number>): void;
    predictOne(row: ArrayLike<number>): number;
    free(): void;
  }
  export interface SvmConstructor {
    new (options: { type: string; kernel: string; cost: number; gamma: number; cacheSize: number; quiet: boolean }): Svm;
    readonly SVM_TYPES: { readonly C_SVC: string };
    readonly KERNEL_TYPES: { readonly RBF: string };
  }
}

// cli-progress brings no types; these are the parts that are used here.
declare module 'cli-progress' {
  export interface Preset {
    readonly barCompleteChar: string;
    readonly barIncompleteChar: string;
    readonly format: string;
  }
  export const Presets: { readonly shades_classic: Preset };
  export class SingleBar {
    constructor(
      options: {
        stream?: NodeJS.WritableStream;
        format?: string;
        hideCursor?: boolean;
        clearOnComplete?: boolean;
      },
      preset?: Preset,
    );
    start(total: number, startValue: number, payload?: Record<string, unknown>): void;
    update(value: number, payload?: Record<string, unknown>): void;
    stop(): void;
  }
}

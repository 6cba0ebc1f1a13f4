declare module 'gltf-validator' {
  interface Issue {
    readonly code: string;
    readonly message: string;
    /** 0 error, 1 warning, 2 information, 3 hint. */
    readonly severity: 0 | 1 | 2 | 3;
    readonly pointer?: string;
    readonly offset?: number;
  }

  export function validateBytes(bytes: Uint8Array, options?: {
    readonly format?: 'glb' | 'gltf';
    readonly maxIssues?: number;
    readonly writeTimestamp?: boolean;
    readonly ignoredIssues?: readonly string[];
    readonly externalResourceFunction?: (uri: string) => Promise<Uint8Array>;
  }): Promise<{ readonly issues: { readonly messages: readonly Issue[]; readonly truncated: boolean } }>;
}

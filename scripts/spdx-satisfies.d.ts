declare module 'spdx-satisfies' {
  /** Whether a licence expression can be met by these licences. @throws {Error} where it is none */
  export default function satisfies(expression: string, approved: readonly string[]): boolean;
}

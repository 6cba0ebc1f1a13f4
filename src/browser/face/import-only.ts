/** The part of a worker's own scope that is used here, which TypeScript's DOM library lacks. */
interface Scope {
  trustedTypes?: object;
  importScripts?: unknown;
}

/**
 * Leaves MediaPipe only one way to load its own file: `import()`, which a page's policy holds to the page's origin.
 *
 * Before that it asks for a Trusted Types policy that trusts everything and for `importScripts`, which no module worker has. It gets over both being refused;
 * here they are refused without the browser, which would report two violations of the page's policy for each face worker.
 */
export function importOnly(scope: Scope = globalThis as Scope): void {
  const refuse = (): never => {
    throw new TypeError('Expected import(), as in any module worker.');
  };
  if (scope.trustedTypes) Object.defineProperty(scope.trustedTypes, 'createPolicy', { value: refuse, configurable: true });
  if (scope.importScripts) Object.defineProperty(scope, 'importScripts', { value: refuse, configurable: true });
}

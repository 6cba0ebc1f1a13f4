/** What a browser asks of text that is to be a script, an address of one, or markup, in a page under `require-trusted-types-for 'script'`. TypeScript's DOM library lacks it. */
interface TrustedTypes {
  readonly defaultPolicy: object | null;
  createPolicy(name: string, rules: Readonly<Record<string, (text: string, type: string, sink: string) => string | null>>): object;
}

/** The only places that an address may start a script from. */
const STARTS = /^(Worker|SharedWorker) constructor$|^ServiceWorkerContainer register$/;

let tried = false;

/**
 * Lets a page under Trusted Types start workers of its own origin, by a default policy that lets nothing else pass which could be a script:
 * no address for a script element, no text to be run, and as markup only what has no tag in it, such as the rules of a style sheet.
 *
 * Attune calls it before each worker. Call it yourself before a library that writes style sheets as markup (Mantine does), and make a default policy of
 * your own first where your page needs another one: it stays. The page's policy must allow the name: `trusted-types default`.
 */
export function trustOwnWorkers(): void {
  const { trustedTypes } = globalThis as { trustedTypes?: TrustedTypes };
  if (tried || !trustedTypes || trustedTypes.defaultPolicy) return;
  // A page that does not allow the name reports each try.
  tried = true;
  try {
    trustedTypes.createPolicy('default', {
      createHTML: (text) => (text.includes('<') ? null : text),
      createScript: () => null,
      createScriptURL: (address, _, sink) => (STARTS.test(sink) && isOwn(address) ? address : null),
    });
  } catch {
    // The page's policy does not allow it: a worker then fails as the browser says, and is told of as failed.
  }
}

/** What stands in a blob or a data address is nobody's file. */
function isOwn(address: string): boolean {
  const url = URL.canParse(address, location.href) ? new URL(address, location.href) : null;
  return url !== null && /^https?:$/.test(url.protocol) && url.origin === location.origin;
}

import type { PreflightLimits } from '../preflight/index.ts';

/** How files that may come from anybody are judged before three parses them. */
export interface StrangerOptions {
  /**
   * Whether the file is judged. By default it is where it may come from anybody: given bytes, `blob:` and `data:` addresses, and other servers than the page's own,
   * who could do as they like anyway.
   */
  readonly preflight?: boolean;
  /** Other limits than those of docs/preflight.md. */
  readonly limits?: Partial<PreflightLimits>;
  /** Gives up when aborted; the promise then rejects with the signal's reason. */
  readonly signal?: AbortSignal;
}

/**
 * Judges a file as `attune/preflight` does, in a worker that is ended in time.
 *
 * @returns why it must not be loaded, in one sentence; null where it may be
 * @throws {AttuneError} `worker-failed`, `bad-input`
 */
export async function judgeStranger(bytes: ArrayBuffer, source: string | URL | ArrayBuffer, { preflight = isStranger(source), limits, signal }: StrangerOptions): Promise<string | null> {
  if (!preflight) return null;
  const { preflightInWorker } = await import('../preflight/index.ts');
  const { verdict, reasons } = await preflightInWorker(bytes, { ...(limits && { limits }), ...(signal && { signal }) });
  if (verdict === 'accepted') return null;
  const [first] = reasons;
  return `${first?.message.replace(/\.$/, '') ?? 'it is refused'}${first?.at ? ` at ${first.at.slice(0, 200)}` : ''}${reasons.length > 1 ? `, and ${reasons.length - 1} more` : ''}`;
}

function isStranger(source: string | URL | ArrayBuffer): boolean {
  if (source instanceof ArrayBuffer || typeof location === 'undefined') return true;
  const { protocol, origin } = new URL(source, location.href);
  return !/^https?:$/.test(protocol) || origin !== location.origin;
}

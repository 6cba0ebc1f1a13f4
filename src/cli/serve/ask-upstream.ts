import type { Upstream } from './serve-config.ts';

/** An answer is a few sentences; a server that sends more is broken. */
const MOST_BYTES = 1 << 20;

export interface Refusal {
  readonly status: 429 | 502 | 504;
  readonly message: string;
  /** Seconds, where the upstream gave them. */
  readonly retryAfter: number | null;
}

/**
 * Hands a request on with the key, and the answer back as it comes. Of what goes wrong there, only the kind is told.
 *
 * @param cut called when an answer breaks off in its middle, or is longer than it may be
 */
export async function askUpstream({ url, key }: Upstream, request: Readonly<Record<string, unknown>>, signal: AbortSignal, cut: () => void): Promise<Response | Refusal> {
  let answer: Response;
  try {
    answer = await fetch(`${url}/chat/completions`, {
      method: 'POST', redirect: 'error', signal,
      headers: { 'Content-Type': 'application/json', Accept: 'text/event-stream, application/json', ...(key === null ? {} : { Authorization: `Bearer ${key}` }) },
      body: JSON.stringify(request),
    });
  } catch {
    return signal.aborted ? refusal(504, 'The language model took too long.') : refusal(502, 'The language model can not be reached.');
  }
  const type = /^(text\/event-stream|application\/json)\b/.exec(answer.headers.get('content-type') ?? '')?.[1];
  if (answer.ok && type && answer.body) return new Response(bounded(answer.body, cut), { headers: { 'Content-Type': type, 'Cache-Control': 'no-store', 'X-Accel-Buffering': 'no' } });
  await answer.body?.cancel();
  if (answer.status !== 429) return refusal(502, answer.ok ? 'The language model answered with something else than a chat completion.' : 'The language model refused.');
  const wish = answer.headers.get('retry-after') ?? '';
  return { ...refusal(429, 'The language model is busy.'), retryAfter: /^\d{1,4}$/.test(wish) ? Number(wish) : null };
}

function refusal(status: Refusal['status'], message: string): Refusal {
  return { status, message, retryAfter: null };
}

/** What fails here must not fail in the server as well, which would write it down. */
function bounded(body: ReadableStream<Uint8Array<ArrayBuffer>>, cut: () => void): ReadableStream<Uint8Array<ArrayBuffer>> {
  const reader = body.getReader();
  let bytes = 0;
  return new ReadableStream({
    async pull(controller) {
      const next = await reader.read().catch(() => null);
      bytes += next?.value?.length ?? 0;
      if (next?.value && bytes <= MOST_BYTES) return controller.enqueue(next.value);
      if (!next?.done) cut();
      controller.close();
      await reader.cancel().catch(() => undefined);
    },
    cancel: () => reader.cancel(),
  });
}

import { AttuneError } from '../../core/index.ts';

/** Much more than a reply, with all that is written around it; a server that sends more is broken. */
const MOST_BYTES = 4 << 20;

/** Fetch without redirections, which could lead words to where nobody allowed them to go, and without answers that never end. */
export const limitedFetch: typeof fetch = async (input, init) => {
  const headers = new Headers(init?.headers);
  headers.delete('user-agent');
  const response = await fetch(input, { ...init, headers, redirect: 'error' });
  if (!response.body) return response;
  let bytes = 0;
  const counted = response.body.pipeThrough(new TransformStream<Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>>({
    transform(chunk, controller) {
      bytes += chunk.length;
      if (bytes > MOST_BYTES) controller.error(new AttuneError('dialogue-failed', `Expected an answer of at most ${MOST_BYTES} bytes from the language model, but more came. Check which server answers there.`));
      else controller.enqueue(chunk);
    },
  }));
  return new Response(counted, { status: response.status, statusText: response.statusText, headers: response.headers });
};

import { AttuneError } from '../core/index.ts';
import type { FileKind } from './vrm-file.ts';

/**
 * Fetches a file whole.
 *
 * @param onProgress share of the bytes that arrived, in [0, 1]; only called while the size is known
 * @throws {AttuneError} the kind's own problem when the server has no such file or cannot be reached
 * @throws the signal's reason when aborted
 */
export async function fetchFile(url: string, kind: FileKind, onProgress?: (share: number) => void, signal?: AbortSignal): Promise<ArrayBuffer> {
  let response: Response;
  try {
    response = await fetch(url, signal ? { signal } : {});
  } catch (thrown) {
    signal?.throwIfAborted();
    throw new AttuneError(kind.codes.missing, `Expected ${kind.name} at ${url}, but it could not be fetched. Check the address and that its server runs.`, thrown);
  }
  if (!response.ok) {
    throw new AttuneError(kind.codes.missing, `Expected ${kind.name} at ${url}, but the server answered ${response.status}. ${kind.source}`);
  }
  const total = Number(response.headers.get('content-length'));
  if (!onProgress || !response.body || !(total > 0)) return response.arrayBuffer();
  let received = 0;
  const counted = response.body.pipeThrough(new TransformStream<Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>>({
    transform(part, controller) {
      received += part.length;
      onProgress(Math.min(1, received / total));
      controller.enqueue(part);
    },
  }));
  return new Response(counted).arrayBuffer();
}

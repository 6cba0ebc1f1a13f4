import { checkConformance } from './conformance.ts';
import { preflight } from './preflight.ts';
import type { FromPreflightWorker, ToPreflightWorker } from './worker-messages.ts';

// A dedicated worker's global scope is, to the DOM types, the far end of a Worker.
const page = self as unknown as Pick<Worker, 'addEventListener' | 'postMessage'>;
const send = (message: FromPreflightWorker): void => page.postMessage(message, []);

page.addEventListener('message', async ({ data: { bytes, limits } }: MessageEvent<ToPreflightWorker>) => {
  const file = new Uint8Array(bytes);
  const report = preflight(file, { limits });
  send({ type: 'preflight', report });
  if (report.verdict === 'accepted') send({ type: 'conformance', conformance: await checkConformance(file, report.kind) });
});
send({ type: 'ready' });

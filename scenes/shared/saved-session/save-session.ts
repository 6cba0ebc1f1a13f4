import { saveFile } from '../save-file.ts';
import { SESSION_FILES, type SessionFormat } from './formats.ts';
import type { SessionAnswer, SessionQuestion } from './session-worker.ts';

/**
 * Hands a recorded session to the player as a download.
 *
 * @param log its lines
 * @param assets where the models lie, as seen from the page
 * @throws where it can't be replayed, with the reason in one sentence
 */
export async function saveSession(log: string, format: SessionFormat, assets: string): Promise<void> {
  const { ending, type } = SESSION_FILES[format];
  const lines = new Blob([log], { type: SESSION_FILES.jsonl.type });
  saveFile(`attune-session.${ending}`, format === 'jsonl' ? new Blob([lines], { type }) : await write({ log: lines, format, assets: new URL(assets, document.baseURI).href }));
}

function write(question: SessionQuestion): Promise<Blob> {
  const worker = new Worker(new URL('./session-worker.ts', import.meta.url), { type: 'module', name: 'attune-session' });
  return new Promise<Blob>((resolve, reject) => {
    worker.addEventListener('error', ({ message }) => reject(new Error(message)), { once: true });
    worker.addEventListener('message', ({ data }: MessageEvent<SessionAnswer>) => ('blob' in data ? resolve(data.blob) : reject(new Error(data.failure))), { once: true });
    worker.postMessage(question, []);
  }).finally(() => worker.terminate());
}

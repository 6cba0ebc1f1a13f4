import type { Unit } from '../../core/index.ts';
import type { SentenceRequest } from './say-sentence.ts';
import type { SpokenSentence } from './shape-sentence.ts';
import { createSpeechEngine, type SpeechEngine } from './speech-engine.ts';
import type { FliteVoice } from './voices.ts';
import type { FliteLoad } from './worker-messages.ts';

/** Flite in a worker of its own. */
export type FliteEngine = SpeechEngine<SentenceRequest, SpokenSentence>;

export interface FliteEngineOptions {
  /** Of flite.wasm. */
  readonly url: string;
  /** The first that will speak. */
  readonly voice: FliteVoice;
  readonly onProgress?: ((share: Unit) => void) | undefined;
}

/** Makes an engine; no worker is started before it is first used. */
export function createFliteEngine({ url, voice, onProgress }: FliteEngineOptions): FliteEngine {
  return createSpeechEngine<FliteLoad, SentenceRequest, SpokenSentence>({
    load: { url, voice }, onProgress,
    startWorker: () => new Worker(new URL('./speech-worker.ts', import.meta.url), { type: 'module', name: 'attune-speech' }),
  });
}

import { createPart, type SignalSource, type SpeechRecognizer } from '../../core/index.ts';
import { readVoiceOptions, type VoiceSourceOptions } from './voice-options.ts';
import { createVoiceRun, type VoiceRun } from './voice-run.ts';

/** The microphone as a sense. */
export interface VoiceSource extends SignalSource {
  /** Forgets the room and the voice, as for a new visitor; speech under way ends now. */
  reset(): void;
  /**
   * Makes out the player's words with another recogniser, or, with null, no more. It is the source's own from now on: opened
   * while the source listens, and closed when it stops or goes on with another.
   */
  listenWith(recognizer: SpeechRecognizer | null): void;
}

/**
 * Listens to the player: speech starts and ends, loudness and pitch, and with a recogniser words. The sound itself is
 * heard in a worklet and a worker. While a recogniser is there, the player's speech, and nothing else, goes on to it, and is
 * forgotten once its words are made out; nothing is recorded.
 *
 * `start` asks for the microphone, so call it from the player's own consent. Speech events carry the
 * time of the onset or offset itself, which lies before the moment of the event: a start is noticed
 * after about 0.1 s, an end after 0.3 to 1.2 s of
 * silence, by how the speech and its words ended and where the player looks.
 *
 * @throws {AttuneError} `bad-input` when an option is wrong; after that nothing throws, and failures
 *   reach the sink as a problem and a status
 */
export function createVoiceSource(options: VoiceSourceOptions): VoiceSource {
  const settings = readVoiceOptions(options);
  const parts = { microphone: createPart('microphone'), voice: createPart('voice'), hearing: createPart('hearing') };
  let { recognizer } = settings;
  let run: VoiceRun | null = null;
  let beginning: Promise<void> = Promise.resolve();
  return {
    sense: 'voice',
    parts: [...Object.values(parts), ...(settings.audio.parts ?? [])],
    start(clock, sink) {
      if (!run) {
        run = createVoiceRun(settings, parts, recognizer, clock, sink);
        beginning = run.begin();
      }
      return beginning;
    },
    async stop() {
      run?.end();
      run = null;
    },
    reset: () => run?.reset(),
    listenWith(next) {
      recognizer = next;
      run?.listenWith(next);
    },
  };
}

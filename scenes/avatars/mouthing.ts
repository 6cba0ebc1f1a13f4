import { asProblem, type AttuneError, type Clock, type MouthWeights } from 'attune';
import { createAudioHub, createFliteSpeech, type FliteSpeech } from 'attune/browser';
import { createStore, type StoreApi } from 'zustand/vanilla';

export type MouthingStage = 'idle' | 'preparing' | 'speaking';

/** A voice of which only the mouth is wanted, unless sound is asked for. */
export interface Mouthing {
  readonly stage: StoreApi<MouthingStage>;
  /** Says an English sentence; call it from a tap or a key. The voice is fetched the first time. */
  say(text: string, audible: boolean): Promise<AttuneError | null>;
  stop(): void;
  /** Writes the mouth of this moment. */
  sample(mouth: MouthWeights): void;
}

const ID = 'sentence';

export function createMouthing(assets: string, clock: Clock): Mouthing {
  const stage = createStore<MouthingStage>(() => 'idle');
  const audio = createAudioHub();
  let voice: FliteSpeech | null = null;
  let loudness: GainNode | null = null;
  let audible = false;
  let latest = 0;

  /** The voice plays into a volume of its own, which is shut when it should not be heard. */
  const destination = (context: AudioContext): AudioNode => {
    loudness?.disconnect();
    loudness = new GainNode(context, { gain: audible ? 1 : 0 });
    loudness.connect(context.destination);
    return loudness;
  };

  return {
    stage,
    async say(text, heard) {
      const turn = (latest += 1);
      const tell = (next: MouthingStage): void => {
        if (turn === latest) stage.setState(next, true);
      };
      audible = heard;
      tell('preparing');
      try {
        voice ??= createFliteSpeech({ audio, assets, destination });
        await voice.speak({ id: ID, text, language: 'en', tone: { valence: 0, arousal: 0 } }, clock, { started: () => tell('speaking') });
        return null;
      } catch (thrown) {
        return asProblem(thrown, 'speech-failed', 'The sentence could not be said');
      } finally {
        tell('idle');
      }
    },
    stop: () => voice?.cancel(ID),
    sample: (mouth) => voice?.sampleMouth(mouth),
  };
}

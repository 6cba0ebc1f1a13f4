import { asProblem, type AttuneError, createRelease, type DialogueProvider, type EmotionFuser, type SpeechSynthesizer, type TextReader } from 'attune';
import { type AudioHub, createAudioHub, createEarcons, createTextReader, type Earcons, loadFusionNet, loadReplyRanker, type ReplyRanker } from 'attune/browser';
import { type ContentFile, createDialogue } from 'attune/dialogue';
import { allowOnly, type KioskConfig } from 'attune/kiosk';
import { createMouthSound, type MouthSound } from 'attune/three';
import { type CharacterId, VOICE_OF } from '../playground/characters/characters.ts';
import { makeVoices } from '../playground/voice-choice.ts';

/** What outlives a visit, because it knows nothing of visitors: models, voices and the words that people wrote. */
export interface Tools {
  readonly assets: string;
  readonly audio: AudioHub;
  readonly mouth: MouthSound;
  readonly earcons: Earcons;
  readonly text: TextReader;
  readonly dialogue: DialogueProvider;
  readonly fuser: EmotionFuser | null;
  /** The voice of a character, which is kept for the next visit. */
  voiceOf(id: CharacterId): SpeechSynthesizer;
  /** Nothing sounds while nobody visits. */
  rest(): void;
  /** Ends all of it. */
  dispose(): Promise<void>;
}

/** Makes everything that is slow to load once, when the page begins. */
export function prepareTools(config: KioskConfig, assets: string, ownContent: readonly ContentFile[], onProblem: (problem: AttuneError) => void): Tools {
  const tell = (code: AttuneError['code'], context: string) => (thrown: unknown) => onProblem(asProblem(thrown, code, context));
  const held = createRelease(onProblem);
  const audio = createAudioHub();
  held.hold('The sound', audio.close);
  const mouth = createMouthSound(audio);
  held.hold('The way of the sound', mouth.dispose);
  const earcons = createEarcons({ audio, seed: 1, destination: mouth.destination });
  held.hold('The short sounds', earcons.dispose);
  const text = createTextReader({ assets, onProblem });
  held.hold('The reader of words', text.dispose);
  let ranker: ReplyRanker | null = null;
  let fuser: EmotionFuser | null = null;
  const { topics, acts } = config.content;
  const written = createDialogue({ content: ownContent, ...(topics ? { topics } : {}), rank: (request, lines) => ranker?.rank(request, lines) ?? [] });
  let voice: { readonly of: CharacterId; readonly speech: SpeechSynthesizer } | null = null;
  held.hold('The voice', () => voice?.speech.dispose());

  void text.prepare().catch(tell('model-missing', 'The model that reads words could not be used'));
  void loadReplyRanker({ assets }).then((loaded) => (ranker = loaded)).catch(tell('asset-missing', 'Replies could not be ranked'));
  void loadFusionNet({ assets }).then((loaded) => (fuser = loaded)).catch(tell('model-missing', 'Face and voice could not be joined by the model'));

  return {
    assets, audio, mouth, text, earcons,
    dialogue: allowOnly(written, acts ?? null),
    get fuser() {
      return fuser;
    },
    voiceOf(id) {
      if (voice?.of === id) return voice.speech;
      void voice?.speech.dispose();
      const made = makeVoices(VOICE_OF[id], { audio, assets, destination: mouth.destination, onProgress: () => undefined, onProblem });
      void made.prepare().catch(tell('speech-failed', 'The voice could not be prepared'));
      voice = { of: id, speech: made.speech };
      return made.speech;
    },
    rest: () => void audio.context?.suspend().catch(() => undefined),
    dispose: held.end,
  };
}

import type { AttuneError, Language } from 'attune';
import { AGENT_VOICES, type AudioHub, type BrowserSpeech, createBrowserSpeech, createFliteSpeech, createVoices, type FliteVoice, type Voices } from 'attune/browser';

export type VoiceChoice = FliteVoice | 'browser' | 'none';

export const VOICE_CHOICES: readonly VoiceChoice[] = [...AGENT_VOICES, 'browser', 'none'];

/** Who says what is chosen: the chosen voice, and the other kind for what it can't say or when it fails. */
export interface ChosenVoices {
  readonly speech: Voices;
  readonly browser: BrowserSpeech;
  /** Loads what is said by first. */
  prepare(): Promise<void>;
}

interface VoiceTools {
  readonly audio: AudioHub;
  readonly assets: string;
  /** The node that Attune's own voices sound through; the browser's own go their own way. */
  readonly destination: (context: AudioContext) => AudioNode;
  readonly onProgress: (share: number) => void;
  readonly onProblem: (problem: AttuneError) => void;
}

export function makeVoices(choice: Exclude<VoiceChoice, 'none'>, { audio, assets, destination, onProgress, onProblem }: VoiceTools): ChosenVoices {
  const browser = createBrowserSpeech({ audio });
  const flite = createFliteSpeech({ audio, assets, destination, onProgress, ...(choice === 'browser' ? {} : { voice: choice }) });
  const order = choice === 'browser' ? [browser, flite] : [flite, browser];
  return {
    speech: createVoices(order, { onProblem }), browser,
    prepare: async () => {
      const [first] = await Promise.all([choice === 'browser' ? browser.prepare() : flite.prepare(), browser.prepare().catch(() => undefined)]);
      return first;
    },
  };
}

/** Who says a language: Attune's own voice, a browser's of this name, or nobody. */
export function speakerOf({ speech, browser }: ChosenVoices, language: Language): { readonly language: Language; readonly by: 'flite' | 'browser' | 'nobody'; readonly name: string } {
  const voice = speech.voiceFor(language);
  if (voice === null) return { language, by: 'nobody', name: '' };
  if (voice !== browser) return { language, by: 'flite', name: '' };
  return { language, by: 'browser', name: browser.voices().find((each) => each.language === language)?.name ?? '' };
}

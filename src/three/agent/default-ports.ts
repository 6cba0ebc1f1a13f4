import type { Object3D } from 'three';
import type { AudioHub, FliteVoice } from '../../browser/index.ts';
// Not by its index, which is only loaded where a port is left out.
import { endWithPage } from '../../browser/end-with-page.ts';
import { type AgentOptions, asProblem, type AttuneError, type Character, type Clock, type DialogueProvider, type Language, type ProblemCode, type Release, type SignalSource, type SoundCue, type SpeechSynthesizer, type TextReader } from '../../core/index.ts';
import type { Floor, FloorVoice } from '../../group/index.ts';
import { createMouthSound, type MouthSound } from '../mouth-sound.ts';

/** The senses that an agent opens by itself, once the player agreed. */
export type OpenSense = 'face' | 'voice';

/** What an agent reaches the world by. Whatever is left out is Attune's own; null is none. */
export interface AgentPorts {
  /** The folder that `attune assets` made; `./attune/` beside the page by default. */
  readonly assets?: string;
  readonly clock?: Clock;
  /** The page's sound. Give all agents of a page the same, so that the microphone knows the voices of all; it stays open when they go. */
  readonly audio?: AudioHub;
  /** The voice. By default Flite on the device, and the browser's own where Flite doesn't speak the language and the device can. */
  readonly speech?: SpeechSynthesizer | null;
  /** Which of Flite's voices; by default the character's own, or the feminine one. */
  readonly voice?: FliteVoice;
  /** Reads what the player writes and says. By default the models of Attune, in a worker; null for the core's small lexicon. */
  readonly text?: TextReader | null;
  /** Finds the words. By default content that people wrote, of `attune/dialogue`; null for the core's few lines. */
  readonly dialogue?: DialogueProvider | null;
  /** Plays the short sounds; null for silence. */
  readonly playSound?: ((cue: SoundCue) => void) | null;
  /** Whoever has the same floor speaks one after the other, and looks at who does. `createFloor()` of `attune/group` makes one. */
  readonly floor?: Floor<Object3D>;
  /** What a sense is opened by: the camera and the microphone by default. */
  readonly sources?: Partial<Readonly<Record<OpenSense, () => SignalSource>>>;
}

/** A voice that waits for the floor. */
export type TurnVoice = SpeechSynthesizer & Pick<FloorVoice, 'waits'>;

/** Ports of which none is left out. */
export interface OpenPorts {
  /** For the core. */
  readonly given: Required<Pick<AgentOptions, 'clock' | 'speech' | 'text' | 'dialogue' | 'playSound'>>;
  /** Where the agent's own voice comes from; null where it has none that can be placed. */
  readonly mouth: MouthSound | null;
  /** The voice of whoever has this head, where there is a floor to share. */
  takeTurns(head: Object3D): TurnVoice | null;
  makeSource(sense: OpenSense): Promise<SignalSource>;
  /** Fetches what the voice and the reader need, ahead of the first words. */
  prepare(): void;
}

interface Setting {
  /** The character's id among the assets; null for one of the caller's own. */
  readonly id: string | null;
  readonly seed: number;
  readonly language: Language;
  /** Hears of what can't be had; the agent goes on without it. */
  readonly tell: (problem: AttuneError) => void;
  /** Takes charge of what is made here, and of nothing that was given. The voice belongs to the agent, which ends it. */
  readonly held: Release;
}

/** The voices of the characters that ship. */
const VOICE_OF: Readonly<Record<string, FliteVoice>> = { mira: 'feminine', emil: 'masculine', pip: 'young' };

const browser = () => import('../../browser/index.ts');

/** Who the agent is: plain data as it is, or the character of this id among the assets. */
export async function openCharacter(character: string | Partial<Character>, assets?: string): Promise<Partial<Character>> {
  return typeof character === 'string' ? (await browser()).loadCharacter({ id: character, ...(assets !== undefined && { assets }) }) : character;
}

/**
 * Makes what a caller leaves out. The adapters for browsers are only loaded where one of them is used.
 */
export async function openPorts(asked: AgentPorts, { id, seed, language, tell, held }: Setting): Promise<OpenPorts> {
  const { assets, voice = VOICE_OF[id ?? ''] ?? 'feminine' } = asked;
  const at = assets === undefined ? {} : { assets };
  const preparing: [code: ProblemCode, what: string, prepare: () => Promise<void>][] = [];
  let audio = asked.audio ?? null;
  let mouth: MouthSound | null = null;

  const hub = async (): Promise<AudioHub> => {
    if (audio) return audio;
    audio = (await browser()).createAudioHub();
    held.hold('The sound', audio.close);
    return audio;
  };
  const mouthOf = async (): Promise<MouthSound> => {
    if (mouth) return mouth;
    mouth = createMouthSound(await hub());
    held.hold('The way of the sound', mouth.dispose);
    return mouth;
  };

  async function makeSpeech(): Promise<SpeechSynthesizer> {
    const { createBrowserSpeech, createFliteSpeech, createVoices } = await browser();
    const output = { audio: await hub(), destination: (await mouthOf()).destination };
    const flite = createFliteSpeech({ ...at, ...output, voice });
    const own = createBrowserSpeech({ audio: output.audio });
    // The browser's voices only stand in, so that there are none is no problem yet.
    preparing.push(['speech-failed', 'The voice could not be prepared', async () => void (await Promise.all([flite.prepare(), own.prepare().catch(() => undefined)]))]);
    return createVoices([flite, own], { onProblem: tell });
  }
  async function makeText(): Promise<TextReader> {
    const reader = (await browser()).createTextReader({ ...at, onProblem: tell });
    preparing.push(['model-missing', 'The model that reads words could not be used', reader.prepare]);
    held.hold('The reader of words', reader.dispose);
    return reader;
  }
  async function makeSounds(): Promise<(cue: SoundCue) => void> {
    const earcons = (await browser()).createEarcons({ audio: await hub(), seed, destination: (await mouthOf()).destination });
    held.hold('The short sounds', earcons.dispose);
    let told = false;
    return (cue) => void earcons.play(cue).catch((thrown: unknown) => {
      if (!told) tell(asProblem(thrown, 'unsupported', 'A sound could not be played'));
      told = true;
    });
  }

  held.hold('The watch over the page', endWithPage(held.end, () => undefined));
  const given = {
    clock: asked.clock ?? (await browser()).createBrowserClock(),
    speech: asked.speech === undefined ? await makeSpeech() : asked.speech,
    text: asked.text === undefined ? await makeText() : asked.text,
    dialogue: asked.dialogue === undefined ? (await import('../../dialogue/index.ts')).createDialogue() : asked.dialogue,
    playSound: asked.playSound === undefined ? await makeSounds() : asked.playSound,
  };
  return {
    given, mouth,
    takeTurns: (head) => asked.floor?.join(given.speech, head) ?? null,
    async makeSource(sense) {
      const own = asked.sources?.[sense];
      if (own) return own();
      const { createFaceSource, createMoonshineRecognizer, createVoiceSource } = await browser();
      if (sense === 'face') return createFaceSource(at);
      return createVoiceSource({ ...at, audio: await hub(), ...(language === 'en' && { recognizer: createMoonshineRecognizer(at) }) });
    },
    prepare() {
      for (const [code, what, prepare] of preparing) prepare().catch((thrown: unknown) => tell(asProblem(thrown, code, what)));
    },
  };
}

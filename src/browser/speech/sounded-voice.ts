import { AttuneError, closeMouth, type Seconds, type SpeechCapabilities, type SpeechRequest, type SpeechSynthesizer, type WatchedPart } from '../../core/index.ts';
import type { AudioHub } from '../audio.ts';
import { type Recital, startUtterance, type Utterance } from './utterance.ts';

/** Where a voice sounds. */
export interface VoiceOutput {
  /** Open the hub from a tap or a key before the first utterance. */
  readonly audio: AudioHub;
  /** The node that an utterance plays into, for instance a panner, which must lead to the hub's output; that output by default. */
  readonly destination?: (context: AudioContext) => AudioNode;
}

export interface SoundedVoiceOptions extends VoiceOutput {
  readonly capabilities: SpeechCapabilities;
  /** What makes the sound, where that can break by itself. */
  readonly part?: WatchedPart;
  /** Makes a text into sound; null where nothing in it can be said. */
  readonly recite: (request: SpeechRequest) => Recital | null;
  /** Ends whatever makes the sound. */
  readonly release: () => void;
}

/** How long an utterance waits for a context that the browser holds back. */
const AUDIO_PATIENCE: Seconds = 2;

/** A voice that makes samples, whatever they come from; playing, ducking, cancelling and the mouth are the same for all. */
export function createSoundedVoice({ audio, destination = (context) => audio.output ?? context.destination, capabilities, part, recite, release }: SoundedVoiceOptions): SpeechSynthesizer {
  const { source, languages } = capabilities;
  const tools = { destination, openAudio: () => openInTime(audio) };
  let current: Utterance | null = null;
  let disposed = false;

  return {
    capabilities,
    parts: [...(part ? [part] : []), ...(audio.parts ?? [])],
    speaks: (language) => languages.includes(language),
    async speak(request, clock, listener) {
      if (disposed) throw new AttuneError('speech-failed', 'This voice was disposed; create another to speak.');
      if (!languages.includes(request.language)) throw new AttuneError('unsupported', `Expected a language that ${source} speaks (${languages.join(', ')}), but got "${request.language}". Ask speaks() first and show captions.`);
      if (typeof request.text !== 'string') throw new AttuneError('bad-input', `Expected a text to say, but got ${typeof request.text}.`);
      current?.cancel();
      const utterance = startUtterance(request, recite(request), clock, listener, tools);
      current = utterance;
      try {
        return await utterance.outcome;
      } finally {
        if (current === utterance) current = null;
      }
    },
    duck(id, level) {
      if (current?.id === id) current.duck(level);
    },
    cancel(id) {
      if (current?.id === id) current.cancel();
    },
    sampleMouth(mouth) {
      if (current) current.sampleMouth(mouth);
      else closeMouth(mouth);
    },
    async dispose() {
      disposed = true;
      current?.cancel();
      release();
    },
  };
}

async function openInTime(audio: AudioHub): Promise<AudioContext> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  // Without a gesture Chromium neither resumes nor refuses: it leaves the promise open.
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new AttuneError('speech-failed', 'The browser does not allow sound yet. Open the audio from a tap or a key first; captions go on.')), AUDIO_PATIENCE * 1000);
  });
  return Promise.race([audio.open(), late]).finally(() => clearTimeout(timer));
}

/**
 * Refuses a wrong option of a voice.
 *
 * @throws {AttuneError} `bad-input`
 */
export function expectOption(holds: boolean, maker: string, expected: string, came: unknown): void {
  if (!holds) throw new AttuneError('bad-input', `${maker} expected ${expected}, but got ${JSON.stringify(came) ?? typeof came}.`);
}

/** Checks where a voice is to sound. */
export function expectOutput(maker: string, { audio, destination }: Partial<VoiceOutput>): void {
  expectOption(typeof audio?.open === 'function', maker, '"audio" to be a hub from createAudioHub()', audio);
  expectOption(destination === undefined || typeof destination === 'function', maker, '"destination" to be a function from an AudioContext to an AudioNode', destination);
}

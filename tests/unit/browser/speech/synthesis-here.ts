import { vi } from 'vitest';

interface FakeVoice {
  readonly name: string;
  readonly lang: string;
  readonly localService: boolean;
  readonly default: boolean;
}

export interface SynthesisHere {
  voices: FakeVoice[];
  /** What was said, by whom; a text appears when the voice begins. */
  readonly said: { readonly text: string; readonly voice: string }[];
  /** How the next utterances misbehave. */
  fault: 'none' | 'never-begins' | 'stalls' | 'loses-end' | 'refuses';
  /** How many utterances that never begin are still to come; infinitely many by default. */
  faults: number;
  /** Whether words are told as they begin. */
  tellsWords: boolean;
  /** Lists the voices, as browsers do late. */
  list(voices: readonly FakeVoice[]): void;
}

export const voiceHere = (name: string, lang: string, localService = true): FakeVoice => ({ name, lang, localService, default: false });

/** Seconds for each word. */
const WORD = 0.3;

/** Puts a speech synthesis into this process, with the manners of browsers. */
export function stubSynthesis(voices: readonly FakeVoice[]): SynthesisHere {
  class Utterance extends EventTarget {
    voice: FakeVoice | null = null;
    readonly text: string;

    constructor(text: string) {
      super();
      this.text = text;
    }

    tell(type: string, details: object = {}): void {
      this.dispatchEvent(Object.assign(new Event(type), details));
    }
  }

  class Synthesis extends EventTarget {
    speaking = false;
    pending = false;
    #current: Utterance | null = null;
    #timers: ReturnType<typeof setTimeout>[] = [];

    getVoices = (): FakeVoice[] => here.voices;

    pause(): void {}
    resume(): void {}

    cancel(): void {
      const gone = this.#current;
      this.#finish();
      gone?.tell('error', { error: 'canceled' });
    }

    speak(utterance: Utterance): void {
      this.#current = utterance;
      this.speaking = true;
      const fault = here.faults > 0 ? here.fault : 'none';
      here.faults -= 1;
      const later = (seconds: number, action: () => void): unknown => this.#timers.push(setTimeout(action, seconds * 1000));
      if (fault === 'never-begins') return;
      if (fault === 'refuses') {
        later(0.02, () => {
          this.#finish();
          utterance.tell('error', { error: 'synthesis-failed' });
        });
        return;
      }
      later(0.05, () => {
        here.said.push({ text: utterance.text, voice: utterance.voice!.name });
        utterance.tell('start');
      });
      const words = [...utterance.text.matchAll(/[\p{Script=Han}]|[\p{Script=Latin}']+/gu)];
      const heard = fault === 'stalls' ? words.slice(0, Math.ceil(words.length / 2)) : words;
      if (here.tellsWords) for (const [i, { index }] of heard.entries()) later(0.05 + i * WORD, () => utterance.tell('boundary', { name: 'word', charIndex: index }));
      if (fault === 'stalls') return;
      later(0.05 + words.length * WORD, () => {
        this.#finish();
        if (fault !== 'loses-end') utterance.tell('end');
      });
    }

    #finish(): void {
      for (const timer of this.#timers) clearTimeout(timer);
      this.#timers = [];
      this.#current = null;
      this.speaking = false;
    }
  }

  const synthesis = new Synthesis();
  const here: SynthesisHere = {
    voices: [...voices], said: [], fault: 'none', faults: Number.POSITIVE_INFINITY, tellsWords: true,
    list(listed) {
      here.voices = [...listed];
      synthesis.dispatchEvent(new Event('voiceschanged'));
    },
  };
  vi.stubGlobal('speechSynthesis', synthesis);
  vi.stubGlobal('SpeechSynthesisUtterance', Utterance);
  return here;
}

import { AttuneError, type Seconds } from '../../../core/index.ts';

export interface PartOfSpeech {
  readonly text: string;
  readonly voice: SpeechSynthesisVoice;
  readonly rate: number;
  readonly pitch: number;
  readonly volume: number;
  /** About how long it takes. */
  readonly duration: Seconds;
  readonly started: () => void;
  /** A word begins at this character. */
  readonly reached: (character: number) => void;
  readonly signal: AbortSignal;
}

/** A voice that has not begun by then never does, but often the second time (Chrome after a cancel, Safari after a pause). */
const START_PATIENCE: Seconds = 4;
const TRIES = 2;
/** A voice that tells nothing for so long beyond what its text takes has stalled. */
const STALL_PATIENCE: Seconds = 4;
/** Chrome stops voices of a server after 15 s unless they are paused and resumed (crbug 41294170). */
const REMOTE_BREATH: Seconds = 10;
/** A speak right after a cancel is swallowed by some browsers. */
const AFTER_CANCEL: Seconds = 0.06;

/**
 * Has the browser say one part of a text, and watches over it.
 *
 * @returns whether it was said to its end; false when the signal was aborted
 * @throws {AttuneError} `speech-failed` when the browser refuses, never begins or stalls
 */
export async function sayPart(synthesis: SpeechSynthesis, part: PartOfSpeech): Promise<boolean> {
  for (let tried = 1; ; tried += 1) {
    if (synthesis.speaking || synthesis.pending) {
      synthesis.cancel();
      await new Promise((resolve) => setTimeout(resolve, AFTER_CANCEL * 1000));
    }
    if (part.signal.aborted) return false;
    const ended = await attempt(synthesis, part);
    if (ended === 'said') return true;
    if (ended === 'aborted') return false;
    if (tried === TRIES) throw new AttuneError('speech-failed', `The browser's voice "${part.voice.name}" did not begin to speak within ${START_PATIENCE} s, twice. Choose another voice, or reload the page; captions go on.`);
  }
}

function attempt(synthesis: SpeechSynthesis, { text, voice, rate, pitch, volume, duration, started, reached, signal }: PartOfSpeech): Promise<'said' | 'aborted' | 'not-begun'> {
  // The browser may collect an utterance that nobody holds, and its events with it: the listeners below hold it.
  const utterance = Object.assign(new SpeechSynthesisUtterance(text), { voice, lang: voice.lang, rate, pitch, volume });
  return new Promise((resolve, reject) => {
    let watchdog: ReturnType<typeof setTimeout> | undefined;
    let breath: ReturnType<typeof setInterval> | undefined;
    let begun = false;
    let over = false;
    const end = (settle: () => void): void => {
      if (over) return;
      over = true;
      clearTimeout(watchdog);
      clearInterval(breath);
      signal.removeEventListener('abort', onAbort);
      settle();
    };
    const giveUp = (settle: () => void): void => end(() => {
      synthesis.cancel();
      settle();
    });
    const onAbort = (): void => giveUp(() => resolve('aborted'));
    const stalled = (): void => {
      // Some browsers lose the end of an utterance that was said.
      if (!synthesis.speaking) end(() => resolve('said'));
      else giveUp(() => reject(new AttuneError('speech-failed', `The browser's voice "${voice.name}" stalled while it spoke. Another voice goes on where there is one; captions go on.`)));
    };
    const watch = (patience: Seconds, action: () => void): void => {
      clearTimeout(watchdog);
      watchdog = setTimeout(action, patience * 1000);
    };
    const begin = (): void => {
      if (over || begun) return;
      begun = true;
      started();
      watch(1.5 * duration + STALL_PATIENCE, stalled);
    };
    signal.addEventListener('abort', onAbort);
    utterance.addEventListener('start', begin);
    utterance.addEventListener('boundary', ({ name, charIndex }) => {
      begin();
      if (over || (name !== '' && name !== 'word')) return;
      reached(charIndex);
      watch(1.5 * duration * (1 - charIndex / text.length) + STALL_PATIENCE, stalled);
    });
    utterance.addEventListener('end', () => end(() => resolve('said')));
    utterance.addEventListener('error', ({ error }) => end(() => reject(refusal(error, voice.name))));
    watch(START_PATIENCE, () => giveUp(() => resolve('not-begun')));
    if (!voice.localService) {
      breath = setInterval(() => {
        synthesis.pause();
        synthesis.resume();
      }, REMOTE_BREATH * 1000);
    }
    // A page that was paused before it was reloaded stays so.
    synthesis.resume();
    synthesis.speak(utterance);
  });
}

function refusal(error: string, name: string): AttuneError {
  const remedy: Readonly<Record<string, string>> = {
    'not-allowed': 'Tap the page first', network: 'Choose a voice that is on the device', interrupted: 'Something else on the page used the browser\'s voices', canceled: 'Something else on the page used the browser\'s voices',
  };
  return new AttuneError('speech-failed', `Expected the browser's voice "${name}" to speak, but it ended with "${error}". ${remedy[error] ?? 'Choose another voice'}; captions go on.`);
}

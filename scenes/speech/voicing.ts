import { asProblem, type AvatarFrame, createAvatarFrame, createPerformer, emotionsOfAffect, type Performer, type Seconds, type Unit } from 'attune';
import { type AudioHub, createAudioHub, createBrowserClock, createBrowserSpeech, createFliteSpeech, createVoices, type RenderedSpeech } from 'attune/browser';
import { createStore, type StoreApi } from 'zustand/vanilla';
import { createProblems, type Problems } from '../shared/problems.ts';
import { type MouthFrames, mouthFrames } from './mouth-frames.ts';
import { estimatePitch, type PitchCurve } from './pitch.ts';
import { createPlayer } from './player.ts';
import type { Query } from './query.ts';
import { EXAMPLE, sameWishes, type Wishes, withoutStars, writtenIn } from './wishes.ts';

/** A sentence that was made: what sounds, what is drawn and what is saved are all this. */
export interface Shown {
  readonly wishes: Wishes;
  readonly speech: RenderedSpeech;
  readonly pitch: PitchCurve;
  readonly frames: MouthFrames;
}

export interface VoicingView {
  readonly stage: 'silent' | 'making' | 'speaking';
  /** The share of the voice that has been fetched; null when none is on its way. */
  readonly loading: Unit | null;
  readonly shown: Shown | null;
  /** Where in the sound the cursor rests while it is silent. */
  readonly cursor: Seconds;
  readonly caption: string | null;
  /** Why there is nothing to hear (no voice speaks Chinese; nothing can be said) or to see (a voice that keeps its sound to itself). */
  readonly note: 'unspoken' | 'unsayable' | 'unseen' | null;
}

/** A voice that says what is wished, the picture of its sound, and the face that goes with it. */
export interface Voicing {
  readonly wishes: StoreApi<Wishes>;
  readonly view: StoreApi<VoicingView>;
  readonly problems: Problems;
  readonly performer: Performer;
  readonly audio: AudioHub;
  /** Says it from its beginning; call it from a tap or a key. The voice is fetched the first time. */
  say(): Promise<void>;
  /** Plays what is shown from the cursor on, or from its beginning if the cursor is at its end. */
  play(): Promise<void>;
  stop(): void;
  /** Moves the cursor, and stops what sounds. */
  seek(to: Seconds): void;
  /** Which place of the sound is heard now, or where the cursor rests. */
  at(): Seconds;
  /** Fills a frame with what the avatar shows now. */
  fill(frame: AvatarFrame): void;
  /** What the avatar shows now. */
  frame(): AvatarFrame;
}

/** Wishes that change faster than this are drawn once, in milliseconds. */
const SETTLED = 250;
/** A cursor this near to the end is at it. */
const AT_END: Seconds = 0.03;

export const lengthOf = ({ samples, sampleRate }: RenderedSpeech): Seconds => samples.length / sampleRate;

export function beginVoicing({ assets, wishes: { text, ...asked } }: Query): Voicing {
  const clock = createBrowserClock();
  const audio = createAudioHub();
  const player = createPlayer(audio);
  const problems = createProblems();
  const performer = createPerformer();
  const wishes = createStore<Wishes>(() => ({ ...asked, text: text ?? EXAMPLE }));
  const view = createStore<VoicingView>(() => ({ stage: 'silent', loading: null, shown: null, cursor: 0, caption: null, note: null }));
  const flite = createFliteSpeech({ audio, assets, onProgress: (share) => view.setState({ loading: share < 1 ? share : null }) });
  const browser = createBrowserSpeech();
  const voices = createVoices([flite, browser]);
  let turn = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const face = (): void => {
    const { valence, arousal } = wishes.getState();
    performer.show(emotionsOfAffect({ valence, arousal, dominance: 0 }));
    performer.feel(arousal);
  };
  face();

  /** Ends what sounds or is made; returns the number of what comes next. */
  const hush = (): number => {
    voices.cancel(String(turn));
    player.stop();
    return (turn += 1);
  };

  async function make(sampleRate: number): Promise<Shown> {
    const now = wishes.getState();
    const { shown } = view.getState();
    if (shown && sameWishes(shown.wishes, now)) return shown;
    const { valence, arousal } = now;
    const speech = await flite.render({ text: now.text, tone: { valence, arousal }, voice: now.voice }, sampleRate);
    return { wishes: now, speech, pitch: await estimatePitch(speech), frames: mouthFrames(speech.mouth) };
  }

  /** Once there is a voice, the picture follows the wishes. */
  async function draw(): Promise<void> {
    const { stage, shown } = view.getState();
    const now = wishes.getState();
    if (stage !== 'silent' || !shown || sameWishes(shown.wishes, now)) return;
    if (now.text.trim() === '' || writtenIn(now.text) !== 'en') return view.setState({ shown: null, cursor: 0 });
    const mine = turn;
    try {
      const next = await make(shown.speech.sampleRate);
      if (mine !== turn || !sameWishes(now, wishes.getState())) return;
      if (lengthOf(next.speech) === 0) view.setState({ shown: null, cursor: 0 });
      else view.setState(({ cursor }) => ({ shown: next, cursor: Math.min(cursor, lengthOf(next.speech)) }));
    } catch (thrown) {
      problems.add('speech', asProblem(thrown, 'speech-failed', 'The sentence could not be drawn'));
    }
  }

  wishes.subscribe((now, before) => {
    if (now.valence !== before.valence || now.arousal !== before.arousal) face();
    if (now.text !== before.text) view.setState({ note: null, ...(view.getState().stage === 'speaking' ? {} : { caption: null }) });
    clearTimeout(timer);
    timer = setTimeout(() => void draw(), SETTLED);
  });
  view.subscribe(({ stage }, { stage: before }) => {
    if (stage !== before) performer.attend(stage === 'speaking' ? 'speaking' : 'listening');
  });

  async function sound(shown: Shown, from: Seconds, mine: number): Promise<void> {
    view.setState({ stage: 'speaking', caption: withoutStars(shown.wishes.text) });
    await player.play(shown.speech, from);
    if (mine === turn) view.setState({ cursor: lengthOf(shown.speech), caption: null });
  }

  /** Flite would spell Chinese out, so another voice says it, or nobody. */
  async function sayElsewhere(mine: number): Promise<void> {
    const { text: words, valence, arousal } = wishes.getState();
    view.setState({ shown: null, cursor: 0 });
    await browser.prepare().catch(() => undefined);
    if (mine !== turn) return;
    if (!voices.speaks('zh')) return view.setState({ note: 'unspoken', caption: words });
    const started = (): void => {
      if (mine === turn) view.setState({ stage: 'speaking', note: 'unseen', caption: words });
    };
    await voices.speak({ id: String(mine), text: words, language: 'zh', tone: { valence, arousal } }, clock, { started });
    if (mine === turn) view.setState({ caption: null });
  }

  async function attempt(act: (mine: number) => Promise<void>): Promise<void> {
    const mine = hush();
    problems.settle('speech');
    view.setState({ stage: 'making', caption: null, note: null });
    try {
      await act(mine);
    } catch (thrown) {
      if (mine === turn) problems.add('speech', asProblem(thrown, 'speech-failed', 'The sentence could not be said'));
    } finally {
      if (mine === turn) {
        view.setState({ stage: 'silent', loading: null });
        void draw();
      }
    }
  }

  const at = (): Seconds => player.at() ?? view.getState().cursor;
  const stop = (): void => {
    const cursor = at();
    hush();
    view.setState({ stage: 'silent', cursor, caption: null });
    void draw();
  };
  const fill = (frame: AvatarFrame): void => {
    const { stage, shown } = view.getState();
    performer.sample(clock.now(), frame);
    frame.speaking = stage === 'speaking';
    if (shown) shown.speech.mouth.sample(at(), frame.mouth);
    else voices.sampleMouth(frame.mouth);
  };

  return {
    wishes, view, problems, performer, audio, at, stop, fill,
    say: () => attempt(async (mine) => {
      const context = await audio.open();
      if (writtenIn(wishes.getState().text) !== 'en') return sayElsewhere(mine);
      const shown = await make(context.sampleRate);
      if (mine !== turn) return;
      if (lengthOf(shown.speech) === 0) return view.setState({ shown: null, cursor: 0, note: 'unsayable' });
      view.setState({ shown, cursor: 0 });
      await sound(shown, 0, mine);
    }),
    play: () => attempt(async (mine) => {
      const { shown, cursor } = view.getState();
      if (shown) await sound(shown, cursor > lengthOf(shown.speech) - AT_END ? 0 : cursor, mine);
    }),
    seek(to) {
      const { shown, stage } = view.getState();
      if (!shown) return;
      if (stage !== 'silent') stop();
      view.setState({ cursor: Math.min(lengthOf(shown.speech), Math.max(0, to)) });
    },
    frame() {
      const frame = createAvatarFrame();
      fill(frame);
      return frame;
    },
  };
}

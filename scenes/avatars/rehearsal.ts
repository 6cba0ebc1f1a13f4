import { type AttuneError, type AvatarFrame, type Clock, closeMouth, type Radians, type Unit, type Viseme } from 'attune';
import { createBrowserClock } from 'attune/browser';
import type { VrmDriver } from 'attune/three';
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { AvatarChoice } from './avatar-choice.ts';
import { type Affect, FEELINGS, type Feelings, feelingsAt, NO_FEELINGS } from './feelings.ts';
import { createMouthing, type Mouthing } from './mouthing.ts';
import { readLabel, type ShownAvatar } from './shown-avatar.ts';

/** Where the eyes go. */
export type GazeWish = 'viewer' | 'pointer' | 'ahead' | 'aside';

/** What the controls ask of the avatar. */
export interface Wishes {
  readonly affect: Affect;
  readonly feelings: Feelings;
  /** The mouth that is held; `sil` is closed. */
  readonly viseme: Viseme;
  readonly opening: Unit;
  readonly gaze: GazeWish;
  /** Where `aside` is: yaw to the avatar's left, pitch up. */
  readonly aside: { readonly yaw: Radians; readonly pitch: Radians };
}

/** Why something did not happen; `words` is the key of the sentence, `message` the technical one. */
export interface Problem {
  readonly words: 'file' | 'missing' | 'speech' | 'webgl-missing';
  readonly title: string;
  readonly message: string;
}

export interface RehearsalView {
  readonly choice: AvatarChoice;
  /** The share of the wanted avatar's file that has arrived; null when none is on its way. */
  readonly loading: Unit | null;
  readonly shown: ShownAvatar | null;
  readonly problem: Problem | null;
}

/** One avatar, and everything that it is asked to do. */
export interface Rehearsal {
  readonly clock: Clock;
  readonly wishes: StoreApi<Wishes>;
  readonly view: StoreApi<RehearsalView>;
  readonly mouthing: Mouthing;
  readonly driver: VrmDriver | null;
  /** A character that failed before is tried again. */
  choose(choice: AvatarChoice): void;
  /** The stage tells which avatar it shows. */
  show(driver: VrmDriver, choice: AvatarChoice): void;
  fail(problem: AttuneError, choice: AvatarChoice): void;
  /** Moves the mouth to an English sentence, with or without its sound. */
  say(text: string, audible: boolean): Promise<void>;
  /** Moves the face to a place of the plane. */
  feel(affect: Affect): void;
  /** Fills a frame with what the avatar shows now. */
  fill(frame: AvatarFrame): void;
}

const INITIAL: Wishes = {
  affect: { valence: 0, arousal: 0 }, feelings: NO_FEELINGS, viseme: 'sil', opening: 1, gaze: 'viewer', aside: { yaw: 0, pitch: 0 },
};

export function createRehearsal(first: AvatarChoice, assets: string): Rehearsal {
  const clock = createBrowserClock();
  const wishes = createStore<Wishes>(() => INITIAL);
  const view = createStore<RehearsalView>(() => ({ choice: first, loading: 0, shown: null, problem: null }));
  const mouthing = createMouthing(assets, clock);
  let driver: VrmDriver | null = null;
  let attempts = 0;

  return {
    clock, wishes, view, mouthing,
    get driver() {
      return driver;
    },
    choose(choice) {
      // An address that failed must change to be asked again; what follows # never leaves the page.
      const url = choice.character && view.getState().problem ? `${choice.url}#${(attempts += 1)}` : choice.url;
      view.setState({ choice: { ...choice, url }, loading: 0, problem: null });
    },
    show(next, choice) {
      driver = next;
      view.setState({ shown: readLabel(next, choice), loading: null, problem: null });
    },
    fail({ code, message }, { url, title, character }) {
      const words = code === 'webgl-missing' ? code : character ? 'missing' : 'file';
      view.setState({ loading: null, problem: { words, title, message: message.replaceAll(url, title) } });
    },
    async say(text, audible) {
      const problem = await mouthing.say(text, audible);
      if (problem) view.setState({ problem: { words: 'speech', title: text, message: problem.message } });
    },
    feel: (affect) => wishes.setState({ affect, feelings: feelingsAt(affect) }),
    fill(frame) {
      const { feelings, viseme, opening } = wishes.getState();
      frame.at = clock.now();
      for (const feeling of FEELINGS) frame.emotions[feeling] = feelings[feeling];
      frame.speaking = mouthing.stage.getState() === 'speaking';
      closeMouth(frame.mouth);
      if (frame.speaking) mouthing.sample(frame.mouth);
      else frame.mouth[viseme] = opening;
    },
  };
}


import {
  type AffectPoint, asProblem, AttuneError, type AvatarFrame, type Clock, closeMouth, createAvatarFrame, createPerformer, emotionsOfAffect, type Performer, poseBody, type PoseName,
  type Posture, type Radians, type Unit, type Viseme,
} from 'attune';
import { createBrowserClock } from 'attune/browser';
import { loadMotion, type VrmDriver } from 'attune/three';
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { AvatarChoice } from './avatar-choice.ts';
import { type Feelings, NO_FEELINGS } from './feelings.ts';
import { createMouthing, type Mouthing } from './mouthing.ts';
import { readLabel, type ShownAvatar } from './shown-avatar.ts';

/** Where the eyes go. */
export type GazeWish = 'viewer' | 'pointer' | 'ahead' | 'aside';

/** What the controls ask of the avatar. */
export interface Wishes {
  readonly affect: Required<AffectPoint>;
  readonly feelings: Feelings;
  /** The mouth that is held; `sil` is closed. */
  readonly viseme: Viseme;
  readonly opening: Unit;
  readonly gaze: GazeWish;
  /** Where `aside` is: yaw to the avatar's left, pitch up. */
  readonly aside: { readonly yaw: Radians; readonly pitch: Radians };
  readonly posture: Posture;
  /** A still pose that takes the place of all movement of the body; null is none. */
  readonly pose: PoseName | null;
  /** Whether the body rests without swaying. */
  readonly still: boolean;
  /** Whether clips begin again at their end. */
  readonly loop: boolean;
}

/** Why something did not happen; `words` is the key of the sentence, `message` the technical one. */
export interface Problem {
  readonly words: 'file' | 'missing' | 'motion' | 'portrait' | 'speech' | 'webgl-missing';
  readonly title: string;
  readonly message: string;
}

export interface RehearsalView {
  readonly choice: AvatarChoice;
  /** The share of the wanted avatar's file that has arrived; null when none is on its way. */
  readonly loading: Unit | null;
  readonly shown: ShownAvatar | null;
  /** The name of the clip that moves the body; null when none does. */
  readonly motion: string | null;
  readonly problem: Problem | null;
}

/** One avatar, and everything that it is asked to do. */
export interface Rehearsal {
  readonly wishes: StoreApi<Wishes>;
  readonly view: StoreApi<RehearsalView>;
  readonly performer: Performer;
  readonly mouthing: Mouthing;
  readonly driver: VrmDriver | null;
  /** A character that failed before is tried again. */
  choose(choice: AvatarChoice): void;
  /** The stage tells which avatar it shows. */
  show(driver: VrmDriver, choice: AvatarChoice): void;
  fail(problem: AttuneError, choice: AvatarChoice): void;
  /** Tells that something else did not work. */
  note(words: Problem['words'], title: string, problem: AttuneError): void;
  /** Moves the face to a point of the space of affect. */
  feel(affect: Required<AffectPoint>): void;
  /** Moves the mouth to an English sentence, with or without its sound. */
  say(text: string, audible: boolean): Promise<void>;
  /** Plays a .vrma clip over the body; what is no clip changes nothing. */
  play(file: File): Promise<void>;
  /** Fills a frame with what the avatar shows now. */
  fill(frame: AvatarFrame): void;
  /** A copy of what the avatar shows now. */
  frame(): AvatarFrame;
}

export const NO_AFFECT: Required<AffectPoint> = { valence: 0, arousal: 0, dominance: 0 };

const INITIAL: Wishes = {
  affect: NO_AFFECT, feelings: NO_FEELINGS, viseme: 'sil', opening: 1, gaze: 'viewer', aside: { yaw: 0, pitch: 0 }, posture: 'neutral', pose: null, still: false, loop: true,
};

export function createRehearsal(first: AvatarChoice, assets: string): Rehearsal {
  const clock: Clock = createBrowserClock();
  const wishes = createStore<Wishes>(() => INITIAL);
  const view = createStore<RehearsalView>(() => ({ choice: first, loading: 0, shown: null, motion: null, problem: null }));
  const performer = createPerformer();
  const mouthing = createMouthing(assets, clock);
  let driver: VrmDriver | null = null;
  let attempts = 0;

  wishes.subscribe((now, before) => {
    if (now.feelings !== before.feelings) performer.show(now.feelings);
    if (now.affect !== before.affect) performer.feel(now.affect.arousal);
    if (now.posture !== before.posture) performer.posture(now.posture);
    if (now.still !== before.still) performer.setMotion(now.still ? 0 : 1);
  });
  mouthing.stage.subscribe((stage) => performer.attend(stage === 'speaking' ? 'speaking' : 'listening'));
  const note = (words: Problem['words'], title: string, { message }: AttuneError): void => view.setState({ problem: { words, title, message } });

  function fill(frame: AvatarFrame): void {
    if (view.getState().motion && !driver?.motion) view.setState({ motion: null });
    const { viseme, opening, pose } = wishes.getState();
    performer.sample(clock.now(), frame);
    if (pose) poseBody(pose, frame);
    frame.speaking = mouthing.stage.getState() === 'speaking';
    closeMouth(frame.mouth);
    if (frame.speaking) mouthing.sample(frame.mouth);
    else if (viseme !== 'sil') frame.mouth[viseme] = opening;
  }

  return {
    wishes, view, performer, mouthing, note, fill,
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
    feel: (affect) => wishes.setState({ affect, feelings: emotionsOfAffect(affect) }),
    async say(text, audible) {
      const problem = await mouthing.say(text, audible);
      if (problem) note('speech', text, problem);
    },
    async play(file) {
      try {
        const motion = await loadMotion(await file.arrayBuffer());
        driver?.play(motion, { loop: wishes.getState().loop });
        wishes.setState({ pose: null });
        view.setState({ motion: file.name, problem: null });
      } catch (thrown) {
        const { code, message } = asProblem(thrown, 'asset-wrong', 'The clip could not be played');
        note('motion', file.name, new AttuneError(code, message.replaceAll('the given bytes', file.name)));
      }
    },
    frame() {
      const frame = createAvatarFrame(driver?.build);
      fill(frame);
      return frame;
    },
  };
}

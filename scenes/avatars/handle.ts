import type { AvatarFrame } from 'attune';
import type { Rehearsal, RehearsalView, Wishes } from './rehearsal.ts';

/** A handle on the avatar, for the console and for tests. The library itself makes no global. */
export interface AvatarsHandle {
  /** What is on stage, what is on its way, and what went wrong. */
  readonly view: RehearsalView;
  readonly wishes: Wishes;
  /** What the avatar is asked to show now. */
  frame(): AvatarFrame;
  /** The expression weights on the avatar now; empty while there is none. */
  weights(): Readonly<Record<string, number>>;
  /** Where the eyes point in the head, in radians; null while there is no avatar. */
  gaze(): { readonly yaw: number; readonly pitch: number } | null;
  /** Where a bone is in the world, in metres; null while there is no avatar or it has no such bone. */
  bone(name: string): { readonly x: number; readonly y: number; readonly z: number } | null;
}

declare global {
  interface Window {
    /** There while the avatars page is. */
    attuneAvatars?: AvatarsHandle;
  }
}

type BoneName = Parameters<NonNullable<Rehearsal['driver']>['avatar']['vrm']['humanoid']['getRawBoneNode']>[0];

/** Hands the handle out; returns how it is taken back. */
export function handOut(rehearsal: Rehearsal): () => void {
  window.attuneAvatars = {
    get view() {
      return rehearsal.view.getState();
    },
    get wishes() {
      return rehearsal.wishes.getState();
    },
    frame: rehearsal.frame,
    weights: () => rehearsal.driver?.weights ?? {},
    gaze: () => (rehearsal.driver ? { ...rehearsal.driver.gaze } : null),
    bone(name) {
      const [x, y, z] = rehearsal.driver?.avatar.vrm.humanoid.getRawBoneNode(name as BoneName)?.matrixWorld.elements.slice(12, 15) ?? [];
      return x === undefined || y === undefined || z === undefined ? null : { x, y, z };
    },
  };
  return () => delete window.attuneAvatars;
}

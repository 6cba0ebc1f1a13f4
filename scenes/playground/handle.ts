import type { Agent, AvatarFrame } from 'attune';
import type { AudioHub } from 'attune/browser';
import type { Meeting, MeetingStats } from './meeting.ts';
import type { PeopleInView } from './people-in-view.ts';

/** A handle on the running meeting, for researchers at the console and for tests. The library itself makes no global. */
export interface AttuneHandle {
  readonly agent: Agent;
  readonly audio: AudioHub;
  readonly stats: MeetingStats;
  /** Everybody before the camera; null without `people` in the address. */
  readonly inView: PeopleInView | null;
  /** What the avatar is asked to show now. */
  frame(): AvatarFrame;
  /** The expression weights on the avatar now; empty while there is none. */
  weights(): Readonly<Record<string, number>>;
  /** Where the eyes point in the head, in radians; null while there is no avatar. */
  gaze(): { readonly yaw: number; readonly pitch: number } | null;
  /** Where the avatar stands and whom it looks at, in metres; null while there is no avatar. */
  place(): AvatarPlace | null;
}

export interface AvatarPlace {
  readonly inHeadset: boolean;
  /** Height of its feet above the floor. */
  readonly feet: number;
  /** Height of its eyes above its feet. */
  readonly height: number;
  /** From its middle to the player's eyes, along the floor. */
  readonly distance: number;
  /** The player's eyes, which it looks at. */
  readonly lookingAt: { readonly x: number; readonly y: number; readonly z: number };
}

declare global {
  interface Window {
    /** There from the moment a meeting begins until it is deleted. */
    attune?: AttuneHandle;
  }
}

export function handOut(meeting: Meeting): void {
  window.attune = {
    agent: meeting.agent,
    audio: meeting.audio,
    stats: meeting.stats,
    inView: meeting.inView,
    frame: meeting.frame,
    weights: () => meeting.driver?.weights ?? {},
    gaze: () => (meeting.driver ? { ...meeting.driver.gaze } : null),
    place: () => placeOf(meeting),
  };
}

/** After Delete nothing of the meeting is left, so its handle goes too. */
export function takeBack(): void {
  delete window.attune;
}

function placeOf({ driver, sight }: Meeting): AvatarPlace | null {
  if (!driver) return null;
  const [x = 0, y = 0, z = 0] = driver.object.matrixWorld.elements.slice(12, 15);
  const { eyes, inHeadset } = sight;
  return { inHeadset, feet: y, height: driver.headHeight, distance: Math.hypot(eyes.x - x, eyes.z - z), lookingAt: { ...eyes } };
}

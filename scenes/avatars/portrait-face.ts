import type { Emotion } from 'attune';
import type { PortraitOptions } from 'attune/three';
import { FEELINGS } from './feelings.ts';
import type { Wishes } from './rehearsal.ts';

interface PortraitFace {
  readonly options: Pick<PortraitOptions, 'emotion' | 'affect' | 'intensity'>;
  /** The feeling that shows most, for the picture's name. */
  readonly feeling: Emotion;
  /** Whether others had to be left out: a portrait shows one feeling or one point of affect. */
  readonly several: boolean;
}

/** What a portrait can show of what the face is asked to show. */
export function faceFor({ affect, feelings }: Wishes): PortraitFace {
  const shown = FEELINGS.filter((feeling) => feelings[feeling] > 0.01).sort((a, b) => feelings[b] - feelings[a]);
  const [strongest] = shown;
  if (!strongest) return { options: { emotion: 'neutral' }, feeling: 'neutral', several: false };
  if (Object.values(affect).some((value) => value !== 0)) return { options: { affect }, feeling: strongest, several: false };
  return { options: { emotion: strongest, intensity: Math.min(1, feelings[strongest]) }, feeling: strongest, several: shown.length > 1 };
}

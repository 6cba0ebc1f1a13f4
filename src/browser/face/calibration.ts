import { type Seconds, type Unit } from '../../core/index.ts';
import { FACE_AXES, type FaceAxis } from './face-axes.ts';
import { REST } from './population.ts';
import type { SeenFace } from './running-neutral.ts';

/** Why a calibration came to nothing. */
export type CalibrationFailure = 'unseen' | 'moving';

/** What a look brought: more of the face, the whole of it, or the end. */
export type Calibrated =
  | { readonly state: 'going-on'; readonly share: Unit }
  | { readonly state: 'done'; readonly rest: SeenFace }
  | { readonly state: 'failed'; readonly why: CalibrationFailure };

/** Takes the player's resting face on request, whatever it shows. */
export interface Calibration {
  /**
   * @param seen null when the face was not seen, or not well
   * @param elapsed since the look before
   */
  take(seen: SeenFace | null, elapsed: Seconds): Calibrated;
}

/** A face that is out of sight for longer ends it. */
const PATIENCE: Seconds = 2;
/** Longer gaps between two looks say nothing about the face in between. */
const LONGEST_STEP: Seconds = 0.5;
/**
 * A face at rest stays within this, as a standard deviation in units of how much resting faces differ.
 * Eyes blink, so they may do as they like.
 */
const STEADY = 1;
const STILL: readonly FaceAxis[] = FACE_AXES.filter((axis) => axis !== 'eyes');

/** @param length how many seconds of well seen face are wanted */
export function createCalibration(length: Seconds): Calibration {
  const faces: SeenFace[] = [];
  let [seenFor, unseenFor] = [0, 0];
  return {
    take(seen, elapsed) {
      const step = Math.min(LONGEST_STEP, Math.max(0, elapsed));
      if (!seen) {
        unseenFor += step;
        return unseenFor > PATIENCE ? { state: 'failed', why: 'unseen' } : { state: 'going-on', share: seenFor / length };
      }
      unseenFor = 0;
      seenFor += step;
      faces.push(seen);
      if (seenFor < length) return { state: 'going-on', share: seenFor / length };
      return isSteady(faces) ? { state: 'done', rest: meanFace(faces) } : { state: 'failed', why: 'moving' };
    },
  };
}

function isSteady(faces: readonly SeenFace[]): boolean {
  return STILL.every((axis) => {
    const values = faces.map(({ axes }) => axes[axis]);
    const middle = mean(values);
    return Math.sqrt(mean(values.map((value) => (value - middle) ** 2))) <= STEADY * REST[axis].sd;
  });
}

function meanFace(faces: readonly SeenFace[]): SeenFace {
  const axis = (name: FaceAxis): number => mean(faces.map(({ axes }) => axes[name]));
  const heads = faces.flatMap(({ head }) => head ?? []);
  return {
    axes: { smile: axis('smile'), corners: axis('corners'), brows: axis('brows'), eyes: axis('eyes'), mouth: axis('mouth') },
    blendshapes: meanOf(faces.flatMap(({ blendshapes }) => (blendshapes ? [blendshapes] : []))),
    head: heads.length > 0 ? { whole: meanOf(heads.map(({ whole }) => whole)) ?? [], upper: meanOf(heads.map(({ upper }) => upper)) ?? [] } : null,
  };
}

function meanOf(rows: readonly ArrayLike<number>[]): number[] | null {
  const [first] = rows;
  return first ? Array.from(first, (_, i) => mean(rows.map((row) => row[i] ?? 0))) : null;
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

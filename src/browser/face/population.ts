/**
 * What faces are like before anything is known of this one.
 *
 * Printed by `npx tsx scripts/measure-faces.ts` on 2026-11-24 from 1271 faces of muxspace-faces (213
 * neutral, 202 happy, 286 surprised, 216 sad, 207 angry, 147 disgusted; one rater each) with the
 * assembled face_landmarker.task. Held out by person, the smile axis tells happy from neutral with an
 * area under the curve of 0.956. Only these figures were kept: no picture and no landmark.
 */
import type { Radians, Unit } from '../../core/index.ts';
import type { FaceMeasure } from './face-geometry.ts';

/** Mean and standard deviation on neutral faces, and how much a measure shifts for each radian of pitch. */
export const POPULATION: Readonly<Record<FaceMeasure, { readonly mean: number; readonly sd: number; readonly perPitch: number }>> = {
  mouthWidth: { mean: 0.8326, sd: 0.0748, perPitch: 0.04 },
  cornerHeight: { mean: -0.0001, sd: 0.0265, perPitch: -0.0384 },
  cornerDepth: { mean: 0.2102, sd: 0.0227, perPitch: -0.0345 },
  cornerToNose: { mean: 0.4146, sd: 0.0576, perPitch: 0.15 },
  browHeight: { mean: 0.2822, sd: 0.0553, perPitch: -0.0474 },
  eyeOpening: { mean: 0.2752, sd: 0.0554, perPitch: -0.0757 },
  mouthOpening: { mean: 0.0753, sd: 0.0773, perPitch: 0.2127 },
};

/** Beyond this the pictures say nothing about the effect of pitch. */
export const PITCH_TRUST: Radians = 0.5;

/** What each measure, in standard deviations, adds to a smile; scaled so that the mean happy face is 1. */
export const SMILE_WEIGHTS = {
  mouthWidth: 0.1823,
  cornerHeight: 0.0526,
  cornerDepth: 0.1032,
  cornerToNose: -0.1055,
} as const satisfies Partial<Record<FaceMeasure, number>>;

/** The resting face on each axis, and how much resting faces differ. */
export const REST = {
  smile: { mean: 0, sd: 0.326 },
  corners: POPULATION.cornerHeight,
  brows: POPULATION.browHeight,
  eyes: POPULATION.eyeOpening,
  mouth: POPULATION.mouthOpening,
} as const;

/**
 * How far from rest an axis is when its score is full: the 5th or 95th percentile of the label that
 * moves it most. The smile is full a little below the mean happy face: before the neutral is the
 * player's own, 73 of 100 happy faces then score above 0.6, and 95 of 100 neutral ones below 0.25.
 */
export const FULL = { smile: 0.85, cornersDown: 0.062, browsUp: 0.153, browsDown: 0.08, eyesWide: 0.127, eyesClosed: 0.18, mouthOpen: 0.52 } as const;

/**
 * Limits of what can be read. `clear` is the 5th percentile of sharpness and the 1st of lip contrast
 * on the pictures as they are; `lost` is the 5th of pictures blurred by a fortieth of the face, and a
 * quarter of the clear contrast for lips, where a painted patch leaves none and a real hand a little.
 */
export const LOOK_LIMITS: Readonly<Record<'sharpness' | 'lipContrast', { readonly lost: Unit; readonly clear: Unit }>> = {
  sharpness: { lost: 0.02, clear: 0.059 },
  lipContrast: { lost: 0.03, clear: 0.117 },
};

/**
 * A face that the detector is surer of than this is looked at, and kept while the tracker is. At
 * MediaPipe's own 0.5 faces in poor light are missed; at this, empty and noisy pictures still have none.
 */
export const DETECTION_CONFIDENCE: Unit = 0.3;

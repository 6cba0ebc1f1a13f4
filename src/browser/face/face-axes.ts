import { clamp, type HeadPose } from '../../core/index.ts';
import type { FaceMeasure, FaceMeasures } from './face-geometry.ts';
import { PITCH_TRUST, POPULATION, SMILE_WEIGHTS } from './population.ts';

/** The directions in which a face departs from rest, before it is known what rest is for this player. */
export const FACE_AXES = ['smile', 'corners', 'brows', 'eyes', 'mouth'] as const;
export type FaceAxis = (typeof FACE_AXES)[number];

/**
 * One number for each axis. `smile` is 0 for the population's resting face and 1 for its mean clear
 * smile; the others are heights and openings in units of the face's size.
 */
export type FaceAxes = Readonly<Record<FaceAxis, number>>;

/**
 * Projects the measures of a face onto its axes.
 *
 * The depth of MediaPipe's landmarks is a guess, so a nodding head still changes them a little when
 * turned back; the mean of that change is taken out here.
 */
export function faceAxes(measures: FaceMeasures, pose: HeadPose): FaceAxes {
  const pitch = clamp(pose.pitch, -PITCH_TRUST, PITCH_TRUST);
  const level = (measure: FaceMeasure): number => measures[measure] - POPULATION[measure].perPitch * pitch;
  const weighted = Object.entries(SMILE_WEIGHTS) as [FaceMeasure, number][];
  return {
    smile: weighted.reduce((sum, [measure, weight]) => sum + weight * (level(measure) - POPULATION[measure].mean) / POPULATION[measure].sd, 0),
    corners: level('cornerHeight'),
    brows: level('browHeight'),
    eyes: level('eyeOpening'),
    mouth: level('mouthOpening'),
  };
}

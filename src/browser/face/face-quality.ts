import { smoothstep, type HeadPose, type Unit } from '../../core/index.ts';
import type { FaceLook } from './face-patch.ts';
import { LOOK_LIMITS } from './population.ts';

/**
 * How far a face can be trusted, in [0, 1]: the product of what each impairment leaves, so that one
 * that hides the face is enough. A hidden mouth leaves brows and eyes, so it counts apart.
 *
 * @param width of the face as a share of the picture's width
 */
export function faceQuality(width: Unit, pose: HeadPose, look: FaceLook): Unit {
  const size = smoothstep(0.06, 0.16, width);
  // Half of the mouth is out of sight from about 60 degrees of yaw.
  const frontal = (1 - smoothstep(0.6, 1.05, Math.abs(pose.yaw))) * (1 - smoothstep(0.5, 0.9, Math.abs(pose.pitch)));
  const light = smoothstep(0.03, 0.12, look.brightness) * (1 - smoothstep(0.9, 0.98, look.brightness));
  const sharp = smoothstep(LOOK_LIMITS.sharpness.lost, LOOK_LIMITS.sharpness.clear, look.sharpness);
  return size * frontal * light * (0.2 + 0.8 * sharp);
}

/** How far the mouth can be seen, in [0, 1]: lips that do not stand out from the skin are behind a hand or a mask. */
export function mouthVisibility(look: FaceLook): Unit {
  return smoothstep(LOOK_LIMITS.lipContrast.lost, LOOK_LIMITS.lipContrast.clear, look.lipContrast);
}

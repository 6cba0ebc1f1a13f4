import { smoothstep, type HeadPose, type Unit } from '../../core/index.ts';
import type { FaceLook } from './face-patch.ts';
import { LOOK_LIMITS } from './population.ts';

/**
 * How far a face can be trusted, in [0, 1]: the product of what each impairment leaves, so that one
 * that hides the face is enough.
 *
 * @param width of the face as a share of the picture's width
 */
export function faceQuality(width: Unit, pose: HeadPose, look: FaceLook): Unit {
  const size = smoothstep(0.06, 0.16, width);
  // Half of the mouth is out of sight from about 60 degrees of yaw.
  const frontal = (1 - smoothstep(0.6, 1.05, Math.abs(pose.yaw))) * (1 - smoothstep(0.5, 0.9, Math.abs(pose.pitch)));
  const light = smoothstep(0.03, 0.12, look.brightness) * (1 - smoothstep(0.9, 0.98, look.brightness));
  const sharp = smoothstep(LOOK_LIMITS.sharpness.lost, LOOK_LIMITS.sharpness.clear, look.sharpness);
  const mouth = smoothstep(LOOK_LIMITS.lipContrast.lost, LOOK_LIMITS.lipContrast.clear, look.lipContrast);
  return size * frontal * light * (0.2 + 0.8 * sharp) * (0.1 + 0.9 * mouth);
}

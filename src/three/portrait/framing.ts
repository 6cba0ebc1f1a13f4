import type { PerspectiveCamera } from 'three';
import { MathUtils } from 'three';
import type { Radians } from '../../core/index.ts';
import type { Avatar } from '../avatar.ts';

/** A portrait lens, in degrees: a wide one up close would swell the nose. */
export const PORTRAIT_FOV = 20;
/** How far below the shoulder joints the picture ends, as a share of what is above them. */
const BELOW_SHOULDERS = 0.06;
/** Room above the hair and beside the ears, as a share of the picture. */
const MARGIN = 0.055;

/**
 * Frames head and shoulders in a square, whatever the head's size: ears, hair and horns fit.
 *
 * @param yaw how far the avatar has turned away from the camera
 */
export function framePortrait(camera: PerspectiveCamera, { build, eyeHeight, headBox }: Pick<Avatar, 'build' | 'eyeHeight' | 'headBox'>, yaw: Radians): void {
  const top = headBox.max.y;
  const bottom = build.shoulder.y - BELOW_SHOULDERS * (top - build.shoulder.y);
  const [cos, sin] = [Math.cos(yaw), Math.sin(yaw)];
  const corners = [headBox.min.x, headBox.max.x].flatMap((x) => [headBox.min.z, headBox.max.z].map((z) => x * cos + z * sin));
  const [left, right] = [Math.min(...corners), Math.max(...corners)];
  const side = Math.max(top - bottom, right - left) / (1 - 2 * MARGIN);
  const middle = top + MARGIN * side - side / 2;
  // Seen from the front the nose points out of the middle; turned away, the head's own middle is it.
  const centre = sin === 0 ? 0 : (left + right) / 2;
  const distance = side / 2 / Math.tan((PORTRAIT_FOV * MathUtils.DEG2RAD) / 2);
  camera.fov = PORTRAIT_FOV;
  camera.aspect = 1;
  camera.near = distance / 10;
  camera.far = distance * 4;
  camera.position.set(centre, middle + 0.3 * (eyeHeight - middle), distance + headBox.max.z / 2);
  camera.lookAt(centre, middle, 0);
  camera.updateProjectionMatrix();
}

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { glb } from './minimal-vrm.ts';

const folder = join(import.meta.dirname, '../../../avatars');

/** The characters that ship, by the names of their folders. */
export const SHIPPED = readdirSync(folder).filter((id) => existsSync(join(folder, id, 'avatar.light.vrm')));

/** One of them, by default at the level for headsets and CI, without its pictures, which Node cannot decode. */
export function shippedAvatar(id: string, level: 'light' | 'full' = 'light'): ArrayBuffer {
  const file = new Uint8Array(readFileSync(join(folder, id, level === 'light' ? 'avatar.light.vrm' : 'avatar.vrm')));
  const view = new DataView(file.buffer, file.byteOffset);
  const length = view.getUint32(12, true);
  const json = JSON.parse(new TextDecoder().decode(file.subarray(20, 20 + length)), (key, value: unknown) =>
    /Texture$|^(images|textures|thumbnailImage)$/.test(key) ? undefined : value) as object;
  const binary = file.subarray(28 + length, 28 + length + view.getUint32(20 + length, true));
  return glb(json, [binary], binary.length);
}

/** How far its manifest lets the eye bones turn, in radians. */
export function gazeLimitsOf(id: string): Readonly<Record<'left' | 'right' | 'up' | 'down', number>> {
  return (JSON.parse(readFileSync(join(folder, id, 'manifest.json'), 'utf8')) as { gazeLimitsRadians: Record<'left' | 'right' | 'up' | 'down', number> }).gazeLimitsRadians;
}

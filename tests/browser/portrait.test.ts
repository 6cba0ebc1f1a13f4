import { createAvatarFrame } from 'attune';
import { createPortraitStudio, createVrmDriver, loadAvatar, renderPortrait } from 'attune/three';
import type { Mesh, Object3D } from 'three';
import { describe, expect, it } from 'vitest';
import { minimalVrm } from '../unit/three/minimal-vrm.ts';

async function pixelsOf(blob: Blob): Promise<ImageData> {
  const picture = await createImageBitmap(blob);
  const sheet = new OffscreenCanvas(picture.width, picture.height).getContext('2d')!;
  sheet.drawImage(picture, 0, 0);
  return sheet.getImageData(0, 0, picture.width, picture.height);
}

const alphaAt = ({ data, width }: ImageData, x: number, y: number): number | undefined => data[4 * (y * width + x) + 3];

describe('renderPortrait', () => {
  it('draws the head on nothing, or on a colour', async () => {
    const blob = await renderPortrait({ avatar: minimalVrm(), emotion: 'happiness', size: 96 });
    expect(blob.type).toBe('image/png');
    const clear = await pixelsOf(blob);
    expect([clear.width, clear.height]).toEqual([96, 96]);
    expect(alphaAt(clear, 1, 1)).toBe(0);
    expect(alphaAt(clear, 48, 40)).toBe(255);
    const red = await pixelsOf(await renderPortrait({ avatar: minimalVrm({ version: '0.x' }), size: 96, background: '#ff0000', view: 'three-quarter' }));
    expect(Array.from(red.data.slice(0, 4))).toEqual([255, 0, 0, 255]);
  });

  it('shows different faces for different emotions, many from one studio', async () => {
    const studio = createPortraitStudio();
    const avatar = await loadAvatar(minimalVrm());
    const shots = [];
    for (const emotion of ['neutral', 'happiness', 'surprise'] as const) shots.push(await pixelsOf(await studio.render({ avatar, emotion, size: 128 })));
    const differing = (a: ImageData, b: ImageData): number => a.data.reduce((count, value, at) => count + (Math.abs(value - b.data[at]!) > 8 ? 1 : 0), 0);
    expect(differing(shots[0]!, shots[1]!)).toBeGreaterThan(30);
    expect(differing(shots[1]!, shots[2]!)).toBeGreaterThan(30);
    studio.dispose();
    await expect(studio.render({ avatar })).rejects.toThrow('Expected an open portrait studio');
    avatar.dispose();
  });

  it('gives an avatar that is on show back as it was', async () => {
    const driver = createVrmDriver(await loadAvatar(minimalVrm()));
    const frame = createAvatarFrame();
    frame.emotions.sadness = 0.8;
    driver.apply(frame, 0.1);
    const look = (): unknown[] => {
      const all: unknown[] = [];
      driver.object.traverse((node: Object3D) => all.push(node.uuid, node.quaternion.toArray(), node.position.toArray(), [...((node as Mesh).morphTargetInfluences ?? [])]));
      return all;
    };
    const before = look();
    await renderPortrait({ avatar: driver.avatar, emotion: 'happiness', size: 32 });
    expect(look()).toEqual(before);
    expect(driver.weights['sad']).toBeCloseTo(0.8);
    driver.dispose();
  });
});

import { describe, expect, it } from 'vitest';
import { createAvatarFrame, EMOTIONS } from '../../../src/core/index.ts';
import { createVrmDriver, loadAvatar } from '../../../src/three/index.ts';
import { minimalVrm } from './minimal-vrm.ts';

describe('an avatar that is not as it should be', () => {
  it('without expressions is told so, and still stands, breathes and looks', async () => {
    const avatar = await loadAvatar(minimalVrm({ expressions: [] }));
    for (const name of EMOTIONS) if (name !== 'neutral') expect(avatar.lacks).toContainEqual({ part: 'emotion', name, shown: 'not' });
    expect(avatar.lacks).toContainEqual({ part: 'blink', name: 'blink', shown: 'not' });
    const driver = createVrmDriver(avatar);
    const frame = createAvatarFrame(driver.build);
    frame.emotions.anger = 1;
    driver.apply(frame, 1 / 60);
    expect(driver.weights).toEqual({});
  });

  it.each(['hips', 'head', 'leftUpperArm', 'rightFoot'])('without the required bone %s is refused with a sentence', async (bone) => {
    await expect(loadAvatar(minimalVrm({ withoutBones: [bone] }))).rejects.toThrow(/^Expected a VRM avatar at the given bytes, but it could not be read .*Export it again, as VRM 1\.0\.$/);
  });

  it('without optional bones says which, and is measured all the same', async () => {
    const avatar = await loadAvatar(minimalVrm({ withoutBones: ['neck', 'chest', 'leftShoulder', 'leftEye', 'rightEye'] }));
    expect(avatar.lacks.filter(({ part }) => part === 'bone').map(({ name }) => name)).toEqual(['neck', 'chest', 'leftShoulder']);
    for (const value of JSON.stringify(avatar.build).match(/-?\d[\d.e-]*|null/g) ?? []) expect(Number.isFinite(Number(value))).toBe(true);
    expect(avatar.build.neck.y).toBeLessThan(avatar.build.head.y);
  });

  it.each([
    ['presets of VRM 0.x', '0.x', ['happy', 'sad', 'aa', 'blink'], { happiness: 'own', sadness: 'own', fear: 'blend' }],
    ['customs in capitals', '1.0', ['Happy', 'SAD', 'Fear', 'BLINK'], { happiness: 'own', sadness: 'own', fear: 'own' }],
    ['customs in Japanese', '1.0', ['笑い', '悲しい', 'まばたき'], { happiness: 'none', sadness: 'none', fear: 'none' }],
  ] as const)('with %s shows what it can name and reports the rest, never guessing', async (_name, version, expressions, shown) => {
    const avatar = await loadAvatar(minimalVrm({ version, expressions: [...expressions] }));
    for (const [name, showing] of Object.entries(shown)) {
      const lack = avatar.lacks.find((each) => each.part === 'emotion' && each.name === name);
      expect(lack?.shown).toBe({ own: undefined, blend: 'approximately', none: 'not' }[showing]);
    }
    const driver = createVrmDriver(avatar);
    const frame = createAvatarFrame();
    frame.emotions.happiness = 1;
    driver.apply(frame, 1 / 60);
    const weights = Object.values(driver.weights);
    expect(Math.max(...weights)).toBe(shown.happiness === 'own' ? 1 : 0);
  });

  it('does not take the one on stage with it when it cannot be loaded', async () => {
    const driver = createVrmDriver(await loadAvatar(minimalVrm()));
    const frame = createAvatarFrame();
    frame.emotions.happiness = 0.5;
    await expect(loadAvatar(minimalVrm({ withoutBones: ['hips'] }))).rejects.toThrow('Export it again');
    driver.apply(frame, 1 / 60);
    expect(driver.weights['happy']).toBeCloseTo(0.5);
    expect(driver.object.children).toContain(driver.avatar.vrm.scene);
  });

  it('shows nothing of a frame that is not a number', async () => {
    const driver = createVrmDriver(await loadAvatar(minimalVrm()));
    const frame = createAvatarFrame();
    for (const emotion of EMOTIONS) frame.emotions[emotion] = Number.NaN;
    frame.mouth.aa = frame.blink = frame.gaze.yaw = frame.hips.x = Number.NaN;
    frame.body.fill(Number.NaN);
    driver.apply(frame, 1 / 60);
    for (const [name, weight] of Object.entries(driver.weights)) expect(weight).toBe(name === 'neutral' ? 1 : 0);
    driver.object.updateMatrixWorld(true);
    driver.object.traverse((node) => expect(node.matrixWorld.elements.every(Number.isFinite)).toBe(true));
  });
});

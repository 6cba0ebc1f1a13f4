import { Vector3, type BufferGeometry, type Mesh, type Object3D } from 'three';
import { describe, expect, it } from 'vitest';
import { type AvatarFrame, BONE_INDEX, createAvatarFrame, DEFAULT_CHARACTER, type HumanBone, initialState } from '../../../src/core/index.ts';
import { type VrmDriver, type VrmDriverOptions, createVrmDriver, loadAvatar } from '../../../src/three/index.ts';
import { samplePerformance } from '../../../src/core/perform/sample.ts';
import { type MinimalVrm, minimalVrm, PRESETS } from './minimal-vrm.ts';

async function driverFor(avatar: MinimalVrm = {}, options?: VrmDriverOptions): Promise<VrmDriver> {
  return createVrmDriver(await loadAvatar(minimalVrm(avatar)), options);
}

/** Turns a bone of a frame about x, y or z. */
function turn({ body }: AvatarFrame, name: HumanBone, axis: 0 | 1 | 2, angle: number): void {
  const start = 4 * BONE_INDEX[name];
  body.fill(0, start, start + 3);
  body[start + axis] = Math.sin(angle / 2);
  body[start + 3] = Math.cos(angle / 2);
}

/** Shows one frame long enough for everything to settle. */
function show(driver: VrmDriver, change: (frame: AvatarFrame) => void = () => {}, seconds = 2): void {
  const frame = createAvatarFrame();
  change(frame);
  for (let time = 0; time < seconds; time += 1 / 60) driver.apply(frame, 1 / 60);
  driver.object.updateMatrixWorld(true);
}

function bone(driver: VrmDriver, name: Parameters<typeof driver.avatar.vrm.humanoid.getRawBoneNode>[0]): Object3D {
  return driver.avatar.vrm.humanoid.getRawBoneNode(name)!;
}

const at = (object: Object3D): Vector3 => object.getWorldPosition(new Vector3());

/** Where the face points, seen from above, in the world. */
function facing(driver: VrmDriver): Vector3 {
  return at(bone(driver, 'leftEye')).sub(at(bone(driver, 'rightEye'))).cross(new Vector3(0, 1, 0)).normalize();
}

describe.each(['1.0', '0.x'] as const)('VRM %s', (version) => {
  it('hangs its arms by its sides, a little bent', async () => {
    const driver = await driverFor({ version });
    show(driver, (frame) => samplePerformance(initialState({ seed: 1, language: 'en', character: DEFAULT_CHARACTER }).performance, 0, 1, frame));
    for (const [side, sign] of [['left', 1], ['right', -1]] as const) {
      const [shoulder, elbow, hand] = [`${side}UpperArm`, `${side}LowerArm`, `${side}Hand`].map((name) => at(bone(driver, name as 'head'))) as [Vector3, Vector3, Vector3];
      const down = Math.atan2(shoulder.y - elbow.y, sign * (elbow.x - shoulder.x));
      expect(down).toBeGreaterThan(1.1);
      expect(down).toBeLessThan(1.4);
      expect(hand.z).toBeGreaterThan(elbow.z + 0.03);
      expect(elbow.clone().sub(shoulder).angleTo(hand.clone().sub(elbow))).toBeLessThan(0.5);
    }
  });

  it('turns head and eyes to its left for a player there, and up', async () => {
    const driver = await driverFor({ version });
    driver.setEyes(new Vector3(1, 1.6, 1));
    show(driver);
    expect(facing(driver).x).toBeGreaterThan(0.3);
    expect(driver.gaze.yaw).toBeGreaterThan(0.1);
    driver.setEyes(new Vector3(0, 2.4, 1));
    const level = driver.avatar.vrm.humanoid.getNormalizedBoneNode('head')!.rotation.x;
    show(driver);
    expect(driver.gaze.pitch).toBeGreaterThan(0.1);
    const sign = version === '0.x' ? -1 : 1;
    expect(sign * (driver.avatar.vrm.humanoid.getNormalizedBoneNode('head')!.rotation.x - level)).toBeLessThan(-0.1);
  });

  it('turns the eye bones the way the gaze says', async () => {
    const driver = await driverFor({ version });
    show(driver, (frame) => Object.assign(frame.gaze, { yaw: 0.5, pitch: -0.3 }));
    const eye = bone(driver, 'leftEye');
    const forward = new Vector3(0, 0, version === '0.x' ? -1 : 1).transformDirection(eye.matrixWorld);
    expect(forward.x).toBeGreaterThan(0.02);
    expect(forward.y).toBeLessThan(-0.01);
  });

  it('leans towards the player', async () => {
    const driver = await driverFor({ version });
    show(driver);
    const upright = at(driver.head);
    show(driver, (frame) => turn(frame, 'spine', 0, 0.3));
    expect(at(driver.head).z).toBeGreaterThan(upright.z + 0.05);
  });
});

describe('expressions', () => {
  it('show the frame’s emotion, and can be read back', async () => {
    const driver = await driverFor();
    show(driver, (frame) => (frame.emotions.happiness = 0.6));
    expect(driver.weights['happy']).toBeCloseTo(0.6);
    const body = driver.object.getObjectByName('body') as Mesh;
    expect(Math.max(...body.morphTargetInfluences!)).toBeCloseTo(0.6);
  });

  it('let the mouth speak through a smile', async () => {
    const driver = await driverFor();
    show(driver, (frame) => {
      frame.emotions.happiness = 1;
      frame.mouth.aa = 1;
      frame.speaking = true;
    });
    expect(driver.weights['happy']).toBeGreaterThan(0.4);
    const body = driver.object.getObjectByName('body') as Mesh;
    expect(body.morphTargetInfluences![body.morphTargetDictionary!['aa'] ?? PRESETS.indexOf('aa')]).toBeGreaterThan(0.7);
  });

  it('survive an avatar that has none', async () => {
    const driver = await driverFor({ expressions: [] });
    show(driver, (frame) => (frame.emotions.happiness = 1));
    expect(driver.weights).toEqual({});
  });
});

describe('movement', () => {
  it('gives the turns of a trunk bone that is missing to the one below, and of a neck to the head', async () => {
    const driver = await driverFor({ withoutBones: ['chest', 'neck'] });
    show(driver, (frame) => {
      turn(frame, 'chest', 0, 0.2);
      turn(frame, 'upperChest', 0, 0.1);
      turn(frame, 'neck', 1, 0.3);
      turn(frame, 'head', 1, 0.2);
    });
    expect(driver.avatar.vrm.humanoid.getNormalizedBoneNode('spine')!.rotation.x).toBeCloseTo(0.3);
    expect(driver.avatar.vrm.humanoid.getNormalizedBoneNode('head')!.rotation.y).toBeCloseTo(0.5);
  });

  it('keeps the eyes within their limits, wherever the player is', async () => {
    const driver = await driverFor({}, { gazeLimits: { yaw: 0.4, pitch: 0.25 } });
    for (const place of [[3, 1.6, 0.1], [-3, 1.6, 0.1], [0, 5, 0.2], [0, -5, 0.2], [0, 1.6, -2], [0, 1.6, 0]] as const) {
      driver.setEyes(new Vector3(...place));
      show(driver, (frame) => Object.assign(frame.gaze, { yaw: 0.3, pitch: 0.3 }));
      expect(Math.abs(driver.gaze.yaw)).toBeLessThanOrEqual(0.4);
      expect(Math.abs(driver.gaze.pitch)).toBeLessThanOrEqual(0.25);
    }
  });

  it('lets go of a player behind its back', async () => {
    const driver = await driverFor();
    driver.setEyes(new Vector3(0.2, 1.6, -2));
    show(driver);
    expect(facing(driver).z).toBeGreaterThan(0.99);
    expect(driver.gaze.yaw).toBeCloseTo(0);
  });

  it('follows the player’s eyes also where it stands turned and moved', async () => {
    const driver = await driverFor();
    driver.object.position.set(4, 1, 2);
    driver.object.rotation.y = Math.PI / 2;
    driver.setEyes(new Vector3(6, 1 + driver.headHeight, 2));
    show(driver);
    expect(driver.gaze.yaw).toBeCloseTo(0, 2);
    expect(facing(driver).x).toBeGreaterThan(0.99);
  });

  it('eases the head instead of snapping it', async () => {
    const driver = await driverFor();
    driver.setEyes(new Vector3(2, 1.6, 2));
    driver.apply(createAvatarFrame(), 1 / 60);
    driver.object.updateMatrixWorld(true);
    expect(facing(driver).x).toBeGreaterThan(0);
    expect(facing(driver).x).toBeLessThan(0.05);
  });

  it('stays finite through broken frames, and recovers', async () => {
    const driver = await driverFor();
    driver.setEyes(new Vector3(Number.NaN, 0, 0));
    show(driver, (frame) => {
      frame.body.fill(Number.NaN);
      frame.hips.y = frame.blink = frame.gaze.pitch = frame.emotions.anger = Number.NaN;
    }, 0.1);
    driver.apply(createAvatarFrame(), Number.NaN);
    driver.setEyes(null);
    show(driver);
    driver.object.traverse((object) => expect(object.matrixWorld.elements.every(Number.isFinite)).toBe(true));
  });

  it('does not fling springs on a teleport', async () => {
    const driver = await driverFor();
    show(driver);
    const rest = bone(driver, 'leftLowerLeg').quaternion.clone();
    driver.object.position.set(20, 0, 5);
    show(driver, undefined, 1 / 60);
    expect(bone(driver, 'leftLowerLeg').quaternion.angleTo(rest)).toBeLessThan(0.1);
  });
});

describe('a driver', () => {
  it('names what is wrong with its options', async () => {
    await expect(driverFor({}, { gazeLimits: { yaw: 35, pitch: 0.4 } })).rejects.toThrow('Expected gazeLimits.yaw in (0, 1.57] radians, but got 35. Give radians, not degrees.');
    await expect(driverFor({}, { springThrottle: { beyond: 5, rate: 0 } })).rejects.toThrow('Expected springThrottle.rate above 0 Hz, but got 0');
  });

  it('disposes of every geometry and material, and leaves the scene', async () => {
    const driver = await driverFor();
    const parent = driver.object.clone(false).add(driver.object);
    const open = new Set<unknown>();
    driver.object.traverse((object) => {
      const { geometry, material } = object as Mesh<BufferGeometry>;
      for (const resource of [geometry, material].flat()) {
        if (!resource) continue;
        open.add(resource);
        resource.addEventListener('dispose', () => open.delete(resource));
      }
    });
    expect(open.size).toBeGreaterThan(1);
    driver.dispose();
    expect(open.size).toBe(0);
    expect(parent.children).toEqual([]);
  });
});

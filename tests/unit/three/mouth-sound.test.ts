import fc from 'fast-check';
import { Box3, Group, Object3D, PerspectiveCamera, Vector3 } from 'three';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { createMouthSound } from '../../../src/three/index.ts';

class FakeParam {
  value = 0;
  setTargetAtTime(value: number): void {
    this.value = value;
  }
}

class FakePanner {
  readonly positionX = new FakeParam();
  readonly positionY = new FakeParam();
  readonly positionZ = new FakeParam();
  readonly ends: unknown[] = [];
  readonly context: unknown;
  readonly options: PannerOptions;
  constructor(given: unknown, options: PannerOptions) {
    this.context = given;
    this.options = options;
  }
  connect(node: unknown): void {
    this.ends.push(node);
  }
  disconnect(): void {
    this.ends.length = 0;
  }
}

const context = { currentTime: 0, destination: {} } as unknown as AudioContext;
const renderer = { xr: { isPresenting: false } } as never;

/** An avatar that stands somewhere in the world, turned some way. */
function standing(x: number, z: number, yaw: number) {
  const object = new Group();
  const head = new Object3D();
  object.add(head);
  head.position.y = 1.4;
  object.position.set(x, 0, z);
  object.rotation.y = yaw;
  object.updateMatrixWorld(true);
  return { object, head, avatar: { headBox: new Box3(new Vector3(-0.1, 1.4, -0.1), new Vector3(0.1, 1.7, 0.1)) } } as never;
}

afterEach(() => {
  vi.unstubAllGlobals();
});

describe('createMouthSound', () => {
  it('ends in the hub’s output, by one node for each context, and lets go of it', () => {
    vi.stubGlobal('PannerNode', FakePanner);
    const output = {} as AudioNode;
    const sound = createMouthSound({ output });
    const panner = sound.destination(context) as unknown as FakePanner;
    expect(panner.ends).toEqual([output]);
    expect(panner.options.panningModel).toBe('HRTF');
    expect(sound.destination(context)).toBe(panner);
    expect(sound.destination({ ...context })).not.toBe(panner);
    expect(panner.ends).toEqual([]);
  });

  it('is ahead of a player who looks at the avatar, and to the right of one who looks past it to the left', () => {
    vi.stubGlobal('PannerNode', FakePanner);
    const sound = createMouthSound({ output: {} as AudioNode });
    const { positionX, positionZ } = sound.destination(context) as unknown as FakePanner;
    const camera = new PerspectiveCamera();
    camera.position.set(0, 1.4, 2);
    sound.follow(standing(0, 0, 0), renderer, camera);
    expect(positionX.value).toBeCloseTo(0);
    expect(positionZ.value).toBeCloseTo(-1.92);
    camera.rotation.y = 0.5;
    camera.updateMatrixWorld();
    sound.follow(standing(0, 0, 0), renderer, camera);
    expect(positionX.value).toBeGreaterThan(0.5);
  });

  it('is as far as the mouth is, wherever both are', () => {
    vi.stubGlobal('PannerNode', FakePanner);
    const number = fc.double({ min: -5, max: 5, noNaN: true });
    fc.assert(fc.property(number, number, number, number, number, (x, z, yaw, height, pitch) => {
      const sound = createMouthSound({ output: {} as AudioNode });
      const { positionX, positionY, positionZ } = sound.destination(context) as unknown as FakePanner;
      const camera = new PerspectiveCamera();
      camera.position.set(0.3, height, -0.2);
      camera.rotation.set(pitch / 4, yaw, 0);
      sound.follow(standing(x, z, yaw), renderer, camera);
      const mouth = new Vector3(x + 0.08 * Math.sin(yaw), 1.4, z + 0.08 * Math.cos(yaw));
      expect(Math.hypot(positionX.value, positionY.value, positionZ.value)).toBeCloseTo(mouth.distanceTo(camera.position), 4);
    }), { numRuns: 50 });
  });

  it('refuses what is no hub', () => {
    expect(() => createMouthSound({} as never)).toThrow('createAudioHub()');
  });
});

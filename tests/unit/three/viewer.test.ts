import { Group, Object3D, PerspectiveCamera, Vector3, type WebGLRenderer } from 'three';
import { describe, expect, it } from 'vitest';
import { readViewer, standBefore } from '../../../src/three/index.ts';

function rendererWith(pose: { position: object; orientation: object } | null): WebGLRenderer {
  return { xr: { isPresenting: pose !== null, getReferenceSpace: () => ({}), getFrame: () => ({ getViewerPose: () => ({ transform: pose }) }) } } as unknown as WebGLRenderer;
}

describe('the player’s eyes', () => {
  it('are the camera on a screen', () => {
    const camera = new PerspectiveCamera();
    camera.position.set(1, 1.6, 3);
    const direction = new Vector3();
    expect(readViewer(rendererWith(null), camera, new Vector3(), direction).toArray()).toEqual([1, 1.6, 3]);
    expect(direction.z).toBeCloseTo(-1);
  });

  it('are the headset’s pose in a session, moved with the player’s rig', () => {
    const rig = new Group();
    rig.position.set(10, 0, 0);
    rig.rotation.y = Math.PI;
    const camera = new PerspectiveCamera();
    rig.add(camera);
    const renderer = rendererWith({ position: { x: 0, y: 1.5, z: -1 }, orientation: { x: 0, y: 0, z: 0, w: 1 } });
    const direction = new Vector3();
    const eyes = readViewer(renderer, camera, new Vector3(), direction);
    expect(eyes.distanceTo(new Vector3(10, 1.5, 1))).toBeCloseTo(0);
    expect(direction.z).toBeCloseTo(1);
  });
});

describe('standing before the player', () => {
  it('is on the floor, at a distance, face to face, in any parent', () => {
    const parent = new Group();
    parent.position.set(-3, 2, 1);
    parent.rotation.y = 1;
    const avatar = new Object3D();
    parent.add(avatar);
    const eyes = new Vector3(2, 1.7, 4);
    standBefore(avatar, eyes, new Vector3(1, -0.6, 0), 1.5);
    parent.updateMatrixWorld(true);
    expect(avatar.getWorldPosition(new Vector3()).distanceTo(new Vector3(3.5, 0, 4))).toBeCloseTo(0);
    expect(avatar.getWorldDirection(new Vector3()).distanceTo(new Vector3(-1, 0, 0))).toBeCloseTo(0);
  });
});

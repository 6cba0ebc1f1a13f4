import type { Mesh, Object3D, Quaternion, Vector3 } from 'three';
import { type AvatarFrame, createAvatarFrame, DEFAULT_CHARACTER, type Emotion, EMOTIONS, initialState, type Radians, samplePerformance, type Unit } from '../../core/index.ts';
import type { Avatar } from '../avatar.ts';
import type { Bearing } from '../face/expression-mixer.ts';
import { createFace } from '../face/face.ts';
import { createGaze, gazeLimitsOf } from '../gaze.ts';
import { createPosture } from '../posture.ts';

/** The head turns to nobody, and neither speech nor a look up or down bends the face. */
const STILL: Bearing = new Float64Array(2);

/** An avatar that sits for portraits: still, at ease, without springs or time. */
export interface Sitter {
  /** Shows emotions, eyes turned by an angle to the avatar's left. */
  pose(emotions: Readonly<Record<Emotion, Unit>>, gazeYaw: Radians): void;
}

export function createSitter(avatar: Avatar): Sitter {
  const { vrm } = avatar;
  const face = createFace(avatar);
  const posture = createPosture(vrm);
  const gaze = createGaze(vrm, vrm.scene, avatar.eyeHeight, avatar.build.head.y, gazeLimitsOf(vrm));
  const frame: AvatarFrame = createAvatarFrame(avatar.build);
  const { performance } = initialState({ seed: 1, language: 'en', character: DEFAULT_CHARACTER });
  return {
    pose(emotions, gazeYaw) {
      samplePerformance(performance, 0, 0, frame);
      for (const emotion of EMOTIONS) frame.emotions[emotion] = emotions[emotion];
      posture.apply(frame, STILL);
      gaze.aim(null, { yaw: gazeYaw, pitch: 0 });
      face.show({ emotions: frame.emotions, mouth: frame.mouth, blink: 0 }, STILL);
      vrm.nodeConstraintManager?.update();
    },
  };
}

/** Remembers everything that a portrait changes on an avatar, and gives back the way to restore it. */
export function rememberPose({ vrm: { scene, expressionManager, lookAt } }: Avatar): () => void {
  const parent = scene.parent;
  const nodes: [Object3D, Vector3, Quaternion][] = [];
  const morphs: [number[], number[]][] = [];
  scene.traverse((node) => {
    nodes.push([node, node.position.clone(), node.quaternion.clone()]);
    const { morphTargetInfluences } = node as Mesh;
    if (morphTargetInfluences) morphs.push([morphTargetInfluences, [...morphTargetInfluences]]);
  });
  const weights = (expressionManager?.expressions ?? []).map((expression) => ({ expression, weight: expression.weight }));
  const [yaw, pitch] = [lookAt?.yaw ?? 0, lookAt?.pitch ?? 0];
  return () => {
    if (parent) parent.add(scene);
    else scene.removeFromParent();
    for (const [node, position, quaternion] of nodes) {
      node.position.copy(position);
      node.quaternion.copy(quaternion);
    }
    for (const [influences, values] of morphs) values.forEach((value, index) => (influences[index] = value));
    for (const { expression, weight } of weights) expression.weight = weight;
    if (lookAt) Object.assign(lookAt, { yaw, pitch });
  };
}

import { glb } from './minimal-vrm.ts';

type Quat = readonly [number, number, number, number];

export interface MinimalVrma {
  readonly duration?: number;
  /** For each bone, the quaternion that it keeps for the whole time. */
  readonly bones?: Readonly<Record<string, Quat>>;
  /** Where the hips stay, in metres; they rest 1 m above the ground. */
  readonly hips?: readonly [number, number, number];
  /** For each expression, the weight that it keeps. */
  readonly expressions?: Readonly<Record<string, number>>;
  /** Where the eyes look. */
  readonly lookAt?: Quat;
}

const CHAIN = ['hips', 'spine', 'chest', 'neck', 'head', 'leftUpperArm', 'rightUpperArm'];

/** Builds a small VRM animation in memory: a chain of bones, and nodes for expressions and gaze. */
export function minimalVrma({ duration = 2, bones = {}, hips, expressions = {}, lookAt }: MinimalVrma = {}): ArrayBuffer {
  const bytes: Uint8Array[] = [];
  const bufferViews: object[] = [];
  const accessors: object[] = [];
  let length = 0;
  const accessor = (values: readonly number[], type: string, width: number): number => {
    const data = new Uint8Array(new Float32Array(values).buffer);
    bufferViews.push({ buffer: 0, byteOffset: length, byteLength: data.length });
    bytes.push(data);
    length += data.length;
    return accessors.push({ bufferView: bufferViews.length - 1, componentType: 5126, type, count: values.length / width, min: type === 'SCALAR' ? [0] : undefined, max: type === 'SCALAR' ? [duration] : undefined }) - 1;
  };
  const times = accessor([0, duration], 'SCALAR', 1);
  const nodes: { name: string; translation?: readonly number[]; children?: number[] }[] = CHAIN.map((name, at) => ({
    name, translation: at === 0 ? [0, 1, 0] : [0, 0.1, 0], ...(at + 1 < CHAIN.length ? { children: [at + 1] } : {}),
  }));
  const samplers: object[] = [];
  const channels: object[] = [];
  const animate = (node: number, path: 'rotation' | 'translation', value: readonly number[]): void => {
    const output = accessor([...value, ...value], path === 'rotation' ? 'VEC4' : 'VEC3', value.length);
    channels.push({ sampler: samplers.push({ input: times, output }) - 1, target: { node, path } });
  };
  for (const [name, turn] of Object.entries(bones)) animate(CHAIN.indexOf(name), 'rotation', turn);
  if (hips) animate(0, 'translation', hips);
  const custom: Record<string, object> = {};
  const preset: Record<string, object> = {};
  for (const [name, weight] of Object.entries(expressions)) {
    const node = nodes.push({ name }) - 1;
    (name === 'happy' ? preset : custom)[name] = { node };
    animate(node, 'translation', [weight, 0, 0]);
  }
  const eyes = nodes.push({ name: 'eyes' }) - 1;
  if (lookAt) animate(eyes, 'rotation', lookAt);
  const loose = nodes.map((_, at) => at).slice(CHAIN.length);
  return glb({
    asset: { version: '2.0' }, scene: 0, scenes: [{ nodes: [0, ...loose] }], nodes, accessors, bufferViews, buffers: [{ byteLength: length }],
    animations: [{ samplers, channels }],
    extensionsUsed: ['VRMC_vrm_animation'],
    extensions: { VRMC_vrm_animation: {
      specVersion: '1.0', humanoid: { humanBones: Object.fromEntries(CHAIN.map((name, node) => [name, { node }])) },
      expressions: { preset, custom }, ...(lookAt ? { lookAt: { node: eyes } } : {}),
    } },
  }, bytes, length);
}

/** Builds a small VRM in memory: one box for each bone, lids and lips as boxes of their own. */

export interface MinimalVrm {
  readonly version?: '0.x' | '1.0';
  /** Expression names; presets go where presets belong, the rest are custom. */
  readonly expressions?: readonly string[];
  readonly lookAt?: boolean;
  readonly springs?: boolean;
  readonly withoutBones?: readonly string[];
}

export const PRESETS = [
  'happy', 'angry', 'sad', 'relaxed', 'surprised', 'neutral', 'aa', 'ih', 'ou', 'ee', 'oh', 'blink', 'blinkLeft', 'blinkRight',
  'lookUp', 'lookDown', 'lookLeft', 'lookRight',
];

type Vector = readonly [number, number, number];
interface Part { readonly bone: string; readonly centre: Vector; readonly size: Vector; readonly label: string }

const BONES: readonly (readonly [name: string, parent: string | null, place: Vector])[] = [
  ['hips', null, [0, 0.95, 0]], ['spine', 'hips', [0, 1.05, 0]], ['chest', 'spine', [0, 1.2, 0]], ['neck', 'chest', [0, 1.42, 0]],
  ['head', 'neck', [0, 1.5, 0]], ['leftEye', 'head', [0.035, 1.6, 0.08]], ['rightEye', 'head', [-0.035, 1.6, 0.08]],
  ...['left', 'right'].flatMap((side) => {
    const sign = side === 'left' ? 1 : -1;
    return [
      [`${side}Shoulder`, 'chest', [sign * 0.04, 1.38, 0]], [`${side}UpperArm`, `${side}Shoulder`, [sign * 0.16, 1.38, 0]],
      [`${side}LowerArm`, `${side}UpperArm`, [sign * 0.42, 1.38, 0]], [`${side}Hand`, `${side}LowerArm`, [sign * 0.66, 1.38, 0]],
      [`${side}UpperLeg`, 'hips', [sign * 0.09, 0.9, 0]], [`${side}LowerLeg`, `${side}UpperLeg`, [sign * 0.09, 0.5, 0]],
      [`${side}Foot`, `${side}LowerLeg`, [sign * 0.09, 0.08, 0]],
    ] as [string, string, Vector][];
  }),
];

const SHAPES: readonly Part[] = [
  ...BONES.filter(([name]) => !/Eye|head/.test(name)).map(([bone, , [x, y, z]]): Part => {
    const arm = /(Arm|Hand)$/.test(bone) ? (bone.startsWith('left') ? 0.12 : -0.12) : 0;
    const leg = bone.endsWith('Leg') ? -0.2 : 0;
    return { bone, label: bone, centre: [x + arm, y + leg + (arm || leg ? 0 : 0.06), z], size: arm ? [0.22, 0.06, 0.06] : leg ? [0.1, 0.38, 0.1] : [0.14, 0.12, 0.12] };
  }),
  { bone: 'head', label: 'head', centre: [0, 1.6, 0], size: [0.17, 0.22, 0.18] },
  { bone: 'leftEye', label: 'eye', centre: [0.035, 1.62, 0.09], size: [0.03, 0.03, 0.02] },
  { bone: 'rightEye', label: 'eye', centre: [-0.035, 1.62, 0.09], size: [0.03, 0.03, 0.02] },
  { bone: 'head', label: 'lids', centre: [0, 1.645, 0.105], size: [0.12, 0.01, 0.01] },
  { bone: 'head', label: 'lips', centre: [0, 1.54, 0.095], size: [0.06, 0.01, 0.02] },
  { bone: 'head', label: 'brow', centre: [0, 1.67, 0.095], size: [0.12, 0.01, 0.02] },
];

/** Where an expression moves each part; a happy face squints by half a blink and draws the lips up. */
function offset(expression: string, label: string): Vector {
  const lids = expression.startsWith('blink') ? -0.04 : expression === 'happy' ? -0.02 : expression === 'surprised' ? 0.01 : 0;
  const lips: Record<string, number> = { happy: 0.02, sad: -0.02, surprised: -0.03, aa: -0.04, oh: -0.03, ou: -0.02, ih: -0.01, ee: -0.015 };
  const brow: Record<string, number> = { angry: -0.02, surprised: 0.02, sad: 0.01, fear: 0.02, browInnerUp: 0.02, browDown: -0.02 };
  if (label === 'lids') return [0, lids, 0];
  if (label === 'lips') return [0, lips[expression] ?? (/^(viseme_|mouth|jaw)/.test(expression) ? -0.02 : 0), 0];
  return label === 'brow' ? [0, brow[expression] ?? 0, 0] : [0, 0, 0];
}

export function minimalVrm(options: MinimalVrm = {}): ArrayBuffer {
  const { version = '1.0', expressions = PRESETS, lookAt = true, springs = true, withoutBones = [] } = options;
  const old = version === '0.x';
  const turned = ([x, y, z]: Vector): Vector => (old ? [-x, y, -z] : [x, y, z]);
  const bones = BONES.filter(([name]) => !withoutBones.includes(name));
  const index = new Map(bones.map(([name], at) => [name, at]));
  const place = new Map(BONES.map(([name, , at]) => [name, turned(at)]));
  const parentOf = (name: string): string | null => {
    const parent = BONES.find(([bone]) => bone === name)?.[1] ?? null;
    return parent === null || index.has(parent) ? parent : parentOf(parent);
  };

  const positions: number[] = [];
  const joints: number[] = [];
  const labels: string[] = [];
  const faces: number[] = [];
  for (const { bone, centre, size, label } of SHAPES) {
    const start = labels.length;
    const joint = index.get(bone) ?? 0;
    for (let corner = 0; corner < 8; corner++) {
      positions.push(...turned([0, 1, 2].map((axis) => (centre[axis] ?? 0) + ((corner >> axis) & 1 ? 0.5 : -0.5) * (size[axis] ?? 0)) as unknown as Vector));
      joints.push(joint, 0, 0, 0);
      labels.push(label);
    }
    faces.push(...[0, 2, 1, 1, 2, 3, 4, 5, 6, 5, 7, 6, 0, 1, 4, 1, 5, 4, 2, 6, 3, 3, 6, 7, 0, 4, 2, 2, 4, 6, 1, 3, 5, 3, 7, 5].map((at) => at + start));
  }

  const bytes: Uint8Array[] = [];
  const bufferViews: object[] = [];
  const accessors: object[] = [];
  let length = 0;
  const accessor = (data: Float32Array | Uint8Array | Uint16Array, componentType: number, type: string, width: number, extra: object = {}): number => {
    const padded = new Uint8Array(Math.ceil(data.byteLength / 4) * 4);
    padded.set(new Uint8Array(data.buffer, data.byteOffset, data.byteLength));
    bufferViews.push({ buffer: 0, byteOffset: length, byteLength: data.byteLength });
    bytes.push(padded);
    length += padded.length;
    return accessors.push({ bufferView: bufferViews.length - 1, componentType, type, count: data.length / width, ...extra }) - 1;
  };
  const bounds = (values: number[]): object => ({
    min: [0, 1, 2].map((axis) => Math.min(...values.filter((_, at) => at % 3 === axis))),
    max: [0, 1, 2].map((axis) => Math.max(...values.filter((_, at) => at % 3 === axis))),
  });
  const floats = (values: number[]): number => accessor(new Float32Array(values), 5126, 'VEC3', 3, bounds(values));
  const weights = labels.flatMap(() => [1, 0, 0, 0]);
  const inverse = bones.flatMap(([name]) => {
    const [x, y, z] = place.get(name) ?? [0, 0, 0];
    return [1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0, -x, -y, -z, 1];
  });
  const primitive = {
    attributes: {
      POSITION: floats(positions),
      JOINTS_0: accessor(new Uint8Array(joints), 5121, 'VEC4', 4),
      WEIGHTS_0: accessor(new Float32Array(weights), 5126, 'VEC4', 4),
    },
    indices: accessor(new Uint16Array(faces), 5123, 'SCALAR', 1),
    targets: expressions.map((name) => ({ POSITION: floats(labels.flatMap((label) => turned(offset(name, label)))) })),
  };
  const nodes: object[] = bones.map(([name]) => {
    const parent = parentOf(name);
    const [x, y, z] = place.get(name) ?? [0, 0, 0];
    const [px, py, pz] = (parent === null ? undefined : place.get(parent)) ?? [0, 0, 0];
    const children = bones.filter(([child]) => parentOf(child) === name).map(([child]) => index.get(child));
    return { name, translation: [x - px, y - py, z - pz], ...(children.length > 0 ? { children } : {}) };
  });
  const meshNode = nodes.push({ name: 'body', mesh: 0, skin: 0 }) - 1;
  const json = {
    asset: { version: '2.0', generator: 'attune tests' },
    scene: 0, scenes: [{ nodes: [0, meshNode] }], nodes,
    meshes: [{ primitives: [primitive] }],
    skins: [{ joints: bones.map((_, at) => at), inverseBindMatrices: accessor(new Float32Array(inverse), 5126, 'MAT4', 16) }],
    accessors, bufferViews, buffers: [{ byteLength: length }],
    extensionsUsed: old ? ['VRM'] : ['VRMC_vrm', ...(springs ? ['VRMC_springBone'] : [])],
    extensions: old ? { VRM: vrm0() } : { VRMC_vrm: vrm1(), ...(springs ? { VRMC_springBone: hangingHands() } : {}) },
  };

  function vrm1(): object {
    const entry = (name: string): [string, object] => [name, { morphTargetBinds: [{ node: meshNode, index: expressions.indexOf(name), weight: 1 }] }];
    const range = { inputMaxValue: 90, outputScale: 10 };
    return {
      specVersion: '1.0',
      meta: { name: 'Boxes', authors: ['Attune tests'], licenseUrl: 'https://vrm.dev/licenses/1.0/' },
      humanoid: { humanBones: Object.fromEntries(bones.map(([name]) => [name, { node: index.get(name) }])) },
      expressions: {
        preset: Object.fromEntries(expressions.filter((name) => PRESETS.includes(name)).map(entry)),
        custom: Object.fromEntries(expressions.filter((name) => !PRESETS.includes(name)).map(entry)),
      },
      ...(lookAt ? { lookAt: { type: 'bone', offsetFromHeadBone: [0, 0.1, 0.08], rangeMapHorizontalInner: range, rangeMapHorizontalOuter: range, rangeMapVerticalDown: range, rangeMapVerticalUp: range } } : {}),
    };
  }

  function vrm0(): object {
    const presets: Record<string, string> = { happy: 'joy', sad: 'sorrow', angry: 'angry', relaxed: 'fun', aa: 'a', ih: 'i', ou: 'u', ee: 'e', oh: 'o', blink: 'blink', neutral: 'neutral' };
    const range = { curve: [0, 0, 0, 1, 1, 1, 1, 0], xRange: 90, yRange: 10 };
    return {
      specVersion: '0.0', exporterVersion: 'attune tests',
      meta: { title: 'Old boxes', author: 'Attune tests', licenseName: 'CC0' },
      humanoid: { humanBones: bones.map(([bone]) => ({ bone, node: index.get(bone) })) },
      blendShapeMaster: { blendShapeGroups: expressions.map((name, at) => ({ name, presetName: presets[name] ?? 'unknown', binds: [{ mesh: 0, index: at, weight: 100 }] })) },
      firstPerson: { firstPersonBone: index.get('head'), firstPersonBoneOffset: { x: 0, y: 0.1, z: 0 }, lookAtTypeName: 'Bone', lookAtHorizontalInner: range, lookAtHorizontalOuter: range, lookAtVerticalDown: range, lookAtVerticalUp: range },
      secondaryAnimation: { boneGroups: [], colliderGroups: [] },
      materialProperties: [],
    };
  }

  function hangingHands(): object {
    const joint = (name: string): object => ({ node: index.get(name), stiffness: 1, gravityPower: 0.5, dragForce: 0.4, hitRadius: 0.02 });
    return { specVersion: '1.0', springs: [{ name: 'feet', joints: [joint('leftLowerLeg'), joint('leftFoot')] }] };
  }

  return glb(json, bytes, length);
}

/** Packs JSON and binary chunks into a GLB. */
export function glb(json: object, bytes: readonly Uint8Array[] = [], length = 0): ArrayBuffer {
  const text = new TextEncoder().encode(JSON.stringify(json));
  const textLength = Math.ceil(text.length / 4) * 4;
  const total = 12 + 8 + textLength + (length > 0 ? 8 + length : 0);
  const file = new Uint8Array(total).fill(0x20);
  const view = new DataView(file.buffer);
  view.setUint32(0, 0x46546c67, true);
  view.setUint32(4, 2, true);
  view.setUint32(8, total, true);
  view.setUint32(12, textLength, true);
  view.setUint32(16, 0x4e4f534a, true);
  file.set(text, 20);
  if (length === 0) return file.buffer;
  let at = 20 + textLength;
  view.setUint32(at, length, true);
  view.setUint32(at + 4, 0x004e4942, true);
  at += 8;
  for (const part of bytes) {
    file.set(part, at);
    at += part.length;
  }
  return file.buffer;
}

import { customs, morphNames, presets, type Weights } from './expressions.ts';
import type { GazeLimits } from './face-details.ts';
import { GlbWriter } from './glb.ts';
import { sub, type Vec3 } from './math.ts';
import type { Mesh } from './mesh.ts';
import type { Atlas } from './paint.ts';
import type { Bone } from './skeleton.ts';

export interface Spring {
  readonly name: string;
  /** Bone names from root to tail. */
  readonly bones: readonly string[];
  readonly hitRadius: number;
  readonly stiffness: number;
  readonly gravity: number;
  readonly drag: number;
}

export interface Collider {
  readonly bone: string;
  readonly offset: Vec3;
  readonly radius: number;
  /** Present: a capsule from offset to tail. */
  readonly tail?: Vec3;
}

export interface AvatarParts {
  readonly name: string;
  readonly face: Mesh;
  readonly details: Mesh;
  readonly body: Mesh;
  readonly bones: readonly Bone[];
  readonly springs: readonly Spring[];
  readonly colliders: readonly Collider[];
  readonly atlas: Atlas;
  readonly thumbnail: Uint8Array;
  readonly gaze: GazeLimits;
  /** Outline in metres; 0 leaves it out. */
  readonly outline: number;
  /** Eye centre relative to the head bone. */
  readonly eyesFromHead: Vec3;
  readonly accents?: Accents;
}

/** Morphs that only this character has (ears, a crest), and the presets and customs that move them too. */
export interface Accents {
  readonly morphs: readonly string[];
  readonly expressions: Readonly<Record<string, Readonly<Record<string, number>>>>;
}

/** Horizontal angle to the target at which the eyes reach their limit; beyond it the head should turn. */
const gazeInput = { horizontal: 40, vertical: 30 };
/** The eye that turns outwards turns this much less, so that its iris stays within the lids' outer corner. */
const outwards = 0.82;
const degrees = (radians: number): number => Math.round((radians * 18000) / Math.PI) / 100;

export function writeVrm(parts: AvatarParts): Uint8Array {
  const glb = new GlbWriter();
  const { bones, accents } = parts;
  const morphs: readonly string[] = [...morphNames, ...(accents?.morphs ?? [])];
  const boneIndex = new Map(bones.map((b, i) => [b.name, i]));
  const nodeOf = (name: string): number => {
    const i = boneIndex.get(name);
    if (i === undefined) throw new Error(`writeVrm: no bone named ${name}`);
    return i;
  };
  const used = bones.length;
  const faceNode = used;
  const bodyNode = used + 1;

  const nodes = [
    ...bones.map((b) => {
      const parent = b.parent === undefined ? undefined : bones[nodeOf(b.parent)];
      const children = bones.flatMap((c, i) => (c.parent === b.name ? [i] : []));
      return { name: b.name, translation: (parent ? sub(b.at, parent.at) : b.at).map((x) => Math.round(x * 1e5) / 1e5 + 0), ...(children.length ? { children } : {}), ...(b.follows ? { extensions: { VRMC_node_constraint: { specVersion: '1.0', constraint: { rotation: { source: nodeOf(b.follows.source), weight: b.follows.weight } } } } } : {}) };
    }),
    { name: 'face', mesh: 0, skin: 0 },
    { name: 'body', mesh: 1, skin: 0 },
  ];

  const pictures = parts.atlas.encode();
  const images = [glb.image('lit', pictures.lit), glb.image('shade', pictures.shade)];
  if (parts.outline > 0) images.push(glb.image('outline-width', pictures.outline));
  const thumbnailImage = glb.image('thumbnail', parts.thumbnail);

  const meshes = [
    {
      name: 'face',
      primitives: [glb.primitive(parts.face, boneIndex, 0, morphs), glb.primitive(parts.details, boneIndex, 1, morphs)],
      weights: morphs.map(() => 0),
      extras: { targetNames: morphs },
    },
    { name: 'body', primitives: [glb.primitive(parts.body, boneIndex, 0, [])] },
  ];
  const inverseBind = bones.map((b) => [1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0, -b.at[0], -b.at[1], -b.at[2], 1]);
  const skins = [{ joints: bones.map((_, i) => i), inverseBindMatrices: glb.floats(inverseBind, 'MAT4', false, 0), skeleton: 0 }];

  const expression = (weights: Readonly<Record<string, number>>): object => ({
    isBinary: false,
    overrideBlink: 'none',
    overrideLookAt: 'none',
    overrideMouth: 'none',
    morphTargetBinds: morphs.flatMap((name, index) => (weights[name] ? [{ node: faceNode, index, weight: weights[name] }] : [])),
  });
  const table = (from: Readonly<Record<string, Weights>>): object => Object.fromEntries(Object.entries(from).map(([n, w]) => [n, expression(clampWeights({ ...w, ...accents?.expressions[n] }))]));

  const springColliders = parts.colliders.map((c) => ({
    node: nodeOf(c.bone),
    shape: c.tail ? { capsule: { offset: c.offset, radius: c.radius, tail: c.tail } } : { sphere: { offset: c.offset, radius: c.radius } },
  }));

  return glb.finish({
    asset: { version: '2.0', generator: 'Attune avatar kit' },
    extensionsUsed: ['VRMC_vrm', 'VRMC_materials_mtoon', 'VRMC_springBone', ...(bones.some((b) => b.follows) ? ['VRMC_node_constraint'] : [])],
    scene: 0,
    scenes: [{ name: parts.name, nodes: [0, faceNode, bodyNode] }],
    nodes,
    meshes,
    skins,
    samplers: [{ magFilter: 9729, minFilter: 9987, wrapS: 33071, wrapT: 33071 }],
    textures: images.map((source) => ({ sampler: 0, source })),
    materials: [toon(parts.outline), flat()],
    extensions: {
      VRMC_vrm: {
        specVersion: '1.0',
        meta: {
          name: parts.name,
          version: '1',
          authors: ['Attune contributors'],
          licenseUrl: 'https://vrm.dev/licenses/1.0/',
          otherLicenseUrl: 'https://creativecommons.org/publicdomain/zero/1.0/',
          thumbnailImage,
          avatarPermission: 'everyone',
          allowExcessivelyViolentUsage: true,
          allowExcessivelySexualUsage: true,
          commercialUsage: 'corporation',
          allowPoliticalOrReligiousUsage: true,
          allowAntisocialOrHateUsage: true,
          creditNotation: 'unnecessary',
          allowRedistribution: true,
          modification: 'allowModificationRedistribution',
        },
        humanoid: { humanBones: Object.fromEntries(bones.flatMap((b, node) => (b.humanoid ? [[b.name, { node }]] : []))) },
        firstPerson: { meshAnnotations: [{ node: faceNode, type: 'thirdPersonOnly' }, { node: bodyNode, type: 'auto' }] },
        lookAt: {
          type: 'bone',
          offsetFromHeadBone: parts.eyesFromHead.map((x) => Math.round(x * 1e5) / 1e5 + 0),
          rangeMapHorizontalInner: { inputMaxValue: gazeInput.horizontal, outputScale: degrees(parts.gaze.horizontal) },
          rangeMapHorizontalOuter: { inputMaxValue: gazeInput.horizontal, outputScale: degrees(parts.gaze.horizontal * outwards) },
          rangeMapVerticalDown: { inputMaxValue: gazeInput.vertical, outputScale: degrees(parts.gaze.down) },
          rangeMapVerticalUp: { inputMaxValue: gazeInput.vertical, outputScale: degrees(parts.gaze.up) },
        },
        expressions: { preset: table(presets), custom: table(customs) },
      },
      VRMC_springBone: {
        specVersion: '1.0',
        colliders: springColliders,
        colliderGroups: [{ name: 'body', colliders: springColliders.map((_, i) => i) }],
        springs: parts.springs.map((s) => ({
          name: s.name,
          joints: s.bones.map((name) => ({ node: nodeOf(name), hitRadius: s.hitRadius, stiffness: s.stiffness, gravityPower: s.gravity, gravityDir: [0, -1, 0], dragForce: s.drag })),
          colliderGroups: [0],
        })),
      },
    },
  });
}

/** VRM weights lie in 0..1. */
const clampWeights = (w: Readonly<Record<string, number>>): Readonly<Record<string, number>> => Object.fromEntries(Object.entries(w).filter(([, v]) => v > 0).map(([k, v]) => [k, Math.min(1, v)]));

const pbr = { baseColorFactor: [1, 1, 1, 1], baseColorTexture: { index: 0 }, metallicFactor: 0, roughnessFactor: 0.9 };

/** Skin, hair and cloth: two soft tones from the two atlases, a warm rim, an outline in each surface's own darker colour. */
const toon = (outline: number): object => ({
  name: 'toon',
  pbrMetallicRoughness: pbr,
  extensions: {
    VRMC_materials_mtoon: {
      specVersion: '1.0',
      transparentWithZWrite: false,
      renderQueueOffsetNumber: 0,
      shadeColorFactor: [1, 1, 1],
      shadeMultiplyTexture: { index: 1 },
      shadingShiftFactor: -0.08,
      shadingToonyFactor: 0.72,
      giEqualizationFactor: 0.9,
      matcapFactor: [0, 0, 0],
      rimLightingMixFactor: 0.8,
      parametricRimColorFactor: [0.1, 0.085, 0.075],
      parametricRimFresnelPowerFactor: 4,
      parametricRimLiftFactor: 0,
      ...(outline > 0
        ? {
            outlineWidthMode: 'worldCoordinates',
            outlineWidthFactor: outline,
            outlineWidthMultiplyTexture: { index: 2 },
            outlineColorFactor: [0.36, 0.25, 0.24],
            outlineLightingMixFactor: 1,
          }
        : { outlineWidthMode: 'none', outlineWidthFactor: 0 }),
    },
  },
});

/** Eyes, brows, lashes and the inside of the mouth: always lit, never outlined, so that they read from afar. */
const flat = (): object => ({
  name: 'details',
  pbrMetallicRoughness: pbr,
  extensions: {
    VRMC_materials_mtoon: {
      specVersion: '1.0',
      transparentWithZWrite: false,
      renderQueueOffsetNumber: 0,
      shadeColorFactor: [1, 1, 1],
      shadeMultiplyTexture: { index: 1 },
      shadingShiftFactor: 1,
      shadingToonyFactor: 0.9,
      giEqualizationFactor: 0.9,
      matcapFactor: [0, 0, 0],
      rimLightingMixFactor: 1,
      parametricRimColorFactor: [0, 0, 0],
      parametricRimFresnelPowerFactor: 5,
      parametricRimLiftFactor: 0,
      outlineWidthMode: 'none',
      outlineWidthFactor: 0,
    },
  },
});

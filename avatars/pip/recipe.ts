import { buildHead, type AvatarRecipe, type Level } from '../kit/assemble.ts';
import { chainBones } from '../kit/chain.ts';
import type { GazeLimits } from '../kit/face-details.ts';
import { createFaceSurface, type FaceSurface } from '../kit/face-surface.ts';
import { gather, perLevel } from '../kit/gather.ts';
import { add, scale, sub, type Vec3 } from '../kit/math.ts';
import type { Mesh } from '../kit/mesh.ts';
import { Atlas } from '../kit/paint.ts';
import { resizeBones, resizeColliders, resizeMesh, resizeSprings } from '../kit/resize.ts';
import { humanoidBones, type Bone } from '../kit/skeleton.ts';
import { presets } from '../kit/expressions.ts';
import { drawThumbnail } from '../kit/thumbnail.ts';
import { writeVrm, type AvatarParts, type Collider } from '../kit/vrm.ts';
import { buildCoat, tailAt, tailChain } from './coat.ts';
import { buildEars, earAccents, earAt, earChain } from './ears.ts';
import { buildFluff, buildNose } from './fluff.ts';
import { background, paintAll } from './palette.ts';
import { buildScarf, scarfEnds } from './scarf.ts';
import { faceSpec, headOrigin, headScale, proportions, wholeScale } from './shape.ts';
import { springs } from './springs.ts';

/** Pip: a small fox with a big tail and somebody's favourite scarf. */
const gaze: GazeLimits = { horizontal: (8.2 * Math.PI) / 180, up: (5.5 * Math.PI) / 180, down: (5.5 * Math.PI) / 180 };

const fromHead = (p: Vec3): Vec3 => add(headOrigin, scale(p, headScale));
const mirrored = ([x, y, z]: Vec3): Vec3 => [-x, y, z];

function bonesOf(face: FaceSurface): Bone[] {
  return [
    ...humanoidBones({ ...proportions, eye: fromHead(face.eyes[0].ball) }),
    ...chainBones(earChain('left'), (t) => fromHead(earAt(t))),
    ...chainBones(earChain('right'), (t) => fromHead(mirrored(earAt(t)))),
    ...chainBones(tailChain, tailAt),
    ...scarfEnds.flatMap((end) => chainBones(end.chain, end.at)),
  ];
}

const colliders: Collider[] = [
  { bone: 'head', offset: sub(fromHead([0, 0.004, -0.008]), proportions.head), radius: 0.27 },
  { bone: 'upperChest', offset: [0, 0.08, 0.01], radius: 0.09 },
  { bone: 'chest', offset: [0, -0.07, 0.012], radius: 0.128 },
  { bone: 'leftUpperArm', offset: [0.02, 0, 0], radius: 0.052, tail: [0.15, 0, 0] },
  { bone: 'rightUpperArm', offset: [-0.02, 0, 0], radius: 0.052, tail: [-0.15, 0, 0] },
  { bone: 'leftUpperLeg', offset: [0, 0, 0], radius: 0.08, tail: [0, -0.16, 0] },
  { bone: 'rightUpperLeg', offset: [0, 0, 0], radius: 0.08, tail: [0, -0.16, 0] },
];

const parts = perLevel((level: Level): AvatarParts & { count: Record<string, number> } => {
  const full = level === 'full';
  const face = createFaceSurface(faceSpec);
  const atlas = new Atlas(full ? 1024 : 512);
  paintAll(atlas);
  const uv = (region: string, u: number, v: number): readonly [number, number] => atlas.uv(region, u, v);
  const count: Record<string, number> = {};

  const head = buildHead(
    face,
    full ? { near: 0.0078, far: 0.0145, eyeLoop: 30, mouthLoop: 18, around: true } : { near: 0.0115, far: 0.024, eyeLoop: 20, mouthLoop: 12, around: true },
    full ? { lid: 16, iris: 24, lip: 10 } : { lid: 10, iris: 16, lip: 6 },
    atlas,
    [0, 0, 0],
    gaze,
  );
  const skin = gather([
    ['skin', head.skin],
    ['nose', buildNose(face, full ? 10 : 6, full ? 16 : 10, uv)],
    ['ears', buildEars(full ? 14 : 8, full ? 24 : 14, uv)],
    ['fluff', buildFluff(face, full ? 10 : 6, uv)],
  ], count);
  const details = gather([['details', head.details]], count);
  const body = gather([...buildCoat(proportions, level, uv), ...buildScarf(proportions, level, uv)], count);

  const onBody = (mesh: Mesh): Mesh => resizeMesh(resizeMesh(mesh, headScale, headOrigin), wholeScale);
  const made = {
    name: 'Pip',
    face: onBody(skin),
    details: onBody(details),
    body: resizeMesh(body, wholeScale),
    bones: resizeBones(bonesOf(face), wholeScale),
    springs: resizeSprings(springs, wholeScale),
    colliders: resizeColliders(colliders, wholeScale),
    atlas,
    gaze,
    outline: full ? 0.0013 : 0,
    eyesFromHead: scale(sub(fromHead([0, faceSpec.eye.y, face.eyes[0].ball[2] + faceSpec.eye.ballRadius * 0.5]), proportions.head), wholeScale),
    accents: earAccents,
    count,
  };
  const drawn = [{ mesh: made.face, flat: false }, { mesh: made.details, flat: true }, { mesh: made.body, flat: false }];
  return { ...made, thumbnail: drawThumbnail(drawn, atlas, [0, 0.8, 0], 0.58, background, { ...presets['happy'], ...earAccents.expressions['happy'] }) };
});

export const recipe: AvatarRecipe = {
  id: 'pip',
  name: 'Pip',
  heightMetres: 1.05, // with ears
  eyeHeightMetres: Math.round(fromHead([0, faceSpec.eye.y, 0])[1] * wholeScale * 1000) / 1000,
  gaze,
  build: (level) => writeVrm(parts(level)),
  count: (level) => parts(level).count,
};

import { buildHead, type AvatarRecipe, type Level } from '../kit/assemble.ts';
import { createFaceSurface } from '../kit/face-surface.ts';
import type { GazeLimits } from '../kit/face-details.ts';
import { add, sub, type Vec3 } from '../kit/math.ts';
import { append, emptyMesh, tidy, type Mesh } from '../kit/mesh.ts';
import { Atlas } from '../kit/paint.ts';
import { humanoidBones, type Bone } from '../kit/skeleton.ts';
import { presets } from '../kit/expressions.ts';
import { drawThumbnail } from '../kit/thumbnail.ts';
import { writeVrm, type AvatarParts, type Collider } from '../kit/vrm.ts';
import { faceSpec, headOrigin, proportions } from './shape.ts';
import { buildHair, hairBones, springs } from './hair.ts';
import { buildOutfit } from './outfit.ts';
import { skirtBones, skirtSprings } from './skirt.ts';
import { background, paintAll } from './palette.ts';

/** Mira: a warm young woman with an auburn plait over her shoulder, in a yoke jumper. */
const gaze: GazeLimits = { horizontal: (13 * Math.PI) / 180, up: (8.5 * Math.PI) / 180, down: (7.5 * Math.PI) / 180 };

/** The thighs, and the lap between them, across which the skirt lies when she sits. */
const lap: Collider[] = ([['left', 1], ['right', -1]] as const).flatMap(([side, s]) => [
  { bone: `${side}UpperLeg`, offset: [0, -0.06, 0], radius: 0.065, tail: [0, -0.36, 0.004] },
  { bone: `${side}UpperLeg`, offset: [-0.05 * s, -0.05, 0], radius: 0.054, tail: [-0.05 * s, -0.34, 0] },
]);

const cache = new Map<Level, AvatarParts & { count: Record<string, number> }>();

function parts(level: Level): AvatarParts & { count: Record<string, number> } {
  const known = cache.get(level);
  if (known) return known;
  const full = level === 'full';
  const face = createFaceSurface(faceSpec);
  const atlas = new Atlas(full ? 1024 : 512);
  paintAll(atlas);
  const eyeBall = face.eyes[0].ball;
  const p = { ...proportions, eye: add(headOrigin, eyeBall) };
  const bones: Bone[] = [...humanoidBones(p), ...hairBones(face), ...skirtBones()];
  const head = buildHead(
    face,
    full ? { near: 0.0072, far: 0.0135, eyeLoop: 30, mouthLoop: 18 } : { near: 0.0105, far: 0.021, eyeLoop: 20, mouthLoop: 12 },
    full ? { lid: 16, iris: 24, lip: 10 } : { lid: 10, iris: 16, lip: 6 },
    atlas,
    headOrigin,
    gaze,
  );
  const body = emptyMesh();
  const count: Record<string, number> = { skin: head.skin.triangle.length, details: head.details.triangle.length };
  const put = (name: string, mesh: Mesh): void => {
    const clean = tidy(mesh);
    count[name] = (count[name] ?? 0) + clean.triangle.length;
    append(body, clean);
  };
  const uv = (region: string, u: number, v: number): readonly [number, number] => atlas.uv(region, u, v);
  for (const [name, mesh] of buildHair(face, level, uv)) put(name, mesh);
  for (const [name, mesh] of buildOutfit(p, level, uv)) put(name, mesh);
  count['total'] = Object.values(count).reduce((s, n) => s + n, 0);

  const focus: Vec3 = add(headOrigin, [0, -0.035, 0]);
  const drawn = [{ mesh: head.skin, flat: false }, { mesh: head.details, flat: true }, { mesh: body, flat: false }];
  const made = {
    name: 'Mira',
    face: head.skin,
    details: head.details,
    body,
    bones,
    springs: [...springs, ...skirtSprings()],
    colliders: [
      { bone: 'head', offset: sub(add(headOrigin, [0, 0.012, -0.012]), p.head), radius: 0.094 },
      { bone: 'neck', offset: [0, -0.01, 0.004] as Vec3, radius: 0.046, tail: [0, 0.07, 0.006] as Vec3 },
      { bone: 'upperChest', offset: [-0.085, 0.085, 0.008] as Vec3, radius: 0.062, tail: [0.085, 0.085, 0.008] as Vec3 },
      { bone: 'upperChest', offset: [-0.05, -0.01, 0.02] as Vec3, radius: 0.09, tail: [0.05, -0.01, 0.02] as Vec3 },
      { bone: 'leftUpperArm', offset: [0.01, 0, 0] as Vec3, radius: 0.056, tail: [0.18, 0, 0] as Vec3 },
      ...lap,
      { bone: 'rightUpperArm', offset: [-0.01, 0, 0] as Vec3, radius: 0.056, tail: [-0.18, 0, 0] as Vec3 },
    ],
    atlas,
    thumbnail: drawThumbnail(drawn, atlas, focus, 0.42, background, { ...presets['relaxed'] }),
    gaze,
    outline: full ? 0.0014 : 0,
    eyesFromHead: sub([0, p.eye[1], p.eye[2] + face.spec.eye.ballRadius * 0.5], p.head),
    count,
  };
  cache.set(level, made);
  return made;
}

export const recipe: AvatarRecipe = {
  id: 'mira',
  name: 'Mira',
  heightMetres: 1.58, // with her hair
  eyeHeightMetres: Math.round((headOrigin[1] + faceSpec.eye.y) * 1000) / 1000,
  gaze,
  build: (level) => writeVrm(parts(level)),
  count: (level) => parts(level).count,
};

import { buildHead, type AvatarRecipe, type Level } from '../kit/assemble.ts';
import { presets } from '../kit/expressions.ts';
import type { GazeLimits } from '../kit/face-details.ts';
import { createFaceSurface } from '../kit/face-surface.ts';
import { skirtBones, skirtChains } from '../kit/garments.ts';
import { buildGlasses } from '../kit/glasses.ts';
import { gather, perLevel } from '../kit/gather.ts';
import { add, sub, type Vec3 } from '../kit/math.ts';
import { Atlas } from '../kit/paint.ts';
import { humanoidBones, type Bone } from '../kit/skeleton.ts';
import { drawThumbnail } from '../kit/thumbnail.ts';
import { writeVrm, type AvatarParts } from '../kit/vrm.ts';
import { buildFacialHair, buildHair } from './hair.ts';
import { buildOutfit, hem } from './outfit.ts';
import { background, paintAll } from './palette.ts';
import { faceSpec, headOrigin, proportions } from './shape.ts';

/** Emil: a retired teacher with a silver beard, round glasses and a shawl-collar cardigan. */
const gaze: GazeLimits = { horizontal: (13 * Math.PI) / 180, up: (8 * Math.PI) / 180, down: (8 * Math.PI) / 180 };

const parts = perLevel((level: Level): AvatarParts & { count: Record<string, number> } => {
  const full = level === 'full';
  const face = createFaceSurface(faceSpec);
  const atlas = new Atlas(full ? 1024 : 512);
  paintAll(atlas);
  const uv = (region: string, u: number, v: number): readonly [number, number] => atlas.uv(region, u, v);
  const p = { ...proportions, eye: add(headOrigin, face.eyes[0].ball) };
  const bones: Bone[] = [...humanoidBones(p), ...skirtBones(hem)];
  const head = buildHead(
    face,
    full ? { near: 0.0074, far: 0.0135, eyeLoop: 28, mouthLoop: 18 } : { near: 0.0112, far: 0.022, eyeLoop: 18, mouthLoop: 12 },
    full ? { lid: 16, iris: 24, lip: 10 } : { lid: 10, iris: 16, lip: 6 },
    atlas,
    headOrigin,
    gaze,
  );
  const glasses = { at: [0.0368, -0.0168, 0.101] as Vec3, radius: 0.0276, wire: 0.0011, wrap: 0.0105, temple: [[0.0722, -0.006, 0.066], [0.0835, -0.004, 0.03], [0.0905, -0.003, -0.004], [0.0925, -0.008, -0.022]] as Vec3[] };
  const count: Record<string, number> = {};
  const skin = gather([['skin', head.skin], ...buildFacialHair(face, head.skin, level, uv)], count);
  const details = gather([['details', head.details], ['glasses', buildGlasses(glasses, full ? 4 : 3, full ? 34 : 18, headOrigin, uv)]], count);
  const body = gather([...buildHair(face, level, uv), ...buildOutfit(p, level, uv)], count);

  const drawn = [{ mesh: skin, flat: false }, { mesh: details, flat: true }, { mesh: body, flat: false }];
  const thigh = (side: 'left' | 'right'): { bone: string; offset: Vec3; radius: number; tail: Vec3 } => ({ bone: `${side}UpperLeg`, offset: [0, -0.01, 0.004], radius: 0.088, tail: [0, -0.26, 0] });
  return {
    name: 'Emil',
    face: skin,
    details,
    body,
    bones,
    springs: skirtChains(hem).map((names, i) => ({ name: `hem${i + 1}`, bones: names, hitRadius: 0.012, stiffness: 0.9, gravity: 0.25, drag: 0.6 })),
    colliders: [thigh('left'), thigh('right'), { bone: 'hips', offset: [0, -0.03, -0.006] as Vec3, radius: 0.13 }],
    atlas,
    thumbnail: drawThumbnail(drawn, atlas, add(headOrigin, [0, -0.035, 0]), 0.46, background, { ...presets['relaxed'] }),
    gaze,
    outline: full ? 0.0014 : 0,
    eyesFromHead: sub([0, p.eye[1], p.eye[2] + face.spec.eye.ballRadius * 0.5], p.head),
    count,
  };
});

export const recipe: AvatarRecipe = {
  id: 'emil',
  name: 'Emil',
  heightMetres: 1.75, // with his hair
  eyeHeightMetres: Math.round((headOrigin[1] + faceSpec.eye.y) * 1000) / 1000,
  gaze,
  build: (level) => writeVrm(parts(level)),
  count: (level) => parts(level).count,
};

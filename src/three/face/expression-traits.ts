import { type VRM, type VRMExpression, VRMExpressionMorphTargetBind } from '@pixiv/three-vrm';
import type { Mesh } from 'three';
import { unit } from '../../core/index.ts';
import type { ExpressionTraits } from './expression-mixer.ts';
import { type Offsets, offsetsOf } from './morphs.ts';

const VOWELS = ['aa', 'ih', 'ou', 'ee', 'oh'];
const NO_TRAITS: ExpressionTraits = { eyeClosure: 0, movesMouth: false };
/** Less of an expression's motion than this on the mouth does not hinder speech. */
const MOUTH_SHARE = 0.1;

/**
 * Measures on the vertices how far each expression closes the eyes and whether it moves the mouth.
 *
 * VRM files say so only by `override` flags, which many leave out. Expressions that cannot be
 * measured, because they move no vertices, are taken by their flags.
 */
export function measureExpressions(vrm: VRM): Map<string, ExpressionTraits> {
  const manager = vrm.expressionManager;
  const traits = new Map<string, ExpressionTraits>();
  if (!manager) return traits;
  const blink = ['blink', 'blinkLeft', 'blinkRight'].map((name) => manager.getExpression(name)).find((found) => found !== null);
  const vowels = VOWELS.flatMap((name) => manager.getExpression(name) ?? []);
  const mouths = mouthVertices(vowels);
  for (const expression of manager.expressions) {
    const name = expression.expressionName;
    if (/^(look|blink|viseme_)/i.test(name) || VOWELS.includes(name)) traits.set(name, NO_TRAITS);
    else traits.set(name, {
      eyeClosure: blink ? closure(expression, blink) : 0,
      movesMouth: morphsOf(expression).length > 0 && mouths.size > 0
        ? mouthShare(expression, mouths) > MOUTH_SHARE
        : expression.overrideMouth !== 'none',
    });
  }
  return traits;
}

interface Morph {
  readonly mesh: Mesh;
  readonly offsets: Offsets;
  readonly weight: number;
}

function morphsOf(expression: VRMExpression): Morph[] {
  return expression.binds.flatMap((bind) => {
    if (!(bind instanceof VRMExpressionMorphTargetBind)) return [];
    return bind.primitives.flatMap((mesh) => {
      const offsets = offsetsOf(mesh, bind.index);
      return offsets ? [{ mesh, offsets, weight: bind.weight }] : [];
    });
  });
}

/** The share of the blink's own motion that an expression makes. */
function closure(expression: VRMExpression, blink: VRMExpression): number {
  const lids = morphsOf(blink);
  const own = morphsOf(expression);
  if (own.length === 0 || lids.length === 0) return expression.overrideBlink === 'none' ? 0 : 1;
  let along = 0;
  let square = 0;
  for (const lid of lids) {
    square += dot(lid.offsets, lid.offsets) * lid.weight * lid.weight;
    for (const morph of own) if (morph.mesh === lid.mesh) along += dot(morph.offsets, lid.offsets) * morph.weight * lid.weight;
  }
  return square > 0 ? unit(along / square) : 0;
}

function dot(a: Offsets, b: Offsets): number {
  let sum = 0;
  for (let index = 0; index < a.count; index++) {
    sum += a.getX(index) * b.getX(index) + a.getY(index) * b.getY(index) + a.getZ(index) * b.getZ(index);
  }
  return sum;
}

function squareAt(offsets: Offsets, index: number): number {
  return offsets.getX(index) ** 2 + offsets.getY(index) ** 2 + offsets.getZ(index) ** 2;
}

/** For each mesh, the vertices that a vowel moves visibly: by a seventh of the farthest. */
function mouthVertices(vowels: readonly VRMExpression[]): Map<Mesh, Set<number>> {
  const reach = new Map<Mesh, Float64Array>();
  for (const { mesh, offsets, weight } of vowels.flatMap(morphsOf)) {
    const farthest = reach.get(mesh) ?? new Float64Array(offsets.count);
    for (let index = 0; index < offsets.count; index++) {
      farthest[index] = Math.max(farthest[index] ?? 0, squareAt(offsets, index) * weight * weight);
    }
    reach.set(mesh, farthest);
  }
  return new Map([...reach].map(([mesh, farthest]) => {
    const visible = farthest.reduce((most, square) => Math.max(most, square), 0) / 50;
    return [mesh, new Set([...farthest.keys()].filter((index) => (farthest[index] ?? 0) > visible))];
  }));
}

function mouthShare(expression: VRMExpression, mouths: ReadonlyMap<Mesh, ReadonlySet<number>>): number {
  let onMouth = 0;
  let all = 0;
  for (const { mesh, offsets, weight } of morphsOf(expression)) {
    const mouth = mouths.get(mesh);
    for (let index = 0; index < offsets.count; index++) {
      const square = squareAt(offsets, index) * weight * weight;
      all += square;
      if (mouth?.has(index)) onMouth += square;
    }
  }
  return all > 0 ? onMouth / all : 0;
}

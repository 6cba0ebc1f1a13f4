import { type Unit, unit } from '../../core/index.ts';
import type { Avatar } from '../avatar.ts';
import { findCriticalVertices } from './critical-vertices.ts';
import { type Bearing, type FaceFrame, createExpressionMixer } from './expression-mixer.ts';
import { tabulateMorphs } from './morphs.ts';
import { createVertexLimit } from './vertex-limit.ts';
import { measureMotions } from './vertex-motions.ts';

/** An avatar's face: expressions down to the morphs of its meshes. */
export interface Face {
  /** Shows a face; allocates nothing. */
  show(frame: FaceFrame, bearing: Bearing): void;
  /** Adds to an expression for the next {@link show} only; a name that the avatar lacks is passed over. */
  add(expression: string, weight: Unit): void;
}

/**
 * Drives an avatar's expressions in three-vrm's place, which adds weights up without a bound and
 * allocates at every frame. Expressions that the performance does not use keep the weight that
 * others gave them.
 */
export function createFace({ vrm, expressions: capability }: Avatar): Face {
  const mixer = createExpressionMixer(capability);
  const all = vrm.expressionManager?.expressions ?? [];
  const table = tabulateMorphs(all);
  const slots = Int32Array.from(all, ({ expressionName }) => mixer.names.indexOf(expressionName));
  const lids = all.map(({ expressionName }) => expressionName.startsWith('blink'));
  const indexOf = new Map(all.map(({ expressionName }, at) => [expressionName, at]));
  const extra = new Float64Array(all.length);
  /** Which expressions weigh what was added, and go back to 0 without it. */
  const added = new Uint8Array(all.length);
  const held = new Float64Array(table.morphs.length);
  const free = new Float64Array(table.morphs.length);
  const dyes = table.others.some((binds) => binds.length > 0);

  /** Adds what each expression weighs to the morphs that it takes. */
  function spread(): void {
    held.fill(0);
    free.fill(0);
    for (let at = 0; at < all.length; at++) {
      const expression = all[at]!;
      const weight = expression.isBinary ? (expression.weight > 0.5 ? 1 : 0) : expression.weight;
      if (weight === 0) continue;
      const into = lids[at] ? held : free;
      const shares = table.shares[at]!;
      for (let part = 0; part < shares.length; part++) {
        const { morph, weight: share } = shares[part]!;
        into[morph] = into[morph]! + weight * share;
      }
    }
    for (let morph = 0; morph < free.length; morph++) {
      if (held[morph]! > 1) held[morph] = 1;
      if (free[morph]! > 1 - held[morph]!) free[morph] = 1 - held[morph]!;
    }
  }

  function weigh(frame: FaceFrame, bearing: Bearing): void {
    mixer.mix(frame, bearing);
    for (let at = 0; at < all.length; at++) {
      const slot = slots[at]!;
      if (slot >= 0) all[at]!.weight = mixer.weights[slot]!;
      else if (added[at] === 1) all[at]!.weight = 0;
      added[at] = extra[at]! > 0 ? 1 : 0;
      if (added[at] === 1) all[at]!.weight = unit(all[at]!.weight + extra[at]!);
    }
    spread();
  }

  const critical = findCriticalVertices(measureMotions(table), table.morphs.length, (frame, bearing, keeps, gives) => {
    weigh(frame, bearing);
    keeps.set(held);
    gives.set(free);
  });
  const limit = createVertexLimit(critical, table.morphs.length);
  for (let at = 0; at < all.length; at++) if (slots[at]! >= 0) all[at]!.weight = 0;

  return {
    show(frame, bearing) {
      weigh(frame, bearing);
      limit.apply(held, free);
      for (let morph = 0; morph < table.morphs.length; morph++) {
        const { meshes, index } = table.morphs[morph]!;
        for (let mesh = 0; mesh < meshes.length; mesh++) {
          const influences = meshes[mesh]!.morphTargetInfluences;
          if (influences) influences[index] = held[morph]! + free[morph]!;
        }
      }
      if (dyes) dye();
      extra.fill(0);
    },
    add(expression, weight) {
      const at = indexOf.get(expression);
      if (at !== undefined) extra[at] = extra[at]! + weight;
    },
  };

  /** Colours and texture offsets, in three-vrm's own way. */
  function dye(): void {
    for (const binds of table.others) for (const bind of binds) bind.clearAppliedWeight();
    for (let at = 0; at < all.length; at++) for (const bind of table.others[at]!) bind.applyWeight(all[at]!.outputWeight);
  }
}

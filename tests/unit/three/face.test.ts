import fc from 'fast-check';
import type { Mesh } from 'three';
import { beforeAll, describe, expect, it } from 'vitest';
import { EMOTIONS, VISEMES } from '../../../src/core/index.ts';
import { type Avatar, EMOTION_LOOKS, type FaceFrame, loadAvatar } from '../../../src/three/index.ts';
import { type Face, createFace } from '../../../src/three/face/face.ts';
import { tabulateMorphs } from '../../../src/three/face/morphs.ts';
import { VERTEX_LIMIT } from '../../../src/three/face/vertex-motions.ts';
import { minimalVrm, PRESETS } from './minimal-vrm.ts';
import { SHIPPED, shippedAvatar } from './shipped-avatars.ts';

const weight = fc.oneof(fc.constantFrom(0, 1), fc.double({ min: 0, max: 1, noNaN: true }));
const fewOf = (names: readonly string[]): fc.Arbitrary<Record<string, number>> =>
  fc.array(fc.tuple(fc.constantFrom(...names), weight), { maxLength: 3 }).map((chosen) => Object.fromEntries([...names.map((name) => [name, 0]), ...chosen]));
const anyFrame = fc.record({ emotions: fewOf(EMOTIONS), mouth: fewOf(VISEMES), blink: weight }) as fc.Arbitrary<FaceFrame>;
const anyLook = fc.double({ min: -1, max: 1, noNaN: true });

/** For each mesh, what each vertex does at most in one morph or one expression, in metres, and what moves it. */
interface Reach {
  readonly mesh: Mesh;
  readonly most: Float64Array;
  readonly floor: number;
}

function displacement(mesh: Mesh, influences: readonly number[], vertex: number): number {
  const sum = [0, 0, 0];
  mesh.geometry.morphAttributes.position!.forEach((offsets, index) => {
    const share = influences[index]!;
    if (share === 0) return;
    sum[0]! += share * offsets.getX(vertex);
    sum[1]! += share * offsets.getY(vertex);
    sum[2]! += share * offsets.getZ(vertex);
  });
  return Math.hypot(...sum);
}

function reachesOf({ vrm }: Avatar): Reach[] {
  const expressions = vrm.expressionManager!.expressions;
  const { morphs, shares } = tabulateMorphs(expressions);
  return [...new Set(morphs.flatMap(({ meshes }) => meshes))].map((mesh) => {
    const targets = mesh.geometry.morphAttributes.position!;
    const single = targets.map((_, index) => targets.map((_each, other) => (other === index ? 1 : 0)));
    const combined = shares.map((parts) => {
      const influences = targets.map(() => 0);
      for (const { morph, weight: share } of parts) if (morphs[morph]!.meshes.includes(mesh)) influences[morphs[morph]!.index] = share;
      return influences;
    });
    const most = Float64Array.from({ length: targets[0]!.count }, (_, vertex) => Math.max(...[...single, ...combined].map((influences) => displacement(mesh, influences, vertex))));
    return { mesh, most, floor: 0.05 * most.reduce((a, b) => Math.max(a, b), 0) };
  });
}

describe.each(SHIPPED)('%s, whatever it is asked to show', (id) => {
  let avatar: Avatar;
  let face: Face;
  let reaches: Reach[];
  beforeAll(async () => {
    avatar = await loadAvatar(shippedAvatar(id));
    face = createFace(avatar);
    reaches = reachesOf(avatar);
  }, 60_000);

  it.each(['its own emotions', 'emotions made of action units'])('with %s, moves no vertex more than a fifth beyond its farthest action unit, and no morph beyond 1', async (by) => {
    // An avatar of its own: expressions that only one of two faces uses would stay as the other left them.
    const other = by === 'its own emotions' ? null : withoutEmotions(await loadAvatar(shippedAvatar(id)));
    const shown = other ? createFace(other) : face;
    const measured = other ? reachesOf(other) : reaches;
    fc.assert(fc.property(anyFrame, weight, anyLook, (frame, speech, look) => {
      shown.show(frame, Float64Array.of(speech, look));
      for (const { mesh, most, floor } of measured) {
        const influences = mesh.morphTargetInfluences!;
        for (const influence of influences) if (!(influence >= 0 && influence <= 1)) throw new Error(`a morph weighs ${influence}`);
        for (let vertex = 0; vertex < most.length; vertex++) {
          const share = displacement(mesh, influences, vertex) / Math.max(most[vertex]!, floor);
          if (share > VERTEX_LIMIT + 1e-6) throw new Error(`vertex ${vertex} of ${mesh.name} goes ${share.toFixed(3)} of its reach`);
        }
      }
    }), { numRuns: Number(process.env.RUNS ?? 60) });
  }, 120_000);

  it('shows a single emotion in full', () => {
    for (const emotion of EMOTIONS) {
      if (emotion === 'neutral') continue;
      face.show(frameOf({ emotion }), Float64Array.of(0, 0));
      const shown = [...avatar.vrm.expressionManager!.expressions].filter((each) => each.weight > 0);
      const { morphs, shares } = tabulateMorphs(shown);
      shares.forEach((parts, at) => parts.forEach(({ morph, weight: share }) => {
        const { meshes, index } = morphs[morph]!;
        expect(meshes[0]!.morphTargetInfluences![index]).toBeGreaterThan(0.99 * share * shown[at]!.weight);
      }));
    }
  });

  it('speaks through any emotion', () => {
    for (const emotion of EMOTIONS) {
      if (emotion === 'neutral') continue;
      const [open, vowel] = (['sil', 'aa'] as const).map((viseme) => {
        face.show(frameOf({ emotion, viseme }), Float64Array.of(1, 0));
        return influencesOf(avatar);
      }) as [number[], number[]];
      expect(Math.max(...vowel.map((value, at) => value - open[at]!))).toBeGreaterThan(0.3);
    }
  });

  it('changes little when the frame changes little', () => {
    fc.assert(fc.property(anyFrame, weight, anyLook, fc.constantFrom(...EMOTIONS), fc.constantFrom(...VISEMES), (frame, speech, look, emotion, viseme) => {
      face.show(frame, Float64Array.of(speech, look));
      const before = influencesOf(avatar);
      const step = 0.001;
      const nudge = (value: number): number => (value > 0.5 ? value - step : value + step);
      face.show({
        emotions: { ...frame.emotions, [emotion]: nudge(frame.emotions[emotion]) }, mouth: { ...frame.mouth, [viseme]: nudge(frame.mouth[viseme]) },
        blink: nudge(frame.blink),
      }, Float64Array.of(nudge(speech), nudge(look)));
      influencesOf(avatar).forEach((value, at) => expect(Math.abs(value - before[at]!)).toBeLessThan(30 * step));
    }), { numRuns: 200 });
  });
});

function frameOf({ emotion, viseme = 'sil' }: { emotion: (typeof EMOTIONS)[number]; viseme?: (typeof VISEMES)[number] }): FaceFrame {
  const zero = (names: readonly string[]): Record<string, number> => Object.fromEntries(names.map((name) => [name, 0]));
  return { emotions: { ...zero(EMOTIONS), [emotion]: 1 } as FaceFrame['emotions'], mouth: { ...zero(VISEMES), [viseme]: 1 } as FaceFrame['mouth'], blink: 0 };
}

/** An avatar that has to build its emotions from action units, which add up on the same vertices. */
function withoutEmotions(avatar: Avatar): Avatar {
  const whole = new Set(Object.values(EMOTION_LOOKS).map((look) => look.whole));
  return { ...avatar, expressions: new Map([...avatar.expressions].filter(([name]) => !whole.has(name))) };
}

function influencesOf({ vrm }: Avatar): number[] {
  const influences: number[] = [];
  vrm.scene.traverse((object) => influences.push(...((object as Mesh).morphTargetInfluences ?? [])));
  return influences;
}

describe('a face', () => {
  it('leaves expressions alone that the performance does not use', async () => {
    const avatar = await loadAvatar(minimalVrm({ expressions: [...PRESETS, 'mouthHat'] }));
    const hat = avatar.vrm.expressionManager!.getExpression('mouthHat')!;
    const face = createFace(avatar);
    hat.weight = 0.7;
    face.show(frameOf({ emotion: 'neutral' }), Float64Array.of(0, 0));
    expect(influencesOf(avatar)[PRESETS.length]).toBeCloseTo(0.7);
  });

  it('adds to an expression for one frame', async () => {
    const avatar = await loadAvatar(minimalVrm({ expressions: ['happy', 'wink'] }));
    const face = createFace(avatar);
    face.add('wink', 0.5);
    face.add('nothing of that name', 1);
    face.show(frameOf({ emotion: 'neutral' }), Float64Array.of(0, 0));
    expect(avatar.vrm.expressionManager!.getExpression('wink')!.weight).toBe(0.5);
    face.show(frameOf({ emotion: 'neutral' }), Float64Array.of(0, 0));
    expect(avatar.vrm.expressionManager!.getExpression('wink')!.weight).toBe(0);
  });
});

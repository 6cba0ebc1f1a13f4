import { createAvatarFrame, createPerformer } from 'attune';
import { describe, expect, it } from 'vitest';
import { turnOf } from './skeleton.ts';

const RATE = 5;

/** What a still character shows of itself over some minutes: hips, trunk, head and a hand, 5 times a second. */
function watch(minutes: number, arousal = 0): number[][] {
  const performer = createPerformer({ seed: 8 });
  const frame = createAvatarFrame();
  performer.feel(arousal);
  return Array.from({ length: minutes * 60 * RATE }, (_, count) => {
    performer.sample(count / RATE, frame);
    return [frame.hips.x, ...(['hips', 'spine', 'head', 'rightHand'] as const).flatMap((bone) => turnOf(frame, bone).slice(0, 3)), turnOf(frame, 'chest')[0]];
  });
}

const apart = (a: readonly number[], b: readonly number[]): number => Math.hypot(...a.map((value, index) => value - (b[index] ?? 0)));

describe('a body at rest', () => {
  it('does not repeat itself within ten minutes', () => {
    const seen = watch(10);
    const length = 8 * RATE;
    const usual = seen.reduce((sum, each, index) => sum + apart(each, seen[(index + 17 * RATE) % seen.length] ?? []), 0) / seen.length;
    // Eight seconds from anywhere, held against every later eight seconds.
    let likest = Number.POSITIVE_INFINITY;
    for (let start = 0; start < seen.length - length; start += 97) {
      for (let other = start + length; other < seen.length - length; other += 1) {
        let sum = 0;
        for (let step = 0; step < length; step += RATE) sum += apart(seen[start + step] ?? [], seen[other + step] ?? []);
        likest = Math.min(likest, sum / 8);
      }
    }
    expect(usual).toBeGreaterThan(0.01);
    expect(likest).toBeGreaterThan(0.1 * usual);
  });

  it('moves all the time, and little', () => {
    const seen = watch(2);
    const moves = seen.slice(1).map((each, index) => apart(each, seen[index] ?? []));
    expect(Math.min(...moves)).toBeGreaterThan(1e-5);
    expect(Math.max(...moves)).toBeLessThan(0.05);
  });

  it('rests now on one leg, now on the other', () => {
    const sideways = watch(3).map(([x = 0]) => x);
    expect(Math.max(...sideways)).toBeGreaterThan(0.008);
    expect(Math.min(...sideways)).toBeLessThan(-0.008);
  });

  it('breathes faster and deeper when it is excited', () => {
    const breaths = (arousal: number): { count: number; depth: number } => {
      const chest = watch(2, arousal).slice(30 * RATE).map((each) => each.at(-1) ?? 0);
      // Chest and leaning share a bone: a breath is what rises and falls within seconds.
      const swings = chest.map((value, index) => value - chest.slice(Math.max(0, index - 12), index + 12).reduce((sum, each, _, all) => sum + each / all.length, 0));
      const count = swings.filter((value, index) => index > 0 && value > 0 && (swings[index - 1] ?? 0) <= 0).length;
      return { count, depth: Math.max(...swings) - Math.min(...swings) };
    };
    const [calm, excited] = [breaths(-0.8), breaths(0.8)];
    expect(excited.count).toBeGreaterThan(1.3 * calm.count);
    expect(excited.depth).toBeGreaterThan(calm.depth);
  });
});

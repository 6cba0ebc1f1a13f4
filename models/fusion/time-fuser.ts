import type { EmotionFuser } from '../../src/index.ts';
import { describe } from '../../scripts/statistics.ts';
import type { Lesson } from './lessons.ts';

const ROUNDS = 200;
const ANSWERS = 50;

/** Milliseconds of one answer, over rounds of fifty: the clock is too coarse for one; after as many that warm up. */
export function timeFuser(fuser: EmotionFuser, lessons: readonly Lesson[]): { readonly median: number; readonly p95: number } {
  for (let i = 0; i < ROUNDS * ANSWERS; i += 1) fuser.fuse(lessons[i % lessons.length]!);
  const times = Array.from({ length: ROUNDS }, (_, round) => {
    const began = performance.now();
    for (let i = 0; i < ANSWERS; i += 1) fuser.fuse(lessons[(round * ANSWERS + i) % lessons.length]!);
    return (performance.now() - began) / ANSWERS;
  });
  const { p50, p95 } = describe(times);
  return { median: p50, p95 };
}

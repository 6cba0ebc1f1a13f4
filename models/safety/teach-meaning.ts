import { DANGER_MEANING } from '../../src/browser/text/danger/danger-head.ts';
import { createMeaningNet } from '../../src/browser/text/encoder/meaning-net.ts';
import type { Net } from '../../src/browser/nets/net-file.ts';
import { toMeaning, trainMeaningNet } from '../../src/learn/nets/train-meaning-net.ts';
import type { Lesson } from './lessons.ts';
import { worthOf } from './teach-danger.ts';

/** Nobody is sure of every label. */
const DOUBT = 0.02;
const [EPOCHS, SEED] = [5, 20261129] as const;

/** A small net that tells danger by what a message means alone, under its names in models/safety/net.json. */
export type MeaningTensors = Net['tensors'];

/** Teaches lines of both languages together. @param member which of the nets, whose mean counts */
export function teachMeaning(lessons: readonly Lesson[], member: number, title: string): Promise<MeaningTensors> {
  return trainMeaningNet({
    meanings: lessons.map(({ meaning }) => meaning), targets: Float32Array.from(lessons, ({ crisis }) => (crisis === null ? DOUBT : 1 - DOUBT)), worth: Float32Array.from(lessons, worthOf),
    sizes: DANGER_MEANING, epochs: EPOCHS, seed: SEED + member, name: nameOf(member), title,
  });
}

/** The score of each line by the first of them alone. */
export function scoreMeaning(tensors: MeaningTensors, lessons: readonly Lesson[]): Float64Array {
  const read = createMeaningNet({ model: 'safety', settings: {}, tensors }, nameOf(0), DANGER_MEANING);
  return Float64Array.from(lessons, ({ meaning }) => read(toMeaning(meaning))[0]!);
}

function nameOf(member: number): string {
  return `meaning/${member}`;
}

import type { SpeakerPrior } from '../../src/browser/voice/speaker.ts';
import { LARGEST_FEATURE } from '../../src/browser/voice/voice-head.ts';
import type { Random } from '../../src/learn/random.ts';
import { type Lessons, WIDTH } from './lessons.ts';

/** One clip in one session. */
export interface Lesson {
  readonly session: number;
  readonly clip: number;
}

/**
 * How much of what an utterance appeared to express is taken off before a speaker's mean learns from it. All of it would let
 * a net that mishears somebody be confirmed by itself; none would let somebody who shows one emotion lose it. Half is a
 * compromise: on speakers and sentences that were both left out, none was a little better in shuffled order, half in
 * blocks of one emotion, and all of it in neither.
 */
const TAKEN_OFF = 0.5;
/** Other people, languages and microphones differ more than EmoDB's do, so a speaker's own voice outweighs the prior sooner. */
const ELSEWHERE = 0.5;
/** Voices of which means are worth this much at least, however alike speakers are in a feature. */
const LEAST_WORTH = 0.5;
const MOST_WORTH = 60;

/**
 * Measures a population of speakers: how far classes lie apart within a speaker, and how far speakers and
 * microphones lie apart. A speaker in each session counts as somebody else.
 *
 * @param clips which clips are learnt from
 */
export function measurePopulation(lessons: Lessons, clips: readonly number[], classes: number, trust: number): SpeakerPrior {
  const [centre, scale, worth, effects] = [new Float32Array(WIDTH), new Float32Array(WIDTH), new Float32Array(WIDTH), new Float32Array(classes * WIDTH)];
  const groups = lessons.summaries.flatMap((clipsOf) => [...bySpeaker(lessons, clips).values()].map((own) => own.map((clip) => ({ label: lessons.labels[clip]!, summary: clipsOf[clip]![0]! }))));
  for (let i = 0; i < WIDTH; i += 1) {
    // Class means within each speaker, so that a speaker with much anger is not a high one.
    const sums = groups.map((group) => {
      const [sum, count] = [new Float64Array(classes), new Float64Array(classes)];
      for (const { label, summary } of group) {
        if (Number.isNaN(summary[i]!)) continue;
        sum[label]! += summary[i]!;
        count[label]! += 1;
      }
      const known = [...sum.keys()].filter((c) => count[c]! > 0);
      return { sum, count, known, mean: known.reduce((total, c) => total + sum[c]! / count[c]!, 0) / known.length };
    });
    const middle = sums.reduce((total, { mean }) => total + mean, 0) / sums.length;
    const between = sums.reduce((total, { mean }) => total + (mean - middle) ** 2, 0) / sums.length;
    const [sum, count] = [new Float64Array(classes), new Float64Array(classes)];
    for (const each of sums) for (const c of each.known) {
      sum[c]! += each.sum[c]! - each.count[c]! * each.mean;
      count[c]! += each.count[c]!;
    }
    let [square, residual, items] = [0, 0, 0];
    groups.forEach((group, g) => {
      for (const { label, summary } of group) {
        if (Number.isNaN(summary[i]!)) continue;
        const off = summary[i]! - sums[g]!.mean;
        square += off ** 2;
        residual += (off - sum[label]! / count[label]!) ** 2;
        items += 1;
      }
    });
    const deviation = Math.sqrt(square / items) || 1;
    centre[i] = middle;
    scale[i] = 1 / deviation;
    worth[i] = ELSEWHERE * Math.min(MOST_WORTH, Math.max(LEAST_WORTH, residual / items / (between + 1e-12)));
    for (let c = 0; c < classes; c += 1) effects[c * WIDTH + i] = count[c]! > 0 ? (TAKEN_OFF * sum[c]!) / count[c]! / deviation : 0;
  }
  return { centre, scale, worth, effects, trust };
}

function bySpeaker({ speakers }: Lessons, clips: readonly number[]): Map<string, number[]> {
  const groups = new Map<string, number[]>();
  for (const clip of clips) {
    const known = groups.get(speakers[clip]!);
    if (known) known.push(clip);
    else groups.set(speakers[clip]!, [clip]);
  }
  return groups;
}

/** How many utterances of a speaker may have been heard before: nobody's first words must be read as well as the fortieth. */
const HEARD = [0, 0, 1, 2, 4, 8, 16, 40];
/** How often the class of an earlier utterance is told aright while a speaker is learnt; about what the net reaches. */
const TOLD = 0.7;

/** Plays speakers who have been heard for a while, so that the net learns from what it will be given. */
export function createRehearsal(lessons: Lessons, clips: readonly number[], prior: SpeakerPrior): (lesson: Lesson, random: Random, into: Float32Array, at: number) => void {
  const companions = bySpeaker(lessons, clips);
  return ({ session, clip }, random, into, at) => {
    const own = companions.get(lessons.speakers[clip]!)!;
    const heard = HEARD[random.below(HEARD.length)]!;
    const parts = lessons.summaries[session]![clip]!;
    const summary = parts[random.uniform() < 0.4 ? 0 : random.below(parts.length)]!;
    const [sums, counts] = [new Float32Array(WIDTH), new Float32Array(WIDTH)];
    // Now and then somebody who has shown one class alone.
    const only = random.uniform() < 0.3 ? lessons.labels[own[random.below(own.length)]!]! : null;
    for (let k = 0; k < heard; k += 1) {
      const other = own[random.below(own.length)]!;
      if (only !== null && lessons.labels[other] !== only) continue;
      const told = random.uniform() < TOLD ? lessons.labels[other]! : -1;
      const values = lessons.summaries[session]![other]![0]!;
      for (let i = 0; i < WIDTH; i += 1) {
        const value = (values[i]! - prior.centre[i]!) * prior.scale[i]!;
        if (Number.isNaN(value)) continue;
        sums[i]! += value - (told < 0 ? 0 : prior.effects[told * WIDTH + i]!);
        counts[i]! += 1;
      }
    }
    for (let i = 0; i < WIDTH; i += 1) {
      const value = (summary[i]! - prior.centre[i]!) * prior.scale[i]! - (prior.trust * sums[i]!) / (counts[i]! + prior.worth[i]!);
      into[at + i] = Number.isNaN(value) ? 0 : Math.min(LARGEST_FEATURE, Math.max(-LARGEST_FEATURE, value));
    }
  };
}

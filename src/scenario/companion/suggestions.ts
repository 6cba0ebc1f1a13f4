import { type ArmTurn, chooseArm } from '../../adapt/index.ts';
import type { Seed } from '../../core/index.ts';
import type { DiaryEntry } from '../../memory/index.ts';
import { type CompanionMore, type Region, REGIONS } from './more.ts';

/** A feeling in the middle of each region: for whom a suggestion is chosen before they said how they feel. */
const MIDDLE: Readonly<Record<Region, readonly [valence: number, arousal: number]>> = { tense: [-0.5, 0.5], low: [-0.5, -0.5], well: [0.4, -0.1] };

/**
 * Chooses what to suggest in each region, by what helped this person before: `chooseArm` over the diary, so what was learnt goes with the diary. What
 * may be suggested at all is for the pack to say, and each of these keeps its chance.
 *
 * @param seed any integer; another one after each choice
 */
export function chooseSuggestions({ activities }: CompanionMore, diary: readonly DiaryEntry[], seed: Seed): Readonly<Record<Region, string>> {
  const log = diary.flatMap((entry): ArmTurn[] => (entry.kind === 'tried' && entry.helped !== null && entry.before !== null ? [{ arm: entry.activity, occasion: [entry.before.valence, entry.before.arousal], outcome: entry.helped }] : []));
  return Object.fromEntries(REGIONS.map((region, at) => {
    const allowed = activities.filter(({ when }) => when.includes(region)).map(({ id }) => id);
    return [region, chooseArm(allowed, log, MIDDLE[region], { seed: (seed + at * 0x9e3779b9) >>> 0 }).arm];
  })) as Record<Region, string>;
}

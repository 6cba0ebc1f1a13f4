import { random, type Seed } from '../../src/core/index.ts';
import { LULL, type ScenarioEffect, socialPolicy, type SocialMore, type SocialOwn, type SocialState, type Pack } from '../../src/scenario/index.ts';

/**
 * A simulated group, by assumptions of our own, which nobody measured on people:
 *
 * - Each has a wish to speak; who speaks next is drawn by it, and whoever spoke just before is answered more often.
 * - `dominator`: three times the wish of the others. `shy`: a tenth of it; asked in by name they answer with `answers`.
 * - `quarrelsome`: two who answer each other's anger with more of it. It fades while others speak, and quarrels end by themselves after a dozen turns or so.
 * - What a host asks is heeded with a chance only: a turn is left to whom it is given to with `heeds`, anger after a restatement falls with `soothed`, a pause is taken with `pauses`.
 */
export interface Member {
  readonly seat: string;
  readonly wish: number;
  /** What part of the anger that meets them they give back. */
  readonly temper: number;
}

/** Chances of the assumptions above; each simulated group draws its own around them. */
export interface Assumptions {
  readonly answers: number;
  readonly heeds: number;
  readonly soothed: number;
  readonly pauses: number;
}

/** Groups by who sits in them. */
export const GROUPS = {
  even: ['plain', 'plain', 'plain', 'plain'],
  'a dominator': ['dominator', 'plain', 'plain', 'plain'],
  'a dominator and a shy one': ['dominator', 'plain', 'plain', 'shy'],
  'two who quarrel': ['quarrelsome', 'quarrelsome', 'plain', 'plain'],
  'all of them': ['dominator', 'quarrelsome', 'quarrelsome', 'shy'],
} as const satisfies Readonly<Record<string, readonly ('plain' | 'dominator' | 'shy' | 'quarrelsome')[]>>;

export type GroupKind = keyof typeof GROUPS;

/** What came of an evening. */
export interface Evening {
  /** Gini coefficient of the turns: 0 is all alike, near 1 is one who speaks alone. */
  readonly gini: number;
  /** Share of the turns in which anger was over a half. */
  readonly heated: number;
  /** Turns of whoever spoke least, as a share of what would be their part. */
  readonly least: number;
  /** How often the host spoke, for each hundred turns. */
  readonly host: number;
}

const TURNS = 120;
const USUAL: Assumptions = { answers: 0.7, heeds: 0.6, soothed: 0.45, pauses: 0.5 };
/** Anger that is left of it when somebody calm speaks, how it grows when somebody with a temper does, how often it flares up between them, and how often a quarrel ends by itself. */
const CARRIED = 0.85;
const GROWS = 1.15;
const FLARE = 0.06;
const ENDS = 0.08;
/** After a turn it is still so often for long enough that a host may speak. */
const LULLS = 0.35;

const WISHES = { plain: 1, dominator: 3, shy: 0.1, quarrelsome: 1.2 } as const;

/** Lets a group talk through an evening, with a host or without. The same seed gives the same people. */
export function talk(kind: GroupKind, hosted: boolean, seed: Seed, { more, content }: { readonly more: SocialMore; readonly content: NonNullable<Pack['content']['en']> }): Evening {
  const dice = (salt: number): (() => number) => {
    let at = (seed ^ Math.imul(salt, 0x9e3779b9)) >>> 0;
    return () => {
      const [value, next] = random(at);
      at = next;
      return value;
    };
  };
  const [people, chance] = [dice(1), dice(2)];
  const near = (middle: number): number => Math.min(0.95, Math.max(0.05, middle + 0.3 * (people() - 0.5)));
  const assumed: Assumptions = { answers: near(USUAL.answers), heeds: near(USUAL.heeds), soothed: near(USUAL.soothed), pauses: near(USUAL.pauses) };
  const members: readonly Member[] = GROUPS[kind].map((trait, i) => ({ seat: 'abcd'[i]!, wish: WISHES[trait] * (0.7 + 0.6 * people()), temper: trait === 'quarrelsome' ? 0.75 + 0.2 * people() : 0.15 * people() }));

  let state: SocialState = socialPolicy.begin();
  let [at, anger, heated, host] = [0, 0, 0, 0];
  let last: Member | null = null;
  let given: string | null = null;
  const turns = new Map(members.map(({ seat }) => [seat, 0]));
  const tell = (own: SocialOwn): void => {
    if (!hosted) return;
    const [next, effects] = socialPolicy.step(state, { type: 'own', own }, content, more);
    state = next;
    for (const line of linesOf(effects)) {
      host += 1;
      if (line === 'two-sides' || line === 'cool-all') anger *= 1 - assumed.soothed;
      if ((line === 'pause' || line === 'cool-all') && chance() < assumed.pauses) anger *= 0.2;
      if (line === 'draw-in') given = chance() < assumed.answers ? state.invited : null;
      if (line === 'two-sides' || line === 'now-you') given = chance() < assumed.heeds ? (state.cooling?.waitsFor ?? null) : null;
    }
  };
  tell({ about: 'people', seats: members.map(({ seat }) => seat), at });
  for (let turn = 0; turn < TURNS; turn += 1) {
    at += 3 + 3 * chance();
    const speaker: Member = members.find(({ seat }) => seat === given) ?? choose(members, last, anger, chance());
    given = null;
    if (speaker.temper > 0.5 && chance() < FLARE) anger = Math.max(anger, 0.75);
    const own = Math.min(1, anger * (speaker.temper > 0.5 ? 1 : speaker.temper));
    anger = chance() < ENDS ? 0.3 * anger : speaker.temper > 0.5 ? Math.min(1, GROWS * speaker.temper * anger + 0.1 * anger) : CARRIED * anger;
    turns.set(speaker.seat, turns.get(speaker.seat)! + 1);
    heated += own > 0.5 ? 1 : 0;
    last = speaker;
    // What a reader of words makes of it is off by as much as ours is on its test set, about a seventh of the time beyond doubt wrong.
    const read = chance() < 0.14 ? chance() : own;
    tell({ about: 'turn', seat: speaker.seat, at, valence: { mean: -0.6 * read, variance: 0.1 }, arousal: { mean: 0.4 * read, variance: 0.1 }, anger: read, joy: 0, declines: false });
    if (chance() < LULLS) tell({ about: 'lull', at: at += LULL + 1, busy: false });
  }
  const counts = [...turns.values()];
  return { gini: giniOf(counts), heated: heated / TURNS, least: Math.min(...counts) / (TURNS / members.length), host: 100 * host / TURNS };
}

const SPOKEN = new Set(['two-sides', 'cool-all', 'pause', 'draw-in', 'now-you', 'eased', 'long-lull', 'celebrate', 'welcome']);

function linesOf(effects: readonly ScenarioEffect[]): readonly string[] {
  return effects.flatMap((effect) => (effect.type === 'say' ? effect.pieces.flatMap((piece) => ('line' in piece && SPOKEN.has(piece.line) ? [piece.line] : [])) : []));
}

/** Nobody speaks twice in a row unless they are the only one to; whoever is angry is answered by whoever gives anger back. */
function choose(members: readonly Member[], last: Member | null, anger: number, drawn: number): Member {
  const weights = members.map((member) => (member === last ? 0.15 : 1) * (member.wish + (anger > 0.4 && member.temper > 0.5 ? 3 * anger : 0)));
  let left = drawn * weights.reduce((sum, weight) => sum + weight, 0);
  return members.find((_, i) => (left -= weights[i]!) <= 0) ?? members.at(-1)!;
}

/** The Gini coefficient of counts: half the mean difference between two, by the mean. */
export function giniOf(counts: readonly number[]): number {
  const total = counts.reduce((sum, count) => sum + count, 0);
  if (total === 0) return 0;
  const apart = counts.reduce((sum, one) => sum + counts.reduce((inner, other) => inner + Math.abs(one - other), 0), 0);
  return apart / (2 * counts.length * total);
}

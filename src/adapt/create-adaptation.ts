import { type AgentEvent, asProblem, AttuneError, clamp, type SessionTime, type Store, type Style, type StyleChooser, type StyleMoment, type StyleRange, unit } from '../core/index.ts';
import { type Knowledge, learnTurn, type LoggedTurn, newKnowledge, type SiteKnowledge } from './knowledge.ts';
import { keepKnowledge, readKnowledge } from './kept.ts';
import { allowedLevels, FEATURES, occasionOf } from './occasion.ts';
import { judgePolicy, type Verdict } from './off-policy.ts';
import { learnReading, outcomesOf, type Signs } from './outcomes.ts';
import { chancesOf, drawStyle, METHODS, type Policy, USUAL_POLICY } from './policy.ts';

/** Whom an adaptation learns about, where that is kept, and how it chooses; everything may be left out. */
export interface AdaptationOptions {
  /** Any integer; the same seed, messages and ratings give the same choices. Default 1. */
  readonly seed?: number;
  /** The name of the profile that the player chose. Nobody is ever recognised by face or voice. Default `me`. */
  readonly profile?: string;
  /** Where the profile is kept on this device. Without one it lasts as long as the page. */
  readonly store?: Store;
  /** What a site's other people have taught, out of {@link poolKnowledge}. */
  readonly site?: SiteKnowledge | null;
  /** What is left out is as in {@link USUAL_POLICY}. */
  readonly policy?: Partial<Policy>;
  /** Hears when the device would not keep something, or kept something that can't be read; learning goes on, or begins anew. */
  readonly onProblem?: (problem: AttuneError) => void;
}

/** Learns how to talk with one player; given to an agent as its `adaptation`. */
export interface Adaptation extends StyleChooser {
  /** All that was learnt; a new object after every turn. */
  readonly knowledge: Knowledge;
  readonly policy: Policy;
  /** Calls `listener` after every change; returns how to stop. */
  subscribe(listener: () => void): () => void;
  /** The player says how content they are with the last turn, from 0 to 1. @throws {AttuneError} `bad-input` for any other number */
  rate(rating: number): void;
  /** What the player came for has succeeded, or has not. */
  tellSuccess(success: boolean): void;
  /** Uses another policy from the next turn on, if the log shows that it is better; tells how it judged. */
  propose(policy: Partial<Policy>): Verdict;
  /** Forgets all that was learnt of this player, on the device too. */
  reset(): Promise<void>;
  /** Everything as JSON, for the player to take along. */
  export(): string;
  /** Resolves when the profile is read, or written. Never rejects. */
  settled(): Promise<void>;
}

/** A turn whose outcome is not known yet. */
interface Awaited {
  readonly turn: Omit<LoggedTurn, 'rating'>;
  readonly valence: { readonly mean: number; readonly known: boolean };
  readonly ended: SessionTime | null;
  readonly interrupted: boolean;
  readonly rating: number | null;
  readonly success: boolean | null;
}

/** Valence is known before and after where its variance is below this. */
const KNOWN_VARIANCE = 0.2;

/** The last so many messages tell how long this player's usually are. */
const USUAL_OVER = 30;

/**
 * Makes what learns how to talk with one player. Give it to one agent as its `adaptation`.
 *
 * @throws {AttuneError} `bad-input` when an option is out of its range
 * @example
 * import { createAdaptation } from 'attune/adapt';
 * import { createIndexedDbStore } from 'attune/browser';
 * import { createAgent } from 'attune/three';
 *
 * const adaptation = createAdaptation({ profile: 'ada', store: createIndexedDbStore() });
 * const agent = await createAgent({ adaptation });
 */
export function createAdaptation({ seed = 1, profile = 'me', store, site = null, policy: given = {}, onProblem = () => undefined }: AdaptationOptions = {}): Adaptation {
  if (!Number.isInteger(seed)) throw new AttuneError('bad-input', `Expected an integer seed, but got ${seed}. Pass a whole number.`);
  for (const [outcome, { length }] of Object.entries(site ?? {})) {
    if (length !== FEATURES) throw new AttuneError('bad-input', `Expected site.${outcome} to have ${FEATURES} weights, but got ${length}. Pool the people of the site anew, with this version.`);
  }
  let policy = readPolicy(given, USUAL_POLICY);
  let knowledge = newKnowledge(seed >>> 0, site);
  let awaited: Awaited | null = null;
  let work: Promise<void> = Promise.resolve();
  /** Raised by a reset, so that nothing of before is written after it. */
  let age = 0;
  const listeners = new Set<() => void>();
  const key = `adaptation-${profile}`;

  function ask(what: () => Promise<void>): void {
    work = work.then(what).catch((thrown: unknown) => onProblem(asProblem(thrown, 'storage-failed', 'The device did not keep what suits this player')));
  }

  function changed(next: Knowledge): void {
    knowledge = next;
    for (const listener of listeners) listener();
  }

  function save(): void {
    const asOf = age;
    if (store) ask(async () => (asOf === age ? store.set(key, keepKnowledge(knowledge)) : undefined));
  }

  /** The last turn's outcome is known by what came after it. */
  function conclude(signs: Signs): void {
    if (!awaited) return;
    const { turn, rating, success } = awaited;
    awaited = null;
    const observed = outcomesOf(knowledge.reading, signs, rating, success);
    const reading = rating === null ? knowledge.reading : learnReading(knowledge.reading, signs, rating);
    changed(learnTurn({ ...knowledge, reading }, site, { ...turn, rating }, observed));
    save();
  }

  async function reset(): Promise<void> {
    age += 1;
    awaited = null;
    changed(newKnowledge(seed >>> 0, site));
    if (store) ask(() => store.delete(key));
    await work;
  }

  function relativeLength(characters: number): number {
    return clamp((Math.log(Math.max(1, characters)) - knowledge.usualLength.mean) / 1.5, -1, 1);
  }

  if (store) {
    const asOf = age;
    ask(async () => {
      const kept = await store.get(key);
      if (kept === undefined || asOf !== age || knowledge.turns > 0) return;
      changed(readKnowledge(kept));
    });
  }

  return {
    get knowledge() {
      return knowledge;
    },
    get policy() {
      return policy;
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    choose({ at, affect, course, length }: StyleMoment, range: StyleRange): Style {
      const { mean, variance } = affect.estimate.valence;
      const valence = { mean, known: variance < KNOWN_VARIANCE };
      const relative = relativeLength(length);
      if (awaited) {
        const { valence: before, ended, interrupted } = awaited;
        conclude({ affectChange: before.known && valence.known ? clamp(mean - before.mean, -1, 1) : null, replyLength: relative, interrupted, silence: ended === null ? 0 : Math.max(0, at - ended), left: false });
      }
      const { usualLength } = knowledge;
      const share = 1 / (Math.min(usualLength.count, USUAL_OVER) + 1);
      const usual = { mean: usualLength.mean + share * (Math.log(Math.max(1, length)) - usualLength.mean), count: usualLength.count + 1 };
      const allowed = allowedLevels(range);
      const occasion = occasionOf(affect, course, relative);
      const [chances, after] = chancesOf(policy, knowledge, site, occasion, allowed, knowledge.seed);
      const { style, propensity, seed: next } = drawStyle(chances, allowed, after);
      awaited = { turn: { occasion, allowed, style, propensity }, valence, ended: null, interrupted: false, rating: null, success: null };
      changed({ ...knowledge, usualLength: usual, seed: next });
      return style;
    },
    heed(event: AgentEvent) {
      if (!awaited) return;
      if (event.type === 'utterance-end') awaited = { ...awaited, ended: event.at, interrupted: awaited.interrupted || event.outcome === 'cancelled' };
      else if (event.type === 'visitor') conclude({ affectChange: null, replyLength: -1, interrupted: awaited.interrupted, silence: awaited.ended === null ? 0 : Math.max(0, event.at - awaited.ended), left: true });
    },
    forget() {
      void reset();
    },
    reset,
    rate(rating) {
      if (!(rating >= 0 && rating <= 1)) throw new AttuneError('bad-input', `Expected a rating between 0 and 1, but got ${rating}. Divide by the largest that can be given.`);
      if (awaited) awaited = { ...awaited, rating: unit(rating) };
    },
    tellSuccess(success) {
      if (awaited) awaited = { ...awaited, success };
    },
    propose(change) {
      const candidate = readPolicy(change, policy);
      const verdict = judgePolicy(knowledge, site, candidate);
      if (verdict.adopt) policy = candidate;
      return verdict;
    },
    export: () => `${JSON.stringify(keepKnowledge(knowledge))}\n`,
    async settled() {
      for (let seen: Promise<void> | null = null; seen !== work;) {
        seen = work;
        await seen;
      }
    },
  };
}

function readPolicy(given: Partial<Policy>, otherwise: Policy): Policy {
  const policy = { ...otherwise, ...given };
  if (!METHODS.includes(policy.method)) throw new AttuneError('bad-input', `Expected policy.method to be one of ${METHODS.join(', ')}, but got ${String(policy.method)}.`);
  if (!(policy.floor >= 0.01 && policy.floor <= 1)) throw new AttuneError('bad-input', `Expected policy.floor to be between 0.01 and 1, but got ${policy.floor}. Without trying anything, nothing can be learnt or judged.`);
  for (const [outcome, cares] of Object.entries(policy.cares)) {
    if (!(cares >= 0 && cares <= 1)) throw new AttuneError('bad-input', `Expected policy.cares.${outcome} to be between 0 and 1, but got ${cares}.`);
  }
  return policy;
}

import { asProblem, AttuneError, type SignalSource, type Store, type TextReader } from '../../core/index.ts';
import { ADAPTED_SENSES, type AdaptedSense } from './aspects.ts';
import { correctReader, correctSource } from './apply-live.ts';
import { type HeadCorrection, keepCorrection, readCorrection } from './correction.ts';
import type { HeadLesson } from './fit-correction.ts';
import { type HeadVerdict, judgeCorrection } from './judge-correction.ts';

/** Whose heads these are, and where their corrections are kept; everything may be left out. */
export interface HeadAdaptationOptions {
  /** The name of the profile that somebody chose. Nobody is ever recognised by face or voice. Default `me`. */
  readonly profile?: string;
  /** Where corrections are kept on this device. Without one they last as long as the page. */
  readonly store?: Store;
  /** Any integer; the same seed and lessons give the same verdict. Default 1. */
  readonly seed?: number;
  /** Hears when the device would not keep a correction, or kept one that can't be read; then the head is read as it is. */
  readonly onProblem?: (problem: AttuneError) => void;
}

/** Suits what the heads of face, voice and words say to one person, by that person's own labels. */
export interface HeadAdaptation {
  /** What is corrected by now; a new object after every change. */
  readonly corrections: Readonly<Partial<Record<AdaptedSense, HeadCorrection>>>;
  /** Calls `listener` after every change; returns how to stop. */
  subscribe(listener: () => void): () => void;
  /**
   * Fits a correction, and uses it from now on if labels that were held out say that it helps; else nothing changes. Takes up to a second.
   *
   * @param lessons what the heads said before any correction
   */
  learn(sense: AdaptedSense, lessons: readonly HeadLesson[]): HeadVerdict;
  /** Uses a correction that was made elsewhere, such as one of many people of a site. */
  use(correction: HeadCorrection): void;
  /** Takes corrections away, from the device too: of one sense, or of all. */
  remove(sense?: AdaptedSense): Promise<void>;
  /** A source like the given one whose head is corrected; to give to an agent. */
  source<Source extends SignalSource>(source: Source): Source;
  /** A reader like the given one whose answers are corrected; to give to an agent as its `text`. */
  reader(reader: TextReader): TextReader;
  /** Resolves when the profile is read, or written. Never rejects. */
  settled(): Promise<void>;
}

/**
 * Makes what suits the heads to one person. Give its sources and its reader to the agent, and collect labels of what the heads say without it.
 *
 * @throws {AttuneError} `bad-input` when an option is wrong
 * @example
 * import { createHeadAdaptation } from 'attune/adapt';
 * import { createFaceSource, createIndexedDbStore } from 'attune/browser';
 *
 * const heads = createHeadAdaptation({ profile: 'ada', store: createIndexedDbStore({ name: 'attune-heads' }) });
 * const face = heads.source(createFaceSource());
 */
export function createHeadAdaptation({ profile = 'me', store, seed = 1, onProblem = () => undefined }: HeadAdaptationOptions = {}): HeadAdaptation {
  if (!Number.isInteger(seed)) throw new AttuneError('bad-input', `Expected an integer seed, but got ${seed}. Pass a whole number.`);
  if (typeof profile !== 'string' || profile === '') throw new AttuneError('bad-input', `Expected the name of a profile, but got ${JSON.stringify(profile)}. Pass the one that was chosen, or leave it out.`);
  let corrections: HeadAdaptation['corrections'] = {};
  let work: Promise<void> = Promise.resolve();
  const listeners = new Set<() => void>();
  /** What was changed since the page began: that is newer than what the device has. */
  const touched = new Set<AdaptedSense>();
  const keyOf = (sense: AdaptedSense): string => `head-${profile}-${sense}`;
  const now = (sense: AdaptedSense): HeadCorrection | null => corrections[sense] ?? null;

  function ask(what: (store: Store) => Promise<void>): void {
    if (store) work = work.then(() => what(store)).catch((thrown: unknown) => onProblem(asProblem(thrown, 'storage-failed', 'The device did not keep what suits this person')));
  }

  function change(sense: AdaptedSense, correction: HeadCorrection | null): void {
    touched.add(sense);
    const { [sense]: _before, ...others } = corrections;
    corrections = correction ? { ...others, [sense]: correction } : others;
    for (const listener of listeners) listener();
    ask((kept) => (correction ? kept.set(keyOf(sense), keepCorrection(correction)) : kept.delete(keyOf(sense))));
  }

  for (const sense of ADAPTED_SENSES) {
    ask(async (kept) => {
      const value = await kept.get(keyOf(sense));
      if (value === undefined || touched.has(sense)) return;
      const correction = readCorrection(value);
      if (correction.sense !== sense) throw new AttuneError('bad-input', `Expected a correction of ${sense}, but the device kept one of ${correction.sense}. Adapt it anew.`);
      corrections = { ...corrections, [sense]: correction };
      for (const listener of listeners) listener();
    });
  }

  return {
    get corrections() {
      return corrections;
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    learn(sense, lessons) {
      const verdict = judgeCorrection(sense, lessons, { seed });
      if (verdict.correction) change(sense, verdict.correction);
      return verdict;
    },
    use: (correction) => change(correction.sense, readCorrection(keepCorrection(correction))),
    async remove(sense) {
      for (const each of sense ? [sense] : ADAPTED_SENSES) change(each, null);
      await work;
    },
    source: (source) => correctSource(source, now),
    reader: (reader) => correctReader(reader, now),
    async settled() {
      for (let seen: Promise<void> | null = null; seen !== work;) {
        seen = work;
        await seen;
      }
    },
  };
}

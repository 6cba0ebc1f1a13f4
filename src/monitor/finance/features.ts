import type { Cue, FinanceLanguage } from './find-cues.ts';
import type { Finding } from './find-findings.ts';
import type { FinanceToken } from './tokens.ts';

/** What is counted of a text before anything is weighed. */
export interface FinanceFeatures {
  /** What the findings say, by name. */
  readonly traits: ReadonlyMap<string, number>;
  /** Hashes of words, pairs of words and runs of Chinese characters. */
  readonly grams: Uint32Array;
}

/** How much a finding counts in the sums of what speaks for and against. */
const WORTH: Readonly<Record<Finding['kind'], number>> = { move: 1, compare: 1, ended: 1, absent: 1, role: 2, event: 0.8, loose: 0.6, stated: 0, fact: 0 };
const [CONCEDED, TURNED, HEDGED] = [0.25, 1.4, 0.8] as const;

/** @param tone sums of a lexicon's pleasant and unpleasant words, beyond the cues */
export function featuresOf(tokens: readonly FinanceToken[], findings: readonly Finding[], language: FinanceLanguage, tone: readonly [pleasant: number, unpleasant: number]): FinanceFeatures {
  return { traits: traitsOf(tokens, findings, tone).set(language, 1), grams: gramsOf(tokens) };
}

function traitsOf(tokens: readonly FinanceToken[], findings: readonly Finding[], [pleasant, unpleasant]: readonly [number, number]): Map<string, number> {
  const traits = new Map<string, number>();
  let [plus, minus, facts] = [0, 0, 0];
  let last: Finding | null = null;
  for (const finding of findings) {
    const { kind, group, good, conceded, turned, hedged, negated } = finding;
    if (good === 0) {
      traits.set(`${kind}:${group}`, 1);
      if (kind === 'fact') facts += 1;
      continue;
    }
    const sign = good > 0 ? '+' : '-';
    traits.set(`${kind}:${group}${sign}${conceded ? '~' : ''}`, 1);
    if (conceded) traits.set(`aside${sign}`, 1);
    else {
      traits.set(`${kind}${sign}`, 1);
      if (negated) traits.set(`not${sign}`, 1);
      if (hedged) traits.set(`may${sign}`, 1);
      if (turned) traits.set(`but${sign}`, 1);
      if (!last || finding.first >= last.first) last = finding;
    }
    const worth = WORTH[kind] * (conceded ? CONCEDED : turned ? TURNED : 1) * (hedged ? HEDGED : 1);
    if (good > 0) plus += worth;
    else minus += worth;
  }
  const some = (name: string, value: number): void => { if (value !== 0) traits.set(name, value); };
  some('plus', Math.min(plus, 3) / 2);
  some('minus', Math.min(minus, 3) / 2);
  some('balance', Math.max(-2, Math.min(2, plus - minus)));
  if (plus > 0 && minus > 0) traits.set('both', 1);
  if (plus - minus > 0.2) traits.set('more+', 1);
  else if (minus - plus > 0.2) traits.set('more-', 1);
  if (plus + minus === 0) traits.set(facts > 0 ? 'only facts' : 'nothing', 1);
  if (last) traits.set(`last${last.good > 0 ? '+' : '-'}`, 1);
  some('facts', Math.min(facts, 4) / 4);
  some('pleasant', Math.min(pleasant, 6) / 3);
  some('unpleasant', Math.min(unpleasant, 6) / 3);
  if (tokens.some(({ kind }) => kind === 'cashtag')) traits.set('cashtag', 1);
  if (tokens.some(({ form }) => form === '?' || form === '？')) traits.set('asks', 1);
  if (plus + minus === 0 && tokens.some(({ kind }) => kind === 'number')) traits.set('bare number', 1);
  return traits;
}

/** Names are all alike: what is learnt of a company must not be told of it. In titles, where most words are capital, nothing is taken for one. */
function gramsOf(tokens: readonly FinanceToken[]): Uint32Array {
  const words = tokens.filter(({ kind }) => kind === 'word');
  const title = words.filter(({ capital }) => capital).length > 0.6 * words.length;
  const forms: string[] = ['<begin>'];
  tokens.forEach(({ kind, form, capital }, at) => {
    if (kind === 'mark' && form !== '?' && form !== '!') return;
    const name = kind === 'word' && capital && !title && at > 0 && tokens[at - 1]!.form !== '.';
    if (name && forms.at(-1) === '<name>') return;
    forms.push(name ? '<name>' : form);
  });
  forms.push('<end>');
  const hashes: number[] = [];
  forms.forEach((form, at) => {
    hashes.push(hashGram(form));
    if (at + 1 < forms.length) hashes.push(hashGram(`${form} ${forms[at + 1]}`));
    if (at + 2 < forms.length && /^\p{Script=Han}$/u.test(form)) hashes.push(hashGram(`${form} ${forms[at + 1]} ${forms[at + 2]}`));
  });
  return Uint32Array.from(hashes);
}

/** What stands for a trait or a gram, below 2 ** 24: FNV-1a over UTF-16 code units, with Murmur3's finaliser. */
export function hashGram(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i += 1) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return ((hash ^ (hash >>> 16)) >>> 8) >>> 0;
}

/** The tokens that no cue has. */
export function beyondCues(tokens: readonly FinanceToken[], cues: readonly Cue[]): FinanceToken[] {
  const taken = new Set(cues.flatMap(({ first, last }) => Array.from({ length: last - first + 1 }, (_, i) => first + i)));
  return tokens.filter((_, at) => !taken.has(at));
}

import { detectLanguage, type Language, likeliest, UNKNOWN } from '../../core/index.ts';
import { type Net, tensorOf } from '../nets/net-file.ts';
import { blendClauses, blendCues, doubt } from './blend.ts';
import { cleanCharacters } from './clean-characters.ts';
import { dimensionsOf } from './dimensions.ts';
import { evidenceFor } from './evidence.ts';
import { type Cue, findCues, type ValenceOf } from './find-cues.ts';
import { EKMAN, TEXT_LABELS, type TextLabel } from './labels.ts';
import { createNgramHead, type NgramHead, WORD_BITS } from './ngram-head.ts';
import { hashWord } from './ngrams.ts';
import type { Scope } from './plain-scope.ts';
import { readWithHead } from './read-with-head.ts';
import { scopeOf } from './scope.ts';
import { clausesOf } from './segments.ts';
import type { TextAnalysis, TextClause } from './text-analysis.ts';
import { type Token, tokenise } from './tokens.ts';
import { weighCues } from './weigh-cues.ts';

export interface TextAnalyserOptions {
  /** models/text, parsed. */
  readonly light: Net;
}

/** Reads what words express. It needs no page and no network, and runs in a worker as well as in Node. */
export interface TextAnalyser {
  /**
   * Reads with the light model, at once. Only the first 4000 characters are read; `read` says how many were.
   *
   * @param language whose model is used; by default Chinese where there is a Chinese character
   */
  analyse(text: string, language?: Language): TextAnalysis;
}

/** A head, and how its scores are meant. */
interface Reader {
  readonly head: NgramHead;
  readonly temperature: number;
  readonly thresholds: readonly number[];
}

/** A text taken apart. */
interface Parsed {
  readonly tokens: readonly Token[];
  readonly scope: Scope;
  readonly cues: readonly Cue[];
}

/** @throws {AttuneError} `asset-wrong` when a net is not what it should be */
export function createTextAnalyser({ light }: TextAnalyserOptions): TextAnalyser {
  const heads: Readonly<Record<Language, NgramHead>> = {
    en: createNgramHead(light, 'en', TEXT_LABELS.length + EKMAN.length),
    zh: createNgramHead(light, 'zh', EKMAN.length),
  };
  const temperatures = light.settings['temperatures'] as Readonly<Record<Language, number>>;
  const thresholds = light.settings['thresholds'] as readonly number[];
  const valenceOf = createLexicon(light);
  return {
    analyse: (text, language = detectLanguage(text)) => {
      const clean = cleanCharacters(text);
      const tokens = tokenise(clean);
      const scope = scopeOf(tokens, language);
      const parsed = { tokens, scope, cues: findCues(tokens, scope, valenceOf) };
      return { ...summarise(parsed, { head: heads[language], temperature: temperatures[language], thresholds }), language, size: 'light', read: clean.origin.at(-1)! };
    },
  };
}

function summarise({ tokens, scope, cues }: Parsed, { head, temperature, thresholds }: Reader): Omit<TextAnalysis, 'language' | 'size' | 'read'> {
  const emotionsOf = (ekman: Float32Array, some: readonly Cue[]) => blendCues(ekman.map((score) => score / temperature), weighCues(some));
  const reading = readWithHead(head, tokens, scope, { first: 0, last: tokens.length - 1 });
  const segments = clausesOf(tokens, scope);
  const clauses = segments.length < 2 ? [] : segments.map((segment) => {
    const own = cues.filter((cue) => cue.first >= segment.first && cue.first <= segment.last);
    return { segment, own, emotions: emotionsOf(readWithHead(head, tokens, scope, segment).ekman, own), worth: segment.worth };
  });
  const worthOf = (cue: Cue): number => segments.find(({ last }) => cue.first <= last)?.worth ?? 1;
  const weighed = weighCues(cues, worthOf);
  const known = shareKnown(tokens, cues, head);
  const emotions = doubt(blendClauses(emotionsOf(reading.ekman, cues), clauses), known);
  const unknown = known === 0;
  return {
    ...labelsOf(unknown ? [] : reading.labels, thresholds),
    emotions,
    ...(unknown ? { valence: UNKNOWN, arousal: UNKNOWN, dominance: UNKNOWN } : dimensionsOf(emotions, weighed, cues, tokens)),
    evidence: unknown ? [] : evidenceFor(likeliest(emotions), head, reading, cues, tokens, temperature),
    clauses: clauses.map(({ segment: { first, last }, own, emotions: said }): TextClause => ({
      start: tokens[first]!.start, end: tokens[last]!.end, emotions: said, valence: dimensionsOf(said, weighCues(own), own, tokens.slice(first, last + 1)).valence.mean,
    })),
    cues: cues.filter(({ sense }) => sense !== 'asked').length,
    known,
  };
}

/** Share of words and symbols that the head or the lists know. */
function shareKnown(tokens: readonly Token[], cues: readonly Cue[], head: NgramHead): number {
  const shown = new Set(cues.flatMap(({ first, last }) => Array.from({ length: last - first + 1 }, (_, i) => first + i)));
  let [known, count] = [0, 0];
  tokens.forEach((token, at) => {
    if (token.kind !== 'word' && token.kind !== 'han' && !shown.has(at)) return;
    count += 1;
    if (shown.has(at) || head.knows(token)) known += 1;
  });
  return count === 0 ? 0 : known / count;
}

function labelsOf(scores: ArrayLike<number>, thresholds: readonly number[]): Pick<TextAnalysis, 'labels' | 'told'> {
  if (scores.length === 0) return { labels: null, told: [] };
  const labels = Object.fromEntries(TEXT_LABELS.map((label, i) => [label, 1 / (1 + Math.exp(-scores[i]!))])) as Record<TextLabel, number>;
  return { labels, told: TEXT_LABELS.filter((label, i) => labels[label] >= thresholds[i]!).sort((one, other) => labels[other] - labels[one]) };
}

function createLexicon(net: Net): ValenceOf {
  const count = net.settings['valences'] as number;
  const words = tensorOf(net, 'valence/words', [count]);
  const ratings = tensorOf(net, 'valence/ratings', [count, 1]);
  const valences = new Map(Array.from(words, (word, i) => [word, ratings[i]!]));
  return (form) => valences.get(hashWord(form) % 2 ** WORD_BITS) ?? 0;
}

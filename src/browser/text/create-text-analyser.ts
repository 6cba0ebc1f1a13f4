import { detectLanguage, type Language, likeliest, UNKNOWN } from '../../core/index.ts';
import { type Net, tensorOf } from '../nets/net-file.ts';
import { blendClauses, blendCues, doubt } from './blend.ts';
import { calmText } from './calm-text.ts';
import { cleanCharacters, LONGEST_TEXT } from './clean-characters.ts';
import { createDimensionHead } from './dimension-head.ts';
import { dimensionsOf } from './dimensions.ts';
import { evidenceFor } from './evidence.ts';
import { type Cue, findCues, type ValenceOf } from './find-cues.ts';
import { createFullHead, EMBEDDING_WIDTH } from './full-head.ts';
import { EKMAN, TEXT_LABELS, type TextLabel } from './labels.ts';
import { createNgramHead, type NgramHead, WORD_BITS } from './ngram-head.ts';
import { hashWord } from './ngrams.ts';
import type { Scope } from './plain-scope.ts';
import { type HeadReading, readWithHead } from './read-with-head.ts';
import { scopeOf } from './scope.ts';
import { clausesOf, type Segment } from './segments.ts';
import type { TextAnalysis, TextClause } from './text-analysis.ts';
import { type Token, tokenise } from './tokens.ts';
import { weighCues } from './weigh-cues.ts';

/** The nets that an analyser reads by. The light one alone reads both languages; the others make English more exact. */
export interface TextAnalyserOptions {
  /** models/text, parsed. */
  readonly light: Net;
  /** models/text-full, parsed, and what gives a row of 512 numbers for each English text: Universal Sentence Encoder Lite. */
  readonly full?: { readonly net: Net; readonly encode: (texts: readonly string[]) => Promise<Float32Array> };
  /** models/text-dimensions, parsed; without it the dimensions follow from the emotions. Only heard with `full`. */
  readonly dimensions?: Net;
}

/** Reads what words express. It needs no page and no network, and runs in a worker as well as in Node. */
export interface TextAnalyser {
  /**
   * Reads with the light model, at once. Only the first 4000 characters are read; `read` says how many were.
   *
   * @param language whose model is used; by default Chinese where there is a Chinese character
   */
  analyse(text: string, language?: Language): TextAnalysis;
  /**
   * Reads several texts with the full model, English ones by their embeddings as well, which are asked for all at once; clauses
   * are read as the light model does. Chinese
   * texts, and all where there is no full model, are read with the light one.
   */
  analyseFully(texts: readonly string[], language?: Language): Promise<TextAnalysis[]>;
}

/** A text taken apart, and what the light head says of all of it and of each clause. */
interface Parsed {
  readonly text: string;
  readonly language: Language;
  readonly read: number;
  readonly tokens: readonly Token[];
  readonly scope: Scope;
  readonly cues: readonly Cue[];
  readonly whole: HeadReading;
  /** None where there is only one. */
  readonly clauses: readonly { readonly segment: Segment; readonly reading: HeadReading }[];
}

/** The scores that a text is judged by, of all of it and of each clause. */
interface Scores {
  readonly whole: Float32Array;
  readonly clauses: readonly Float32Array[];
  readonly temperature: number;
  readonly thresholds: readonly number[];
}

/** Of what embeddings add, so much is left out where a negation or a question turns the words, which they hardly hear. */
const DEAF = 0.7;

/**
 * Makes an analyser out of nets that were read before: what {@link createTextReader} runs in its worker, for a Node process or a worker of one's own.
 *
 * @throws {AttuneError} `asset-wrong` when a net is not what it should be
 */
export function createTextAnalyser({ light, full, dimensions }: TextAnalyserOptions): TextAnalyser {
  const heads: Readonly<Record<Language, NgramHead>> = {
    en: createNgramHead(light, 'en', TEXT_LABELS.length + EKMAN.length),
    zh: createNgramHead(light, 'zh', EKMAN.length),
  };
  const temperatures = light.settings['temperatures'] as Readonly<Record<Language, number>>;
  const thresholds = light.settings['thresholds'] as readonly number[];
  const valenceOf = createLexicon(light);
  const fullHead = full && createFullHead(full.net);
  const dimensionHead = dimensions && createDimensionHead(dimensions);
  const sharpness = full && { temperature: full.net.settings['temperature'] as number, thresholds: full.net.settings['thresholds'] as readonly number[] };

  const parse = (text: string, language: Language): Parsed => {
    const clean = cleanCharacters(text);
    const tokens = tokenise(clean);
    const scope = scopeOf(tokens, language);
    const segments = clausesOf(tokens, scope);
    const reading = (segment: Pick<Segment, 'first' | 'last'>): HeadReading => readWithHead(heads[language], tokens, scope, segment);
    return {
      text, language, read: clean.origin.at(-1)!, tokens, scope, cues: findCues(tokens, scope, valenceOf), whole: reading({ first: 0, last: tokens.length - 1 }),
      clauses: segments.length < 2 ? [] : segments.map((segment) => ({ segment, reading: reading(segment) })),
    };
  };
  const lightly = (parsed: Parsed): TextAnalysis => summarise(parsed, heads[parsed.language], {
    whole: parsed.whole.scores, clauses: parsed.clauses.map(({ reading }) => reading.scores), temperature: temperatures[parsed.language], thresholds,
  });
  return {
    analyse: (text, language = detectLanguage(text)) => lightly(parse(text, language)),
    analyseFully: async (texts, language) => {
      const parsed = texts.map((text) => parse(text, language ?? detectLanguage(text)));
      if (!full || !fullHead || !sharpness) return parsed.map(lightly);
      const calm = parsed.filter(isEncoded).map((each) => calmed(each, parse));
      const asked = calm.map(({ text }) => text.slice(0, LONGEST_TEXT).replaceAll(/\p{Surrogate}/gu, ' '));
      const rows = asked.length === 0 ? new Float32Array() : await full.encode(asked);
      let at = 0;
      return parsed.map((each) => {
        if (!isEncoded(each)) return lightly(each);
        const plain = calm[at]!;
        const embedding = rows.subarray(EMBEDDING_WIDTH * at, EMBEDDING_WIDTH * (at += 1));
        const fully = (some: Parsed): TextAnalysis => {
          const turned = some.scope.sense.some((sense) => sense === 'denied' || sense === 'asked');
          const scores = fullHead(embedding, some.whole.scores, turned ? DEAF : 0);
          return Object.assign(summarise(some, heads.en, { whole: scores, clauses: some.clauses.map(({ reading }) => reading.scores), ...sharpness }), { size: 'full' as const });
        };
        const read = fully(each);
        if (!dimensionHead || read.known === 0) return read;
        const changed = each.cues.some((cue) => cue.drawn || cue.sense !== 'plain');
        return Object.assign(read, dimensionHead({ embedding, scores: plain.whole.scores, ngrams: plain.whole.ngrams, light: lightly(plain), calm: plain === each ? read : fully(plain), full: read }, changed));
      });
    },
  };
}

/** The same text without how strongly it is meant. */
function calmed(parsed: Parsed, parse: (text: string, language: Language) => Parsed): Parsed {
  const calm = calmText(parsed.text, parsed);
  return calm === parsed.text ? parsed : parse(calm, parsed.language);
}

/** Only English is encoded. */
function isEncoded({ language, tokens }: Parsed): boolean {
  return language === 'en' && tokens.length > 0;
}

function summarise({ tokens, cues, clauses, whole, language, read }: Parsed, head: NgramHead, scores: Scores): TextAnalysis {
  const labels = head.columns - EKMAN.length;
  const emotionsOf = (row: Float32Array, some: readonly Cue[]) => blendCues(row.subarray(labels).map((score) => score / scores.temperature), weighCues(some));
  const parts = clauses.map(({ segment }, i) => {
    const own = cues.filter((cue) => cue.first >= segment.first && cue.first <= segment.last);
    return { segment, own, emotions: emotionsOf(scores.clauses[i]!, own), worth: segment.worth };
  });
  const worthOf = (cue: Cue): number => clauses.find(({ segment }) => cue.first <= segment.last)?.segment.worth ?? 1;
  const known = shareKnown(tokens, cues, head);
  const unknown = known === 0;
  const emotions = doubt(blendClauses(emotionsOf(scores.whole, cues), parts), known);
  return {
    language, size: 'light', read, known, emotions,
    ...labelsOf(unknown ? new Float32Array() : scores.whole.subarray(0, labels), scores.thresholds),
    ...(unknown ? { valence: UNKNOWN, arousal: UNKNOWN, dominance: UNKNOWN } : dimensionsOf(emotions, weighCues(cues, worthOf), cues, tokens)),
    evidence: unknown ? [] : evidenceFor(likeliest(emotions), head, whole, cues, tokens, scores.temperature),
    clauses: parts.map(({ segment: { first, last }, own, emotions: said }): TextClause => ({
      start: tokens[first]!.start, end: tokens[last]!.end, emotions: said, valence: dimensionsOf(said, weighCues(own), own, tokens.slice(first, last + 1)).valence.mean,
    })),
    cues: cues.filter(({ sense }) => sense !== 'asked').length,
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

function labelsOf(scores: Float32Array, thresholds: readonly number[]): Pick<TextAnalysis, 'labels' | 'told'> {
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

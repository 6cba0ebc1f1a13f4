import { countWords } from '../../src/browser/replies/reply-features.ts';
import type { ReplyRanker } from '../../src/browser/replies/reply-ranker.ts';
import type { Language } from '../../src/index.ts';
import type { Evaluation, RankComparison } from '../../src/learn/evaluation.ts';
import { bootstrapIntervals } from '../../src/learn/metrics/bootstrap.ts';
import { partialSpearman, spearman } from '../../src/learn/metrics/rank-correlation.ts';
import { createRandom } from '../../src/learn/random.ts';
import { describe } from '../../scripts/statistics.ts';
import type { RatedReply } from './rated-replies.ts';

const SEED = 8;
/** As many candidates as a turn may have. */
const CANDIDATES = 12;
const ROUNDS = 50;

/** How people's ratings of replies and the ranker's agree, beside length, chance and the raters among themselves. */
export function measureReplies(ranker: ReplyRanker, replies: readonly RatedReply[], language: Language, split: string): Evaluation {
  const texts = replies.map(({ text }) => text[language]);
  const told = texts.map((text) => ranker.rank({ language }, [text])[0]!);
  const unknown = told.findIndex(({ tone }) => tone === null);
  if (unknown >= 0) throw new Error(`Expected every rated reply to have words, but there are none in ${JSON.stringify(texts[unknown])}.`);
  const truth = replies.map(({ mean }) => mean);
  const groups = replies.map(({ group }) => group);
  const random = createRandom(SEED);
  const columns = {
    rating: told.map(({ rating }) => rating!), tone: told.map(({ tone }) => tone!),
    length: texts.map((text) => countWords(text, language)), chance: texts.map(() => random.uniform()),
  };

  const statistics = (items: Int32Array): Record<'rating' | 'tone' | 'length' | 'chance' | 'ratingApart' | 'toneApart' | 'beyondLength', number> => {
    const of = (values: readonly number[]): number[] => Array.from(items, (item) => values[item]!);
    const [sampled, length] = [of(truth), of(columns.length)];
    const [rating, byLength] = [spearman(of(columns.rating), sampled), spearman(length, sampled)];
    return {
      rating, length: byLength, beyondLength: rating - byLength, tone: spearman(of(columns.tone), sampled), chance: spearman(of(columns.chance), sampled),
      ratingApart: partialSpearman(of(columns.rating), sampled, length), toneApart: partialSpearman(of(columns.tone), sampled, length),
    };
  };
  const whole = statistics(Int32Array.from(truth, (_, item) => item));
  const intervals = bootstrapIntervals(truth.length, statistics, { seed: SEED, groups });
  const ranked = (name: keyof typeof whole): RankComparison => ({ spearman: whole[name], spearmanInterval: intervals[name] });
  return {
    model: 'replies', data: `EmpatheticPersonas ${language.toUpperCase()}, rated replies`, n: replies.length, split,
    metrics: {
      ...ranked('rating'), intervals: { spearman: intervals.rating },
      byTone: { spearman: whole.tone, spearmanInterval: intervals.tone },
      apartFromLength: { rating: { spearman: whole.ratingApart, interval: intervals.ratingApart }, tone: { spearman: whole.toneApart, interval: intervals.toneApart } },
      beyondLength: { spearman: whole.beyondLength, interval: intervals.beyondLength },
      betterOfTwo: betterOfTwo(replies, columns),
    },
    baselines: { length: { ...ranked('length'), note: language === 'zh' ? 'characters' : 'words' }, random: ranked('chance') },
    peers: Object.fromEntries([0, 1, 2].map((rater) => {
      const others = replies.map(({ ratings }) => ratings.reduce((sum, rating, i) => (i === rater ? sum : sum + rating / 2), 0));
      return [`rater ${rater + 1}`, { spearman: spearman(replies.map(({ ratings }) => ratings[rater]!), others), ranker: spearman(columns.rating, others), note: 'against the mean of the two others' }];
    })),
    milliseconds: timeRanks(ranker, texts, language),
  };
}

/** Of two replies that put the same question in other words and that people rate unlike: how often each way finds the better one; ties are half right. */
function betterOfTwo(replies: readonly RatedReply[], columns: Readonly<Record<string, readonly number[]>>): Record<string, number> {
  const right = new Map<string, number>(Object.keys(columns).map((name) => [name, 0]));
  let pairs = 0;
  replies.forEach((a, i) => replies.slice(0, i).forEach((b, j) => {
    if (a.question === null || a.question !== b.question || a.mean === b.mean) return;
    pairs += 1;
    for (const [name, values] of Object.entries(columns)) {
      const by = (values[i]! - values[j]!) * (a.mean - b.mean);
      right.set(name, right.get(name)! + (by > 0 ? 1 : by === 0 ? 0.5 : 0));
    }
  }));
  return { pairs, ...Object.fromEntries([...right].map(([name, count]) => [name, count / pairs])) };
}

function timeRanks(ranker: ReplyRanker, texts: readonly string[], language: Language): { median: number; p95: number } {
  const times: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const from = (round * CANDIDATES) % (texts.length - CANDIDATES);
    const candidates = texts.slice(from, from + CANDIDATES);
    const began = performance.now();
    ranker.rank({ language }, candidates);
    times.push(performance.now() - began);
  }
  const { p50, p95 } = describe(times);
  return { median: p50, p95 };
}

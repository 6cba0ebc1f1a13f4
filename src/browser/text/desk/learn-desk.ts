import { type Language, LANGUAGES } from '../../../core/index.ts';
import { EMBEDDING, type SentenceEncoder } from '../encoder/embedding.ts';
import type { DeskFile, DeskPart } from './desk-file.ts';
import { packEmbeddings, unpackEmbeddings } from './desk-file.ts';
import type { AnswerGroup, History } from './history.ts';
import { mergeAlike } from './merge-alike.ts';
import { mergeByMeaning } from './merge-by-meaning.ts';
import { createPartReader } from './part-reader.ts';

/** What a desk can do, by asking it its own questions with each left out of what it knows. */
export interface Coverage {
  readonly language: Language;
  readonly answers: number;
  readonly questions: number;
  /** Questions that were tried. */
  readonly tried: number;
  /** Shares of those: answered rightly, asked about with the right one among three, answered wrongly, refused. */
  readonly right: number;
  readonly asked: number;
  readonly wrong: number;
  readonly refused: number;
  /** Answers that only one question leads to: those are hardly found by other words. */
  readonly thin: readonly string[];
}

export interface LearnOptions {
  /** Null for words alone. Chinese is always read by words. */
  readonly encoder: SentenceEncoder | null;
  readonly onProgress?: (what: 'groups' | 'meaning' | 'coverage', done: number, total: number) => void;
}

/** Questions that are kept: more cost memory and time, and hardly answer better. */
const MOST_KEPT = 20_000;
const MOST_TRIED = 500;
const CHUNK = 512;
/** Answers that people rated so badly on the average are not given again. */
const BAD = 2;
/** So many of its own questions a desk may refuse, each read without itself; chosen on held-out questions of Banking77's training part. */
const REFUSED = { full: 0.03, light: 0.05 };
/** Whatever its own questions are like, a message must be so near, and need not be nearer. That of words was chosen there and on the dev half of tests/sets/intents-zh.csv. */
const NEAREST = { full: [0.55, 0.8], light: [0.25, 0.6] } as const;
const OFFERED = 3;

/** Learns from what was gathered. Leaves out answers that were rated badly. */
export async function learnDesk(history: History, options: LearnOptions): Promise<{ readonly file: DeskFile; readonly embeddings: Int8Array; readonly coverage: readonly Coverage[]; readonly badlyRated: number }> {
  const parts: { en?: DeskPart; zh?: DeskPart } = {};
  const packed: Int8Array[] = [];
  const coverage: Coverage[] = [];
  let badlyRated = 0;
  for (const language of LANGUAGES) {
    const own = [...history.groups.values()].filter((group) => group.language === language && group.questions.length > 0);
    const embed = options.encoder && language === 'en' ? createEmbedder(options.encoder) : null;
    // Where hardly anything is said twice, the largest groups are more than a desk needs.
    const alike = mergeAlike(own).toSorted((a, b) => b.questions.length - a.questions.length).slice(0, MOST_KEPT);
    const merged = embed ? await mergeByMeaning(alike, (texts) => embed(texts, (done, total) => options.onProgress?.('groups', done, total))) : alike;
    const groups = merged.filter((group) => (starsOf(bestAnswer(group)) ?? 5) > BAD);
    badlyRated += merged.length - groups.length;
    if (groups.length === 0) continue;
    const learnt = await learnPart(groups, language, embed, options);
    parts[language] = learnt.part;
    packed.push(learnt.embeddings);
    coverage.push(learnt.coverage);
  }
  const embeddings = new Int8Array(packed.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const each of packed) {
    embeddings.set(each, at);
    at += each.length;
  }
  return { file: { format: 1, parts }, embeddings, coverage, badlyRated };
}

async function learnPart(groups: readonly AnswerGroup[], language: Language, embed: Embed | null, { onProgress }: LearnOptions): Promise<{ part: DeskPart; embeddings: Int8Array; coverage: Coverage }> {
  const sorted = groups.toSorted((a, b) => b.questions.length - a.questions.length);
  const each = mostEach(sorted.map(({ questions }) => questions.length));
  const questions = sorted.flatMap((group, answer) => spread(group.questions, each).map((text) => ({ text, answer })));
  const size = embed ? 'full' : 'light';
  const embeddings = new Int8Array(embed ? questions.length * EMBEDDING : 0);
  if (embed) (await embed(questions.map(({ text }) => text), (done, total) => onProgress?.('meaning', done, total))).forEach((row, i) => embeddings.set(packEmbeddings(row), i * EMBEDDING));
  const names = namesOf(sorted);
  const answers = sorted.map((group, at) => {
    const best = bestAnswer(group);
    return { name: names[at]!, title: titleOf(group), says: best.text, asked: group.questions.length, stars: starsOf(best) };
  });
  const rows = size === 'full' ? unpackEmbeddings(embeddings) : null;
  const open = createPartReader({ size, answers, questions, near: 0 }, rows);
  const tried = spread([...questions.keys()], MOST_TRIED);
  const readings = tried.map((at, i) => {
    if (i % 50 === 0) onProgress?.('coverage', i, tried.length);
    return { wanted: names[questions[at]!.answer]!, ...open.read(questions[at]!.text, rows && rows.subarray(at * EMBEDDING, (at + 1) * EMBEDDING), at) };
  });
  onProgress?.('coverage', tried.length, tried.length);
  const [low, high] = NEAREST[size];
  const nearest = readings.map(({ nearness }) => nearness).toSorted((a, b) => a - b);
  const near = Math.min(high, Math.max(low, nearest[Math.floor(REFUSED[size] * nearest.length)]!));
  const share = (has: (reading: (typeof readings)[number]) => boolean): number => readings.filter(has).length / readings.length;
  const known = (reading: (typeof readings)[number]): boolean => reading.nearness >= near;
  return {
    part: { size, answers, questions, near }, embeddings,
    coverage: {
      language, answers: answers.length, questions: questions.length, tried: tried.length,
      right: share((reading) => known(reading) && !reading.close && reading.ranking[0]?.name === reading.wanted),
      asked: share((reading) => known(reading) && reading.close && reading.ranking.slice(0, OFFERED).some(({ name }) => name === reading.wanted)),
      wrong: share((reading) => known(reading) && (reading.close ? !reading.ranking.slice(0, OFFERED).some(({ name }) => name === reading.wanted) : reading.ranking[0]?.name !== reading.wanted)),
      refused: share((reading) => !known(reading)),
      thin: answers.filter(({ asked }) => asked === 1).map(({ title }) => title),
    },
  };
}

type Embed = (texts: readonly string[], onProgress: (done: number, total: number) => void) => Promise<readonly Float32Array[]>;

/** Encodes each text once, in pieces. */
function createEmbedder(encoder: SentenceEncoder): Embed {
  const rows = new Map<string, Float32Array>();
  return async (texts, onProgress) => {
    const missing = [...new Set(texts.filter((text) => !rows.has(text)))];
    for (let from = 0; from < missing.length; from += CHUNK) {
      const chunk = missing.slice(from, from + CHUNK);
      const values = await encoder.encode(chunk);
      chunk.forEach((text, i) => rows.set(text, values.slice(i * EMBEDDING, (i + 1) * EMBEDDING)));
      onProgress(from + chunk.length, missing.length);
    }
    return texts.map((text) => rows.get(text)!);
  };
}

type Given = AnswerGroup['answers'] extends Map<string, infer Each> ? Each : never;

function starsOf({ stars, rated }: Given): number | null {
  return rated > 0 ? stars / rated : null;
}

/** The best rated, of which a single rating says little; of those like it the one that was given most. */
function bestAnswer({ answers }: AnswerGroup): Given {
  const worth = ({ stars, rated }: Given): number => (stars + 3 * 2) / (rated + 2);
  return [...answers.values()].toSorted((a, b) => worth(b) - worth(a) || b.given - a.given)[0]!;
}

/** A short question of it stands for those without a label. */
function titleOf({ name, questions }: AnswerGroup): string {
  return name?.replaceAll(/[_-]+/g, ' ') ?? questions.toSorted((a, b) => a.length - b.length || (a < b ? -1 : 1))[Math.floor(questions.length / 4)]!;
}

/** Names as identifiers of a scenario. */
function namesOf(groups: readonly AnswerGroup[]): string[] {
  const used = new Set<string>();
  return groups.map((group, at) => {
    const plain = (group.name ?? titleOf(group)).toLowerCase().replaceAll(/[^a-z0-9]+/g, '-').slice(0, 48).replaceAll(/^[^a-z]+|-+$/g, '');
    let name = plain || `answer-${at + 1}`;
    for (let more = 2; used.has(name); more += 1) name = `${plain || 'answer'}-${at + more}`;
    used.add(name);
    return name;
  });
}

/** So many of each group can be kept that all together are not too many. */
function mostEach(sizes: readonly number[]): number {
  let [low, high] = [1, Math.max(...sizes)];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (sizes.reduce((sum, size) => sum + Math.min(size, middle), 0) <= MOST_KEPT) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** So many of a list at most, evenly picked. */
function spread<Item>(items: readonly Item[], most: number): Item[] {
  const step = Math.max(1, items.length / most);
  return Array.from({ length: Math.min(items.length, most) }, (_, i) => items[Math.floor(i * step)]!);
}

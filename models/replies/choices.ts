import { countWords, LENGTH_FROM, readReply } from '../../src/browser/replies/reply-features.ts';
import { EMBEDDING } from '../../src/browser/text/encoder/embedding.ts';
import type { Emotion } from '../../src/index.ts';
import { estimate, fitRidge } from '../../src/learn/linear/ridge.ts';
import { partialSpearman, spearman } from '../../src/learn/metrics/rank-correlation.ts';
import { groupFolds } from '../../src/learn/splits.ts';
import { embedTexts } from '../../scripts/texts/embeddings.ts';
import type { RatedReply } from './rated-replies.ts';

const FOLDS = 6;
/** Between 3 and 100 there is hardly a difference. */
export const SHRINK = 30;
/** An embedding is 512 numbers on 764 replies, so that it is held more strongly: the best of 100, 300, 1000 and 3000. */
const SHRINK_EMBEDDING = 300;

interface Choice {
  readonly name: string;
  readonly shrink: number;
  readonly rows: readonly ArrayLike<number>[];
}

export interface ChoiceScores {
  readonly name: string;
  readonly n: number;
  readonly spearman: number;
  /** Apart from how many words a reply has. */
  readonly apartFromLength: number;
}

/** What could be told of a reply, compared on the replies that are learnt from, by folds of writers: always on writers that were not learnt from. */
export async function compareChoices(replies: readonly RatedReply[]): Promise<ChoiceScores[]> {
  const cues = replies.map(({ text }) => readReply(text.en, 'en'));
  const embeddings = await embedTexts(replies.flatMap(({ text, occasion }) => [text.en, ...(occasion?.messages ?? [])]), 'replies and messages');
  let at = 0;
  const points = replies.map(({ occasion }) => Array.from({ length: 1 + (occasion?.messages.length ?? 0) }, () => embeddings.subarray(at * EMBEDDING, (at += 1) * EMBEDDING)));
  const occasions = replies.flatMap(({ occasion }, i) => (occasion ? [i] : []));
  const all = replies.map((_, i) => i);
  const scored = (items: readonly number[], choice: Choice): ChoiceScores => scoreChoice(items.map((i) => replies[i]!), choice);
  return [
    scored(all, { name: 'words alone', shrink: SHRINK, rows: cues.map((each) => each.subarray(LENGTH_FROM)) }),
    scored(all, { name: 'cues and form', shrink: SHRINK, rows: cues.map((each) => each.subarray(0, LENGTH_FROM)) }),
    scored(all, { name: 'cues, form and words: chosen', shrink: SHRINK, rows: cues }),
    scored(all, { name: 'the same and the embedding', shrink: SHRINK_EMBEDDING, rows: cues.map((each, i) => Array.from(each).concat(Array.from(points[i]![0]!))) }),
    scored(occasions, { name: 'the chosen, where a message is known', shrink: SHRINK, rows: occasions.map((i) => cues[i]!) }),
    scored(occasions, { name: 'the same and how it takes up the message', shrink: SHRINK, rows: occasions.map((i) => Array.from(cues[i]!).concat(takenUp(replies[i]!, points[i]!))) }),
  ];
}

function scoreChoice(replies: readonly RatedReply[], { name, shrink, rows }: Choice): ChoiceScores {
  const folds = groupFolds(replies.map(({ group }) => `fold of ${group}`), FOLDS);
  const told = new Float64Array(replies.length);
  for (let fold = 0; fold < FOLDS; fold += 1) {
    const known = replies.flatMap((_, i) => (folds[i] === fold ? [] : [i]));
    const model = fitRidge(known.map((i) => rows[i]!), known.map((i) => replies[i]!.mean), shrink);
    rows.forEach((row, i) => { if (folds[i] === fold) told[i] = estimate(model, row); });
  }
  const truth = replies.map(({ mean }) => mean);
  return { name, n: replies.length, spearman: spearman(told, truth), apartFromLength: partialSpearman(told, truth, replies.map(({ text }) => countWords(text.en, 'en'))) };
}

const NAMED: Readonly<Partial<Record<Emotion, RegExp>>> = {
  sadness: /\b(?:sad\w*|down|low|unhapp\w+|upset|hurt\w*)\b/i, anger: /\b(?:ang\w+|frustrat\w+|upset|annoy\w+|mad)\b/i,
  fear: /\b(?:anxi\w+|worr\w+|nervous|stress\w*|afraid|fear\w*)\b/i, happiness: /\b(?:happ\w+|glad|joy\w*|great|wonderful)\b/i,
};
/** Words that say nothing of what a message is about. */
const SHORT = 4;

/** Whether a reply names the feeling of the message, how many of its words it takes up, and how near it lies in meaning. */
function takenUp({ text, occasion }: RatedReply, [own, ...messages]: readonly Float32Array[]): number[] {
  const { emotion, messages: said } = occasion!;
  const words = new Set(said.join(' ').toLowerCase().match(/[a-z']+/g)?.filter((word) => word.length >= SHORT));
  const taken = new Set(text.en.toLowerCase().match(/[a-z']+/g)?.filter((word) => words.has(word)));
  const nearness = messages.map((message) => message.reduce((sum, value, i) => sum + value * own![i]!, 0));
  return [NAMED[emotion]?.test(text.en) ? 1 : 0, taken.size, Math.max(...nearness)];
}

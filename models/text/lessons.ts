import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { CUES_ZH } from '../../src/browser/text/cues-zh.ts';
import { EKMAN, EMOTION_OF_LABEL, TEXT_LABELS } from '../../src/browser/text/labels.ts';
import type { Emotion } from '../../src/index.ts';
import { type Comment, type LabelledText, readGoEmotions, readPersonas } from '../../scripts/texts/corpora.ts';
import { featurise } from './featurise.ts';
import type { Lesson } from './teach-head.ts';

/** The columns of the English head: a probability for each label, and one distribution over Ekman's emotions. */
export const ENGLISH_COLUMNS = TEXT_LABELS.length + EKMAN.length;

/** How much a sentence of EmpatheticPersonas counts beside a comment of GoEmotions: there are 945 and 43,410. */
const PERSONA_WORTH = 2;

const columnOf = (emotion: Emotion): number => EKMAN.findIndex((each) => each === emotion);

/** GoEmotions teaches both blocks, EmpatheticPersonas only the emotions. */
export function englishLesson(most: number): Lesson {
  const comments = readGoEmotions('train');
  const personas = readPersonas('en', 'train');
  return {
    ...englishTargets(comments, personas), texts: [...comments, ...personas].map(({ text }) => featurise(text, 'en')), most, columns: ENGLISH_COLUMNS, epochs: 3, title: 'English',
    blocks: [{ from: 0, to: TEXT_LABELS.length, link: 'sigmoid' }, { from: TEXT_LABELS.length, to: ENGLISH_COLUMNS, link: 'softmax' }],
  };
}

/** What both corpora, one after the other, teach each column, and how much each text counts in each block. */
export function englishTargets(comments: readonly Comment[], personas: readonly LabelledText[]): Pick<Lesson, 'targets' | 'worth'> {
  const count = comments.length + personas.length;
  const targets = new Float32Array(count * ENGLISH_COLUMNS);
  const worth = new Float32Array(count * 2);
  comments.forEach((comment, i) => {
    for (const label of comment.labels) targets[i * ENGLISH_COLUMNS + label] = 1;
    targets.set(ekmanRow(comment), i * ENGLISH_COLUMNS + TEXT_LABELS.length);
    worth.fill(1, 2 * i, 2 * i + 2);
  });
  personas.forEach(({ emotion }, k) => {
    const i = comments.length + k;
    targets[i * ENGLISH_COLUMNS + TEXT_LABELS.length + columnOf(emotion)] = 1;
    worth[2 * i + 1] = PERSONA_WORTH;
  });
  return { targets, worth };
}

/** A comment's emotions, its labels' groups alike. */
export function ekmanRow({ labels }: Comment): Float32Array {
  const emotions = new Set(labels.map((label) => columnOf(EMOTION_OF_LABEL[TEXT_LABELS[label]!])));
  const row = new Float32Array(EKMAN.length);
  for (const emotion of emotions) row[emotion] = 1 / emotions.size;
  return row;
}

/** EmpatheticPersonas' Chinese sentences, plain statements and the words of our own list, each by itself. */
export function chineseLesson(most: number): Lesson {
  const plain = readFileSync(fileURLToPath(new URL('plain-zh.txt', import.meta.url)), 'utf8').trim().split('\n').map((text): LabelledText => ({ text, emotion: 'neutral', language: 'zh' }));
  const words = Object.entries(CUES_ZH).filter(([emotion]) => columnOf(emotion as Emotion) >= 0).flatMap(([emotion, list]) => list.split(' ').map((text): LabelledText => ({ text, emotion: emotion as Emotion, language: 'zh' })));
  const lines = [...readPersonas('zh', 'train'), ...plain, ...words];
  const targets = new Float32Array(lines.length * EKMAN.length);
  lines.forEach(({ emotion }, i) => { targets[i * EKMAN.length + columnOf(emotion)] = 1; });
  return {
    texts: lines.map(({ text }) => featurise(text, 'zh')), targets, worth: new Float32Array(lines.length).fill(1), most, columns: EKMAN.length,
    epochs: 10, title: 'Chinese', blocks: [{ from: 0, to: EKMAN.length, link: 'softmax' }],
  };
}

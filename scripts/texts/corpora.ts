import { existsSync, readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import type { Emotion, Language } from '../../src/index.ts';
import { dataFolder } from '../data-folder.ts';

/** A text and the emotion that its corpus files it under. */
export interface LabelledText {
  readonly text: string;
  readonly emotion: Emotion;
  readonly language: Language;
}

/** A comment of GoEmotions and the indices of its labels in TEXT_LABELS. */
export interface Comment {
  readonly text: string;
  readonly labels: readonly number[];
}

/** A sentence of EmoBank; each dimension from 1 to 5. */
export interface RatedSentence {
  readonly text: string;
  readonly valence: number;
  readonly arousal: number;
  readonly dominance: number;
}

export type Part = 'train' | 'dev' | 'test';

export function readGoEmotions(part: Part): Comment[] {
  return read('goemotions', `original-${part}.tsv`).split('\n').filter((line) => line !== '').map((line) => {
    const [text = '', labels = ''] = line.split('\t');
    return { text, labels: labels.split(',').map(Number) };
  });
}

export function readEmoBank(part: Part): RatedSentence[] {
  return table('emobank', 'emobank.csv').filter(({ split }) => split === part).map(({ text = '', V, A, D }) => ({ text, valence: Number(V), arousal: Number(A), dominance: Number(D) }));
}

const PERSONA_EMOTIONS: readonly Emotion[] = ['sadness', 'anger', 'happiness', 'fear'];

/** What people with one of four emotions would say: EmpatheticPersonas, in the split it is published with. */
export function readPersonas(language: Language, part: Part): LabelledText[] {
  const file = `${language.toUpperCase()}_${part === 'dev' ? 'val' : part}.csv`;
  return table('empathetic-personas', `emotion/${file}`).map(({ text = '', labels }) => ({ text, emotion: PERSONA_EMOTIONS[Number(labels)]!, language }));
}

/** MELD's test utterances, each by itself, without what was said before. */
export function readMeld(): LabelledText[] {
  const emotions: Readonly<Record<string, Emotion>> = { neutral: 'neutral', joy: 'happiness', anger: 'anger', surprise: 'surprise', sadness: 'sadness', disgust: 'disgust', fear: 'fear' };
  return table('meld', 'test_sent_emo.csv').map(({ Utterance = '', Emotion: word = '' }) => ({ text: Utterance, emotion: emotions[word]!, language: 'en' }));
}

/** TweetEval's test tweets by emotion; its joy and optimism are both happiness here. */
export function readTweets(): LabelledText[] {
  const emotions: readonly Emotion[] = ['anger', 'happiness', 'happiness', 'sadness'];
  const lines = (file: string): string[] => read('tweeteval', `emotion/test_${file}.txt`).trimEnd().split('\n');
  const labels = lines('labels');
  return lines('text').map((text, i) => ({ text, emotion: emotions[Number(labels[i])]!, language: 'en' }));
}

function table(folder: string, file: string): Record<string, string>[] {
  return parse(read(folder, file), { columns: true, bom: true, relax_quotes: true, skip_empty_lines: true });
}

function read(folder: string, file: string): string {
  const path = dataFolder(folder, file);
  if (!existsSync(path)) throw new Error(`Expected ${folder} in ${path}, but it is not there. Set ATTUNE_DATA to the folder of public data; its README says where the originals can be had.`);
  return readFileSync(path, 'utf8');
}

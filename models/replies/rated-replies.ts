import { existsSync, readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import type { Emotion, Language } from '../../src/index.ts';
import { fnv1a } from '../../src/learn/splits.ts';
import { dataFolder } from '../../scripts/data-folder.ts';

/** What somebody said, whom the reply was written for. */
export interface Occasion {
  readonly emotion: Emotion;
  readonly messages: readonly string[];
}

/** A reply that three people rated: 0 not empathetic, 1 weakly, 2 strongly. */
export interface RatedReply {
  readonly text: Readonly<Record<Language, string>>;
  readonly ratings: readonly [number, number, number];
  readonly mean: number;
  /** Who wrote it; replies of nobody that is known are a group by their words. */
  readonly group: string;
  /** The question that it puts in other words; null where that is not known. */
  readonly question: string | null;
  /** What its writer had said with that emotion; raters were not shown it. Null where that is not known. */
  readonly occasion: Occasion | null;
}

const FOLDER = 'empathetic-personas';
const EMOTIONS: Readonly<Record<string, Emotion>> = { Sad: 'sadness', Angry: 'anger', Anxious: 'fear', Happy: 'happiness' };
/** One writer in three is tested on. */
const PARTS = 3;

/** The rated replies of EmpatheticPersonas, in English and machine-translated, with who wrote each and for whom, as far as its words tell. */
export function readRatedReplies(): RatedReply[] {
  const origins = readOrigins();
  const chinese = table('empathy/EP_ZH_full.csv');
  return table('empathy/EP_EN_full.csv').map((row, i): RatedReply => {
    const text = { en: row['response']!.trim(), zh: chinese[i]!['response']!.trim() };
    const ratings = [Number(row['annotator1_score']), Number(row['annotator2_score']), Number(row['annotator3_score'])] as const;
    const origin = origins.get(plain(text.en));
    return { text, ratings, mean: (ratings[0] + ratings[1] + ratings[2]) / 3, group: origin?.group ?? plain(text.en), question: origin?.question ?? null, occasion: origin?.occasion ?? null };
  });
}

/** Whether nothing was learnt, chosen or looked at of a reply but its score: it is of one in three of the writers. */
export function isTested({ group }: RatedReply): boolean {
  return fnv1a(group) % PARTS === 0;
}

type Origin = Pick<RatedReply, 'group' | 'question' | 'occasion'>;

/** By its words, where each sentence of the personas comes from: a row is a writer, a column an emotion and a question. */
function readOrigins(): Map<string, Origin> {
  const [heads = [], ...writers]: string[][] = parse(read('empatheticPersonasEN.csv'), { bom: true, relax_quotes: true, relax_column_count: true });
  const columns = heads.map((head) => {
    const [emotion = '', question = ''] = head.split(' - ');
    return { emotion: EMOTIONS[emotion], question, isMessage: question.startsWith('Patient response') };
  });
  return new Map(writers.flatMap((cells, writer) => columns.flatMap(({ emotion, question, isMessage }, column): [string, Origin][] => {
    const text = plain(cells[column] ?? '');
    if (text === '' || question === '' || isMessage) return [];
    const messages = columns.flatMap((each, at) => (each.isMessage && each.emotion === emotion && cells[at] ? [cells[at]] : []));
    return [[text, { group: `writer ${writer}`, question, occasion: emotion && messages.length > 0 ? { emotion, messages } : null }]];
  })));
}

function plain(text: string): string {
  return text.toLowerCase().replaceAll(/[^a-z0-9]+/g, ' ').trim();
}

function table(file: string): Record<string, string>[] {
  return parse(read(file), { columns: true, bom: true, relax_quotes: true, skip_empty_lines: true });
}

function read(file: string): string {
  const path = dataFolder(FOLDER, file);
  if (!existsSync(path)) throw new Error(`Expected the rated replies of EmpatheticPersonas in ${path}, but they are not there. Set ATTUNE_DATA to the folder of public data; its README says where the originals can be had.`);
  return readFileSync(path, 'utf8');
}

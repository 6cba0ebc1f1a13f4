import { existsSync, readFileSync, statSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { parse } from 'csv-parse/sync';
import type { Emotion } from '../../src/index.ts';
import { readEmotionWord } from '../faces/emotion-words.ts';

/** What a corpus of voices says of a clip. Calm and boredom count as neutral among the eight, but are not the same. */
export type VoiceWord = Emotion | 'calm' | 'boredom';

/** A recording of one person, and what it expresses. */
export interface LabelledVoice {
  /** As the table names it. */
  readonly path: string;
  readonly file: string;
  readonly word: VoiceWord;
  readonly emotion: Emotion;
  /** Who speaks: to keep a speaker on one side of a split, and never to be printed. */
  readonly speaker: string;
}

/** A folder of labelled recordings. */
export interface LabelledVoices {
  readonly name: string;
  readonly voices: readonly LabelledVoice[];
  /** What was passed over, a line for each kind. */
  readonly remarks: readonly string[];
}

const LAYOUT = 'A folder needs labels.csv with the columns path,emotion,speaker (in any order and case, with others between them), its paths from the folder, to FLAC, Ogg Opus, MP3 or WAVE.';
const WORDS: Readonly<Record<string, VoiceWord>> = { calm: 'calm', bored: 'boredom', boredom: 'boredom' };

/**
 * Reads a folder of labelled recordings.
 *
 * @throws {Error} when the folder, its table or all of its recordings are missing, saying what is expected
 */
export function readLabelledVoices(folder: string): LabelledVoices {
  const at = resolve(folder);
  const table = join(at, 'labels.csv');
  const refuse = (came: string): never => { throw new Error(`Expected labelled recordings in ${at}, but ${came}. ${LAYOUT}`); };
  if (!existsSync(at) || !statSync(at).isDirectory()) refuse('there is no such folder');
  if (!existsSync(table)) refuse('it holds no labels.csv');
  const [head = [], ...rows] = parse(readFileSync(table), { bom: true, skip_empty_lines: true, relax_column_count: true, trim: true }) as string[][];
  const place = (...names: string[]): number => head.findIndex((name) => names.includes(name.toLowerCase()));
  const [pathAt, wordAt, speakerAt] = [place('path', 'file', 'filename'), place('emotion', 'label'), place('speaker', 'actor', 'subject')];
  if (pathAt < 0 || wordAt < 0) refuse(`labels.csv has the columns ${head.join(',')}`);
  const [strange, missing]: [Set<string>, string[]] = [new Set(), []];
  const voices = rows.flatMap((row): LabelledVoice[] => {
    const [path = '', raw = ''] = [row[pathAt], row[wordAt]];
    const word = WORDS[raw.toLowerCase()] ?? readEmotionWord(raw);
    if (!word) strange.add(raw);
    const file = join(at, path);
    if (!existsSync(file)) missing.push(path);
    if (!word || !existsSync(file)) return [];
    return [{ path, file, word, emotion: word === 'calm' || word === 'boredom' ? 'neutral' : word, speaker: (speakerAt < 0 ? '' : row[speakerAt]) || path }];
  });
  if (voices.length === 0) refuse(`none of its ${rows.length} rows has a recording and an emotion that is known`);
  const remarks = [
    ...(strange.size > 0 ? [`Passed over clips labelled ${[...strange].map((each) => `"${each}"`).join(', ')}: none of the eight emotions.`] : []),
    ...(missing.length > 0 ? [`${missing.length} recordings are missing, such as ${missing[0]}.`] : []),
    ...(speakerAt < 0 ? ['The table names no speakers: each clip counts as somebody new.'] : []),
  ];
  return { name: basename(at), voices, remarks };
}

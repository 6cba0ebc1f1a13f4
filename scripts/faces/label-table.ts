import { readFile } from 'node:fs/promises';
import { parse } from 'csv-parse/sync';
import { EMOTIONS } from '../../src/index.ts';
import { readEmotionWord } from './emotion-words.ts';

/** One labelled picture as its row tells it. */
export interface LabelRow {
  /** As it is written there: a file's name, or a path. */
  readonly picture: string;
  /** In the corpus' own words; null where the table has votes alone. */
  readonly word: string | null;
  /** Votes for each of EMOTIONS; null where the table has none. */
  readonly votes: Float64Array | null;
  /** How many votes said that there is no telling, or no face. */
  readonly refusals: number;
  readonly subject: string | null;
  readonly split: string | null;
}

const PICTURE_COLUMNS = ['path', 'image', 'image name', 'picture', 'file', 'filename', 'file name', 'image path', 'filepath'];
const WORD_COLUMNS = ['majority', 'emotion', 'label', 'expression', 'emotion label', 'expression by eye'];
const SUBJECT_COLUMNS = ['subject', 'subject id', 'person', 'actor', 'speaker', 'participant'];
const SPLIT_COLUMNS = ['split', 'usage', 'set'];
const REFUSAL_COLUMNS = ['unknown', 'nf'];

/**
 * Reads a table of labels: comma-separated, its first row naming the columns in any case and order.
 *
 * @param split which part of its corpus the table is, where no column says so
 * @returns null when it names no pictures, or neither an emotion nor votes
 */
export async function readLabelTable(path: string, split: string | null): Promise<readonly LabelRow[] | null> {
  const table = parse(await readFile(path), {
    bom: true, skip_empty_lines: true, relax_column_count: true, relax_quotes: true, trim: true,
  }) as string[][];
  const [head, ...rows] = table;
  const columns = (head ?? []).map((name) => name.toLowerCase().replaceAll(/[\s_-]+/g, ' '));
  const first = (names: readonly string[]): number => names.map((name) => columns.indexOf(name)).find((at) => at >= 0) ?? -1;
  const [pictureAt, wordAt, subjectAt, splitAt] = [first(PICTURE_COLUMNS), first(WORD_COLUMNS), first(SUBJECT_COLUMNS), first(SPLIT_COLUMNS)];
  const voteAt = EMOTIONS.map((emotion) => columns.findIndex((name) => readEmotionWord(name) === emotion));
  const refusalAt = REFUSAL_COLUMNS.map((name) => columns.indexOf(name)).filter((at) => at >= 0);
  const hasVotes = voteAt.every((at) => at >= 0);
  if (pictureAt < 0 || (wordAt < 0 && !hasVotes)) return null;
  const number = (cell: string | undefined): number => Math.max(0, Number(cell) || 0);
  return rows.flatMap((row) => {
    const picture = row[pictureAt]?.trim();
    return picture ? [{
      picture,
      word: wordAt < 0 ? null : row[wordAt] ?? '',
      votes: hasVotes ? Float64Array.from(voteAt, (at) => number(row[at])) : null,
      refusals: refusalAt.reduce((sum, at) => sum + number(row[at]), 0),
      subject: row[subjectAt] || null,
      split: row[splitAt]?.toLowerCase() || split,
    }] : [];
  });
}

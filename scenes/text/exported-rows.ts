import { type Belief, certainty, EMOTIONS, likeliest } from 'attune';
import type { ReadText } from 'attune/browser';
import { emotionsUnknown } from '../shared/emotion-words.ts';
import type { Cell } from '../shared/save-file.ts';

/** Texts with the columns that they came with, and what was read of each; null where nothing was. */
export interface Exported {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
  /** Which column holds the text. */
  readonly text: number;
  readonly results: readonly (ReadText | null)[];
}

/** The columns that are added; the prefix keeps them apart from those that the file had. */
const ADDED: readonly string[] = [
  'attune_language', 'attune_model', 'attune_read_characters', 'attune_known_words_share', 'attune_emotion', ...EMOTIONS.map((emotion) => `attune_${emotion}_probability`),
  ...['valence', 'arousal', 'dominance'].flatMap((axis) => [`attune_${axis}`, `attune_${axis}_variance`]),
  'attune_labels', 'attune_intent', 'attune_own_intent', 'attune_own_intent_confidence', 'attune_evidence',
];

const short = (value: number): number => Number(value.toFixed(4));
/** Where nothing is known the mean is left empty: a zero would read as neutral. */
const both = (belief: Belief): Cell[] => [certainty(belief) === 0 ? null : short(belief.mean), short(belief.variance)];

/** Words that moved the result, each with its weight in logarithms of odds. */
const evidenceOf = (text: string, { evidence }: ReadText): { words: string; weight: number }[] => evidence.map(({ start, end, weight }) => ({ words: text.slice(start, end), weight: short(weight) }));

function cellsOf(row: readonly string[], place: number, read: ReadText | null): Cell[] {
  if (read === null) return [...row, ...ADDED.map(() => null)];
  return [
    ...row,
    read.language, read.size, read.read, short(read.known), emotionsUnknown(read) ? null : likeliest(read.emotions), ...EMOTIONS.map((emotion) => short(read.emotions[emotion])),
    ...both(read.valence), ...both(read.arousal), ...both(read.dominance),
    read.told.join(' ') || null, read.intent, read.domain?.name ?? null, read.domain ? short(read.domain.confidence) : null,
    evidenceOf(row[place]!, read).map(({ words, weight }) => `${words} ${weight}`).join('; ') || null,
  ];
}

/** The columns that were there, and then what was read. */
export const headOf = ({ columns }: Exported): string[] => [...columns, ...ADDED];

/** Rows for a CSV file, from one to before another. */
export const csvRowsOf = ({ rows, text, results }: Exported, from: number, to: number): Cell[][] => rows.slice(from, to).map((row, i) => cellsOf(row, text, results[from + i] ?? null));

/** An object for each row with everything that was read, from one to before another. */
export const objectsOf = ({ columns, rows, text, results }: Exported, from: number, to: number): unknown[] => rows.slice(from, to).map((row, i) => {
  const read = results[from + i] ?? null;
  return { row: Object.fromEntries(columns.map((column, at) => [column, row[at]])), reading: read && { ...read, evidence: evidenceOf(row[text]!, read) } };
});

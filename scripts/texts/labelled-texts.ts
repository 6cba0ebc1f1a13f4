import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import { detectLanguage, LANGUAGES, type Language } from '../../src/index.ts';
import type { LabelledText } from './corpora.ts';
import { readTextEmotion } from './emotion-words.ts';

const TEXT_COLUMNS = ['text', 'sentence', 'utterance', 'content', 'tweet', 'comment', 'message', 'situation'];
const EMOTION_COLUMNS = ['emotion', 'label', 'labels', 'sentiment', 'class', 'emotions'];
const LANGUAGE_COLUMNS = ['lang', 'language'];

export interface LabelledTexts {
  readonly texts: readonly LabelledText[];
  /** What was left out, and why, in sentences. */
  readonly remarks: readonly string[];
}

/**
 * Reads a table of texts: comma-separated, its first row naming the columns `text`, `emotion` and, where the language is not plain
 * from the characters, `lang` (en or zh), in any case and order.
 *
 * @throws {Error} when a column is missing, or no row can be used
 */
export function readLabelledTexts(path: string): LabelledTexts {
  const [head = [], ...rows] = parse(readFileSync(path), { bom: true, skip_empty_lines: true, relax_column_count: true, relax_quotes: true }) as string[][];
  const columns = head.map((name) => name.trim().toLowerCase());
  const at = (names: readonly string[]): number => names.map((name) => columns.indexOf(name)).find((found) => found >= 0) ?? -1;
  const [textAt, emotionAt, languageAt] = [at(TEXT_COLUMNS), at(EMOTION_COLUMNS), at(LANGUAGE_COLUMNS)];
  if (textAt < 0 || emotionAt < 0) throw new Error(`Expected ${path} to have the columns "text" and "emotion" in its first row, but it has ${columns.map((name) => `"${name}"`).join(', ') || 'none'}. Rename them.`);
  const unknown = new Map<string, number>();
  let unclear = 0;
  const texts = rows.flatMap((row): LabelledText[] => {
    const text = row[textAt] ?? '';
    const word = row[emotionAt] ?? '';
    const emotion = readTextEmotion(word);
    if (emotion === undefined) unknown.set(word, (unknown.get(word) ?? 0) + 1);
    if (emotion === null) unclear += 1;
    return emotion ? [{ text, emotion, language: languageOf(row[languageAt], text) }] : [];
  });
  const remarks = [
    ...(unknown.size > 0 ? [`Left out: ${[...unknown].map(([word, count]) => `${count} of "${word}"`).join(', ')}, which are no emotions that are known here.`] : []),
    ...(unclear > 0 ? [`Left out: ${unclear} texts without a clear emotion.`] : []),
  ];
  if (texts.length === 0) throw new Error(`Expected ${path} to hold texts with an emotion, but none of its ${rows.length} rows has a known one. ${remarks.join(' ')}`);
  return { texts, remarks };
}

function languageOf(cell: string | undefined, text: string): Language {
  const short = cell?.trim().toLowerCase().slice(0, 2);
  return LANGUAGES.find((language) => language === short) ?? detectLanguage(text);
}

import { existsSync, readdirSync, statSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { EMOTIONS, type Emotion } from '../../src/index.ts';
import { readEmotionWord } from './emotion-words.ts';
import { type LabelRow, readLabelTable } from './label-table.ts';
import { archivesIn, type Bytes, createPictureFinder } from './picture-finder.ts';

/** A picture of a face and what people said of it. */
export interface LabelledPicture {
  /** As the table of labels names it. */
  readonly name: string;
  readonly bytes: Bytes;
  /** How many people saw each of EMOTIONS, without those who could not tell; null where nobody was counted. */
  readonly votes: Float64Array | null;
  /** null where no emotion leads: not to be scored. */
  readonly label: Emotion | null;
  /** The share of all who were asked, those who could not tell included, that saw the label; null where nobody was counted. */
  readonly agreement: number | null;
  /** Who it shows, as far as that can be told; to keep a person on one side of a split, and never to be printed. */
  readonly subject: string | null;
  /** "train", "valid", "test" or another word of the corpus; null where it has no parts. */
  readonly split: string | null;
}

/** A folder of labelled faces. */
export interface LabelledFaces {
  /** The folder's own name. */
  readonly name: string;
  readonly pictures: readonly LabelledPicture[];
  /** What was passed over, a line for each kind. */
  readonly remarks: readonly string[];
}

const LAYOUTS = `These layouts are understood:
  labels.csv with the columns image,emotion and the pictures in images/
  labels.csv with the columns path,emotion,subject and the pictures anywhere below
  NAME_labels.csv (one or several) with the columns image,${EMOTIONS.join(',')}[,unknown,NF,majority] and the pictures in a .tar, .tar.gz or .tar.xz or in a folder`;

/**
 * Reads a folder of labelled faces in one of the layouts that public corpora use.
 *
 * Columns may come in any order and case, with others between them; emotions in other common words.
 *
 * @param split only this part of a corpus that has parts
 * @throws {Error} when the folder, the labels or all pictures are missing, saying which layouts are understood
 */
export async function readLabelledFaces(folder: string, split?: string): Promise<LabelledFaces> {
  const at = resolve(folder);
  const refuse = (came: string): never => { throw new Error(`Expected a folder of labelled faces in ${at}, but ${came}. ${LAYOUTS}`); };
  if (!existsSync(at) || !statSync(at).isDirectory()) refuse('there is no such folder');
  const tables = tablesIn(at);
  if (tables.length === 0) refuse('it holds no labels.csv and no NAME_labels.csv');
  const rows: LabelRow[] = [];
  for (const table of tables) {
    rows.push(...await readLabelTable(join(at, table), splitOf(table)) ?? refuse(`${table} names no pictures, or neither an emotion nor votes for all eight`));
  }
  const wanted = split === undefined ? rows : rows.filter((row) => row.split === split.toLowerCase());
  if (wanted.length === 0) refuse(split === undefined ? `${tables.join(' and ')} has no rows` : `it has no part "${split}"; it has ${[...new Set(rows.map((row) => row.split ?? 'no parts'))].join(', ')}`);

  const finder = await createPictureFinder(at, archivesOf(at, wanted, rows));
  const missing: string[] = [];
  const strange: string[] = [];
  const pictures = wanted.flatMap((row): LabelledPicture[] => {
    const label = labelOf(row);
    if (label === undefined) strange.push(`"${row.word ?? ''}"`);
    const bytes = finder.find(row.picture);
    if (bytes === null) missing.push(row.picture);
    return bytes === null || label === undefined ? [] : [{ name: row.picture, bytes, votes: row.votes, label, agreement: agreementOf(row), subject: row.subject ?? subjectOf(row), split: row.split }];
  });
  const remarks = [remark('pictures are missing', missing), remark('pictures have a label that is not an emotion of FER+', strange)].filter((line) => line !== null);
  if (pictures.length === 0) refuse(`none of its ${wanted.length} rows has a picture and an emotion (${remarks.join('; ')})`);
  return { name: basename(at), pictures, remarks };
}

/** One line for all pictures that share a fault; null when there are none. */
export function remark(what: string, which: readonly string[]): string | null {
  const names = [...new Set(which)];
  return which.length === 0 ? null : `${which.length} ${what}: ${names.slice(0, 5).join(', ')}${names.length > 5 ? ` and ${names.length - 5} more` : ''}`;
}

function tablesIn(folder: string): readonly string[] {
  const tables = readdirSync(folder).filter((name) => /\.csv$/i.test(name)).sort();
  const plain = tables.filter((name) => /^labels\.csv$/i.test(name));
  if (plain.length > 0) return plain;
  const named = tables.filter((name) => /labels?\.csv$/i.test(name));
  return named.length > 0 || tables.length !== 1 ? named : tables;
}

function splitOf(table: string): string | null {
  return /^(.+?)[_-]labels?\.csv$/i.exec(table)?.[1]?.toLowerCase() ?? null;
}

/** Those whose name says that they hold the wanted parts; all of them, where names don't say. */
function archivesOf(folder: string, wanted: readonly LabelRow[], rows: readonly LabelRow[]): readonly string[] {
  const archives = archivesIn(folder);
  const names = (among: readonly LabelRow[]): string[] => [...new Set(among.flatMap(({ split }) => split ?? []))];
  const parts = names(wanted);
  const others = names(rows).filter((part) => !parts.includes(part));
  const says = (archive: string, part: string): boolean => basename(archive).toLowerCase().includes(part);
  return archives.filter((archive) => parts.some((part) => says(archive, part)) || !others.some((part) => says(archive, part)));
}

/** undefined when the row's word is not an emotion. */
function labelOf({ word, votes, refusals }: LabelRow): Emotion | null | undefined {
  if (word !== null) return readEmotionWord(word);
  if (votes === null) return undefined;
  const most = Math.max(...votes);
  const leaders = EMOTIONS.filter((_, index) => votes[index] === most);
  return leaders.length === 1 && most > refusals ? leaders[0] : null;
}

function agreementOf({ votes, refusals }: LabelRow): number | null {
  const asked = votes?.reduce((sum, count) => sum + count, refusals) ?? 0;
  return votes && asked > 0 ? Math.max(...votes) / asked : null;
}

/** In corpora of public figures and frames of films, a file is named for the person and numbered. */
function subjectOf({ picture }: LabelRow): string | null {
  return /^(.+)_\d+\.\w+$/.exec(basename(picture))?.[1] ?? null;
}

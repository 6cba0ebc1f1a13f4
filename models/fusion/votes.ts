import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';

/** The columns of CREMA-D's table, in the order of FUSED_CLASSES. */
const COLUMNS = ['A', 'D', 'F', 'H', 'N', 'S'] as const;
/** The first digit of a row's id. */
const HEARD = { voice: '1', face: '2', both: '3' } as const;

/** One clip and how many people chose each of FUSED_CLASSES: those who only heard it, those who only saw it, and those who did both. */
export interface Clip {
  readonly name: string;
  readonly actor: string;
  readonly voice: Float64Array;
  readonly face: Float64Array;
  readonly both: Float64Array;
}

/**
 * The votes of CREMA-D, in the order of the clips' names.
 *
 * @throws {Error} when a clip lacks the votes of a modality
 */
export function readVotes(folder: string): Clip[] {
  const rows = parse(readFileSync(join(folder, 'tabulatedVotes.csv'), 'utf8'), { columns: true }) as Record<string, string>[];
  const votes = new Map(rows.map((row) => [`${row['']?.[0]} ${row['fileName']}`, Float64Array.from(COLUMNS, (column) => Number(row[column]))]));
  const names = [...new Set(rows.map((row) => row['fileName'] ?? ''))].sort();
  return names.map((name) => {
    const of = (modality: keyof typeof HEARD): Float64Array => {
      const found = votes.get(`${HEARD[modality]} ${name}`);
      if (!found?.every((count) => count >= 0) || !found.some((count) => count > 0)) throw new Error(`Expected ${folder} to have votes on "${name}" by ${modality}, but it has none. Take tabulatedVotes.csv of CREMA-D as it is.`);
      return found;
    };
    return { name, actor: name.slice(0, 4), voice: of('voice'), face: of('face'), both: of('both') };
  });
}

/** Votes as a distribution. @param start how many votes each choice has to begin with */
export function shareOut(votes: Float64Array, start = 0): Float64Array {
  const total = votes.reduce((sum, count) => sum + count + start, 0);
  return votes.map((count) => (count + start) / total);
}

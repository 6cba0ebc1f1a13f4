import { DuckDBInstance } from '@duckdb/node-api';

/** A table of two stores. */
export interface TableDifference {
  readonly table: string;
  readonly rows: number;
  /** Rows that only one of them has, or has more often. */
  readonly missing: number;
  readonly extra: number;
}

const TABLES = ['documents', 'mentions', 'superseded', 'buckets', 'alerts'];

/** Compares two stores to the row, whatever order theirs are in. @param expected the store that is right @param found the one that may not be */
export async function differingRows(expected: string, found: string): Promise<readonly TableDifference[]> {
  const instance = await DuckDBInstance.create(':memory:');
  const connection = await instance.connect();
  try {
    await connection.run(`attach '${expected}' as expected (read_only); attach '${found}' as found (read_only)`);
    const differences: TableDifference[] = [];
    for (const table of TABLES) {
      const count = async (sql: string): Promise<number> => Number((await connection.runAndReadAll(`select count(*) from ${sql}`)).getRows()[0]![0]);
      const only = (one: string, other: string): Promise<number> => count(`(from ${one}.${table} except all from ${other}.${table})`);
      differences.push({ table, rows: await count(`expected.${table}`), missing: await only('expected', 'found'), extra: await only('found', 'expected') });
    }
    return differences;
  } finally {
    connection.closeSync();
    instance.closeSync();
  }
}

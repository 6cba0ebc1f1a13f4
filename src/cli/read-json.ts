import { readFile } from 'node:fs/promises';
import { UsageError } from './usage-error.ts';

/** Reads a file of JSON. @throws {UsageError} where there is none, and an `Error` where it is none */
export async function readJson(file: string): Promise<unknown> {
  const text = await readFile(file, 'utf8').catch(() => {
    throw new UsageError(`Expected a file ${file}, but it could not be read.`);
  });
  try {
    return JSON.parse(text);
  } catch (thrown) {
    throw new Error(`Expected JSON in ${file}: ${(thrown as Error).message}`, { cause: thrown });
  }
}

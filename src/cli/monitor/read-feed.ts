import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { parseFeed } from '@rowanmanning/feed-parser';
import { type MonitorDocument, readDocument } from '../../monitor/index.ts';
import type { BadRow } from '../rows/open-rows.ts';

/**
 * Reads an RSS, RDF or Atom file: each entry's title and summary. Lines in faults count entries, from 1.
 *
 * @throws {Error} when it is no feed
 */
export async function* readFeed(file: string, now: number): AsyncGenerator<MonitorDocument | BadRow> {
  const { title, items } = parse(file, await readFile(file, 'utf8'));
  let line = 0;
  for (const { id, url, published, updated, title: headline, description } of items) {
    line += 1;
    const text = [headline, description].filter((part) => part !== null && part.trim() !== '').join('. ');
    const document = readDocument({ id: id ?? url ?? '', time: (published ?? updated)?.toISOString() ?? '', text }, now, title ?? basename(file));
    yield 'fault' in document ? { line, ...document } : document;
  }
}

function parse(file: string, text: string): ReturnType<typeof parseFeed> {
  try {
    return parseFeed(text);
  } catch (cause) {
    throw new Error(`Expected ${file} to be an RSS, RDF or Atom feed, but it can't be read as one: ${(cause as Error).message}.`, { cause });
  }
}

import { batches, type MonitorDocument, type Progress } from '../../monitor/index.ts';
import type { BadRow } from '../rows/open-rows.ts';
import type { DocumentSource } from './open-documents.ts';

/** Where documents of a source go. */
export interface MonitorRun {
  progressOf(source: string): Promise<Progress | null>;
  /** Takes a batch, and how far its source was read. @returns how many documents were new */
  take(documents: readonly MonitorDocument[], progress: Progress | undefined): Promise<number>;
  readonly onFault: (source: string, fault: BadRow) => void;
  readonly onProgress?: (source: DocumentSource, rows: number) => void;
  /** Called after a batch was stored. */
  readonly onStored?: () => Promise<void>;
}

/** What became of a source's rows. */
export interface SourceCount {
  /** Rows that were read now, without those of a run before. */
  readonly rows: number;
  /** Documents that were not in the store. */
  readonly added: number;
  readonly faults: number;
  /** Rows that a run before had read. */
  readonly known: number;
}

const BATCH = 1000;
/** A slow stream is stored at least so often, in milliseconds. */
const PATIENCE = 1000;

/** Reads a source from where it was read to, and hands all of it on, batch by batch: whenever it ends, the next run goes on from there. */
export async function readSource(source: DocumentSource, { progressOf, take, onFault, onProgress, onStored }: MonitorRun): Promise<SourceCount> {
  const { name, beginning } = source;
  const before = beginning === null ? null : await progressOf(name);
  const known = before !== null && before.beginning === beginning ? before.rows : 0;
  let [at, added, faults] = [0, 0, 0];
  for await (const batch of batches(skip(source.documents(), known), BATCH, PATIENCE)) {
    const documents: MonitorDocument[] = [];
    for (const row of batch) {
      if ('fault' in row) {
        faults += 1;
        onFault(name, row);
      } else documents.push(row);
    }
    at += batch.length;
    added += await take(documents, beginning === null ? undefined : { source: name, rows: known + at, beginning });
    onProgress?.(source, known + at);
    await onStored?.();
  }
  return { rows: at, added, faults, known };
}

async function* skip<Item>(items: AsyncGenerator<Item>, count: number): AsyncGenerator<Item> {
  let at = 0;
  for await (const item of items) {
    at += 1;
    if (at > count) yield item;
  }
}

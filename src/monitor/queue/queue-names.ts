import { createHash } from 'node:crypto';

/** Keys of a set of documents in Redis. The braces keep them on one node of a cluster, so that one transaction may reach all of them. */
export interface QueueNames {
  /** The stream of documents that nobody analysed yet. */
  readonly documents: string;
  /** A hash: what could not be dealt with, by stream and id, and why. */
  readonly dead: string;
  /** A hash: how far each source was fed. */
  readonly progress: string;
  /** A hash: what all that work on the set must agree on. */
  readonly plan: string;
  /** The stream of what was read in documents, for the store of a partition. */
  rows(partition: number): string;
}

export function queueNames(set: string): QueueNames {
  const name = (of: string): string => `attune:{${set}}:${of}`;
  return { documents: name('documents'), dead: name('dead'), progress: name('progress'), plan: name('plan'), rows: (partition) => name(`rows:${partition}`) };
}

/** The partition that an entity, or a document by its id, belongs to: the same in every process. */
export function partitionOf(name: string, partitions: number): number {
  return createHash('sha256').update(name).digest().readUInt32BE(0) % partitions;
}

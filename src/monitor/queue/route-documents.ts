import type { AnalysedDocument } from '../analyse-document.ts';
import { partitionOf } from './queue-names.ts';

/**
 * Deals documents out to partitions. Each goes to the one that its id belongs to, which so knows all documents of that id and which of them counts,
 * and to those of the entities that it names, each with the mentions of its own.
 */
export function routeDocuments(documents: readonly AnalysedDocument[], partitions: number): ReadonlyMap<number, readonly AnalysedDocument[]> {
  const routed = new Map<number, AnalysedDocument[]>();
  for (const document of documents) {
    const owners = document.mentions.map(({ entity }) => partitionOf(entity, partitions));
    for (const partition of new Set([partitionOf(document.id, partitions), ...owners])) {
      const own = routed.get(partition) ?? [];
      routed.set(partition, own);
      own.push(Object.assign({ ...document }, { mentions: document.mentions.filter((_, i) => owners[i] === partition) }));
    }
  }
  return routed;
}

import type { Sense } from '../core/index.ts';
import type { Findings, SenseFinding } from './findings.ts';

/** What a sentence is about: what is felt, how it goes, what a sense says for it, what speaks against it, what is missing. */
export type Topic = 'feeling' | 'course' | 'sense' | 'against' | 'missing';

/** How one language tells findings. Each gives whole sentences. */
export interface Teller {
  readonly feeling: (findings: Findings) => string;
  /** null where there is nothing to tell of it. */
  readonly course: (findings: Findings) => string | null;
  readonly supports: (finding: SenseFinding, findings: Findings) => string;
  readonly conflict: (conflict: NonNullable<Findings['conflict']>) => string;
  readonly against: (finding: SenseFinding, findings: Findings) => string;
  readonly missing: (missing: Findings['missing']) => string;
  /** Between two sentences. */
  readonly space: string;
}

/** Whether the face is among those who say what is felt: then it looks so, else it only seems so. */
export function isSeen({ supports, conflict }: Findings): boolean {
  const senses: readonly Sense[] = [...supports.map(({ sense }) => sense), ...(conflict ? [conflict.pleased.sense, conflict.displeased.sense] : [])];
  return senses.includes('face');
}

import type { Finding } from './findings.ts';
import type { PreflightReport } from './preflight.ts';

/** What is found against the specification, beyond what harms. */
export interface Conformance {
  readonly reasons: readonly Finding[];
  readonly notes: readonly Finding[];
}

/** A report on which the glTF validator has had its say. */
export function concludeWith(report: PreflightReport, { reasons, notes }: Conformance): PreflightReport {
  return { ...report, verdict: reasons.length === 0 ? report.verdict : 'refused', reasons: [...report.reasons, ...reasons], notes: [...report.notes, ...notes] };
}

/**
 * What is concluded when the judge had to be ended: preflight's own report where it was done, as it is what protects and the validator only knows
 * the specification better; otherwise a refusal.
 */
export function concludeWithout(report: PreflightReport | null, why: Finding): PreflightReport {
  if (!report) return { verdict: 'refused', kind: null, reasons: [why], notes: [], credits: null, memoryBytes: 0 };
  return { ...report, notes: [...report.notes, { ...why, message: `${why.message} Preflight had found nothing by then; the glTF validator was not heard.` }] };
}

export function tooSlow(milliseconds: number): Finding {
  return { code: 'too-slow', at: '', message: `Expected an answer within ${milliseconds} ms, but there was none.` };
}

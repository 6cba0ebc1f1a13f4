export type { Finding, FindingCode } from './findings.ts';
export { LIMITS, type LimitName, type PreflightLimits } from './limits.ts';
export { type FileKind, preflight, type PreflightOptions, type PreflightReport } from './preflight.ts';
export { preflightInWorker, type PreflightInWorkerOptions } from './preflight-in-worker.ts';
export type { ReadBeside } from './read-uri.ts';
export type { FileCredits } from './vrm/credits.ts';

export { explain, type ExplainedSentence, type Explanation } from './explain.ts';
export type { Course, Degree, Findings, SenseFinding, Sureness } from './findings.ts';
export type { Topic } from './language.ts';
export type { Missing, Observed } from './missing.ts';

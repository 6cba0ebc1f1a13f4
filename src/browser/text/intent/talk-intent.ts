import type { Intent } from '../../../core/index.ts';

/** What only the core's strict patterns tell: that somebody sets right how they are read, does not want to talk, or just says yes or no. */
export const STRICT = ['correction', 'refusal', 'yes', 'no'] as const satisfies readonly Intent[];

/** What examples tell. */
export type TalkIntent = Exclude<Intent, (typeof STRICT)[number]>;

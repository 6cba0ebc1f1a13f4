import type { Intent } from '../../../core/index.ts';

/** What examples tell. That somebody sets right how they are read outweighs all senses, so only the core's strict patterns tell it. */
export type TalkIntent = Exclude<Intent, 'correction'>;

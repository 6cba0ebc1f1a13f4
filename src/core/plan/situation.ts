import type { AffectState } from '../affect/state.ts';
import type { Appraisal } from '../appraise/appraise.ts';
import type { Character } from '../appraise/character.ts';
import type { SessionTime } from '../units.ts';
import type { Conversation } from './conversation.ts';
import type { Course } from './course.ts';

/** All that a decision depends on, beside its occasion. */
export interface Situation {
  readonly at: SessionTime;
  readonly affect: AffectState;
  readonly appraisal: Appraisal;
  readonly character: Character;
  readonly conversation: Conversation;
  readonly course: Course;
}

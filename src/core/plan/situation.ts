import type { AffectState } from '../affect/state.ts';
import type { Appraisal } from '../appraise/appraise.ts';
import type { Character } from '../appraise/character.ts';
import type { Style } from '../appraise/style.ts';
import type { SessionTime } from '../units.ts';
import type { Conversation } from './conversation.ts';
import type { Course } from './course.ts';

/** All that a decision depends on, beside its occasion. */
export interface Situation {
  readonly at: SessionTime;
  readonly affect: AffectState;
  readonly appraisal: Appraisal;
  /** As it is in the style. */
  readonly character: Character;
  readonly style: Style;
  readonly conversation: Conversation;
  readonly course: Course;
}

import { createTutorPolicy, type Lesson, tutorPolicy, type TutorNotice, type TutorState } from 'attune/scenario';
import type { ScenePack } from '../scene-pack.ts';
import { TutorPanel } from './panel.tsx';
import { words } from './words.ts';

/** A lesson as this page runs it. Only in the mode `emotion` it goes by feelings, too. */
export function tutorPack(file: unknown): ScenePack<TutorState, Lesson, TutorNotice> {
  return { file, policy: tutorPolicy, policyIn: (mode) => (mode === 'emotion' ? tutorPolicy : createTutorPolicy({ feelings: false })), words, Panel: TutorPanel };
}

import type { Diary } from 'attune/memory';
import type { CompanionOwn, CompanionState } from 'attune/scenario';
import type { PanelProps } from '../scene-pack.ts';

/** What each part of the companion's panel is given. */
export interface CompanionPanelProps extends PanelProps<CompanionState, CompanionOwn> {
  readonly diary: Diary;
}

import type { AgentState } from 'attune';
import { type Course, explain } from 'attune/explain';

/**
 * Where things are going, as the Why tab tells it. What was said grows old and draws the estimate to the middle, which is no
 * change that anybody saw: it is unknown then.
 */
export function goingOf(state: Pick<AgentState, 'affect' | 'senses' | 'signals'>): Course | 'unknown' {
  return explain(state.affect, 'en', state).findings.course ?? 'unknown';
}

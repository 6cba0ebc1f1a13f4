import type { SessionTime } from 'attune';
import type { Mood, ServiceState } from 'attune/scenario';
import { useState } from 'react';
import type { PanelProps } from '../scene-pack.ts';

/** A mood from a moment on. */
export interface MoodSince {
  readonly mood: Mood;
  readonly at: SessionTime;
}

/** The moods of the call with when each began; the policy itself has no clock. */
export function useMoodCourse({ state: { mood }, agent }: Pick<PanelProps<ServiceState>, 'state' | 'agent'>): readonly MoodSince[] {
  const [course, setCourse] = useState<readonly MoodSince[]>(() => [{ mood, at: agent.state.at }]);
  if (course.at(-1)?.mood !== mood) setCourse([...course, { mood, at: agent.state.at }]);
  return course;
}

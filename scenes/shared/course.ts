import { type AffectEstimate, type AffectState, type Agent, type Belief, certainty, type Clock, type Seconds, type SessionTime } from 'attune';
import type { Line } from './uplot-options.ts';

export const AXES = ['valence', 'arousal', 'dominance'] as const;
export type Axis = (typeof AXES)[number];

/** The estimate at a moment; null where too little was known for one. */
export type Moment = { readonly at: SessionTime } & Readonly<Record<Axis, Belief | null>>;

/** The recent past of the estimate, for the trail and the chart. */
export interface Course {
  readonly moments: readonly Moment[];
  clear(): void;
  stop(): void;
}

interface CourseOptions {
  /** How much of the past is kept. */
  readonly remembered?: Seconds;
  /** Whose view is followed; null is unknown. Without it, all senses together. */
  readonly view?: (affect: AffectState) => AffectEstimate | null;
  /** Whether to go on; while it says no, nothing is added. */
  readonly goesOn?: () => boolean;
}

const PERIOD = 0.25;
const together = ({ phase, estimate }: AffectState): AffectEstimate | null => (phase === 'absent' ? null : estimate);

export function createCourse(agent: Agent, clock: Clock, { remembered = 120, view = together, goesOn = () => true }: CourseOptions = {}): Course {
  let moments: readonly Moment[] = [];
  const stop = clock.every(PERIOD, () => {
    if (!goesOn()) return;
    const estimate = view(agent.state.affect);
    const known = (axis: Axis): Belief | null => (estimate && certainty(estimate[axis]) > 0.1 ? estimate[axis] : null);
    const moment = { at: clock.now(), valence: known('valence'), arousal: known('arousal'), dominance: known('dominance') };
    moments = [...moments.slice(1 - remembered / PERIOD), moment];
  });
  return {
    get moments() {
      return moments;
    },
    clear() {
      moments = [];
    },
    stop,
  };
}

/** One axis of the course as a line with its uncertainty. */
export const courseLine = (moments: readonly Moment[], axis: Axis): Pick<Line, 'mean' | 'deviation'> => ({
  mean: moments.map((moment) => moment[axis]?.mean ?? null),
  deviation: moments.map(({ [axis]: belief }) => belief && Math.sqrt(belief.variance)),
});

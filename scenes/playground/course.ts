import { type Agent, type Belief, certainty, type Clock, type SessionTime } from 'attune';

/** The estimate at a moment; null where too little was known for one. */
export interface Moment {
  readonly at: SessionTime;
  readonly valence: Belief | null;
  readonly arousal: Belief | null;
}

/** The recent past of the estimate, for the trail and the chart. */
export interface Course {
  readonly moments: readonly Moment[];
  clear(): void;
  stop(): void;
}

const PERIOD = 0.25;
const REMEMBERED = 120 / PERIOD;

export function createCourse(agent: Agent, clock: Clock): Course {
  let moments: readonly Moment[] = [];
  const stop = clock.every(PERIOD, () => {
    const { phase, estimate } = agent.state.affect;
    const known = (belief: Belief): Belief | null => (phase !== 'absent' && certainty(belief) > 0.1 ? belief : null);
    moments = [...moments.slice(1 - REMEMBERED), { at: clock.now(), valence: known(estimate.valence), arousal: known(estimate.arousal) }];
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

import type { Agent, Clock, Seconds } from 'attune';
import type { PersonInView } from 'attune/browser';
import { emptyGroup, type GroupMood, membersInView, NOBODY_IN_VIEW, seePeople, stepGroup } from 'attune/group';

/** Those before the camera, where the page's address asks for more than one. */
export interface PeopleInView {
  /** At most so many are followed. */
  readonly most: number;
  /** As of the newest look. */
  readonly seen: readonly PersonInView[];
  /** How many of them were seen just now. */
  readonly present: number;
  /** How they appear to feel together. */
  readonly mood: GroupMood;
  take(seen: readonly PersonInView[]): void;
  stop(): void;
}

const PERIOD: Seconds = 0.25;

export function createPeopleInView(agent: Agent, clock: Clock, most: number): PeopleInView {
  let seen: readonly PersonInView[] = [];
  let view = NOBODY_IN_VIEW;
  let group = emptyGroup(clock.now());
  let present = 0;
  const step = (): void => {
    view = seePeople(view, null, agent.state);
    const members = membersInView(view, agent.state);
    present = members.filter(({ state }) => state.phase !== 'absent').length;
    group = stepGroup(group, members, clock.now());
  };
  // Looks may fail to come, and what was seen grows old nevertheless.
  const stop = clock.every(PERIOD, step);
  return {
    most,
    get seen() {
      return seen;
    },
    get present() {
      return present;
    },
    get mood() {
      return group.mood;
    },
    take(next) {
      seen = next;
      view = seePeople(view, seen, agent.state);
      if (seen.length === 0) step();
    },
    stop,
  };
}

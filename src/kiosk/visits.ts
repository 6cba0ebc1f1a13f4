import type { Seconds, SessionTime } from '../core/index.ts';
import type { KioskTimes } from './config.ts';

/**
 * What a kiosk shows: it waits (`attract`), asks what may be used (`consent`), a visit goes on (`visit`), it asks whether somebody is
 * still there (`asking`), it tells that all is deleted (`farewell`), or it is dark (`closed`).
 */
export type KioskStage = 'attract' | 'consent' | 'visit' | 'asking' | 'farewell' | 'closed';

/** Where a kiosk is in a visit, and what its times are counted from. */
export interface KioskState {
  readonly stage: KioskStage;
  readonly since: SessionTime;
  /** When a visitor last did something. */
  readonly lastSign: SessionTime;
  /** When the visit began that goes on; null where none does. */
  readonly visitSince: SessionTime | null;
  /** What a sensor says; null where there is none, or it does not know. */
  readonly present: boolean | null;
  readonly presentSince: SessionTime;
  readonly quiet: boolean;
  /** Visits that began. */
  readonly visits: number;
}

/** What a kiosk's stage may change by. `tick` lets time pass; `quiet` tells that the quiet hours begin or end. */
export type KioskEvent =
  /** A touch or a key: it wakes the kiosk, and later says that somebody is there. */
  | { readonly type: 'sign'; readonly at: SessionTime }
  | { readonly type: 'consent'; readonly at: SessionTime }
  | { readonly type: 'leave'; readonly at: SessionTime }
  | { readonly type: 'presence'; readonly at: SessionTime; readonly present: boolean | null }
  | { readonly type: 'quiet'; readonly at: SessionTime; readonly quiet: boolean }
  | { readonly type: 'tick'; readonly at: SessionTime };

/**
 * The state of a kiosk that begins at a moment and waits for somebody.
 *
 * @example
 * import { firstKioskState, parseKioskConfig, stepKiosk } from 'attune/kiosk';
 *
 * const { idle } = parseKioskConfig({}, 'kiosk.json');
 * const touched = stepKiosk(firstKioskState(0), { type: 'sign', at: 3 }, idle);
 * console.log(touched.stage); // 'consent'
 */
export const firstKioskState = (at: SessionTime): KioskState => ({
  stage: 'attract', since: at, lastSign: at, visitSince: null, present: null, presentSince: at, quiet: false, visits: 0,
});

/** Whether senses may be open, and something of a visitor be there that must be erased. */
export const isVisit = (stage: KioskStage): boolean => stage === 'visit' || stage === 'asking';

/** What the kiosk shows after an event. A sensor may open the question for consent; only a visitor can answer it. */
export function stepKiosk(state: KioskState, event: KioskEvent, times: KioskTimes): KioskState {
  switch (event.type) {
    case 'sign': return signed(state, event.at);
    case 'consent': return state.stage === 'consent' ? { ...go(state, 'visit', event.at), lastSign: event.at, visitSince: event.at, visits: state.visits + 1 } : state;
    case 'leave': return left(state, event.at);
    case 'presence': return seen(state, event.at, event.present);
    case 'quiet': return rested({ ...state, quiet: event.quiet }, event.at);
    case 'tick': return passed(state, event.at, times);
  }
}

/** How long until the visit is ended for nobody's being there; null where nobody asks. */
export function timeLeft(state: KioskState, now: SessionTime, times: KioskTimes): Seconds | null {
  return state.stage === 'asking' ? Math.max(0, state.since + times.grace - now) : null;
}

function signed(state: KioskState, at: SessionTime): KioskState {
  const now = { ...state, lastSign: at };
  if (state.stage === 'attract' || state.stage === 'farewell') return state.quiet ? state : go(now, 'consent', at);
  return state.stage === 'asking' ? go(now, 'visit', at) : now;
}

function left(state: KioskState, at: SessionTime): KioskState {
  if (isVisit(state.stage)) return { ...go(state, 'farewell', at), visitSince: null };
  return state.stage === 'consent' ? rested(go(state, 'attract', at), at) : state;
}

function seen(state: KioskState, at: SessionTime, present: boolean | null): KioskState {
  if (present === state.present) return state;
  const now = { ...state, present, presentSince: at };
  if (present !== true) return now;
  if (state.stage === 'attract') return go({ ...now, lastSign: at }, 'consent', at);
  return state.stage === 'asking' ? go({ ...now, lastSign: at }, 'visit', at) : now;
}

/** Quiet hours begin once nobody is in the middle of something. */
function rested(state: KioskState, at: SessionTime): KioskState {
  if (state.quiet && (state.stage === 'attract' || state.stage === 'consent')) return go(state, 'closed', at);
  return !state.quiet && state.stage === 'closed' ? go(state, 'attract', at) : state;
}

function passed(state: KioskState, at: SessionTime, times: KioskTimes): KioskState {
  const still = at - state.lastSign;
  const away = state.present === false ? Math.min(still, at - state.presentSince) : 0;
  switch (state.stage) {
    case 'consent': return still >= times.consent || away >= times.absent ? rested(go(state, 'attract', at), at) : state;
    case 'visit':
      if (at - (state.visitSince ?? at) >= times.longest) return left(state, at);
      return still >= times.ask || away >= times.absent ? go(state, 'asking', at) : state;
    case 'asking': return at - state.since >= times.grace ? left(state, at) : state;
    case 'farewell': return at - state.since >= times.farewell ? rested(go(state, 'attract', at), at) : state;
    default: return rested(state, at);
  }
}

const go = (state: KioskState, stage: KioskStage, at: SessionTime): KioskState => (state.stage === stage ? state : { ...state, stage, since: at });

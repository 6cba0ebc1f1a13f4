import type { Belief, Seconds, Unit } from '../../core/index.ts';
import { HEAT_TURNS, heatOf } from '../../group/index.ts';
import type { PackContent } from '../pack.ts';
import type { Piece, Policy, ScenarioEffect, ScenarioEvent } from '../policy.ts';
import { aged, fused } from './group-mood.ts';
import { readSocialMore, type SocialMore } from './more.ts';
import { type Cooling, EMPTY_TABLE, NO_APPEARANCE, type Seat, type SocialPerson, type SocialState } from './state.ts';

/** What a host is told of by its page. No words are in it. */
export type SocialOwn =
  /** Who is there, by seat. Whoever is not among them any more is forgotten. */
  | { readonly about: 'people'; readonly seats: readonly Seat[]; readonly at: Seconds }
  /** Somebody said something to the others. */
  | { readonly about: 'turn'; readonly seat: Seat; readonly at: Seconds; readonly valence: Belief; readonly arousal: Belief; readonly anger: Unit; readonly joy: Unit; /** In it they say that they would rather listen. */ readonly declines: boolean }
  /** How somebody's face appears. */
  | { readonly about: 'look'; readonly seat: Seat; readonly at: Seconds; readonly valence: Belief; readonly arousal: Belief }
  /** Time passed: nothing was said. */
  | { readonly about: 'lull'; readonly at: Seconds; /** Somebody is about to say something. */ readonly busy: boolean }
  /** Somebody chose only to listen, or took that back. */
  | { readonly about: 'listens'; readonly seat: Seat; readonly only: boolean };

type Message = Extract<ScenarioEvent<SocialOwn>, { type: 'message' }>;
type Turn = Extract<SocialOwn, { about: 'turn' }>;
type Stepped = readonly [SocialState, readonly ScenarioEffect[]];

const LINES = [
  'welcome', 'draw-in', 'no-hurry', 'two-sides', 'said-one', 'said-other', 'turn-each', 'now-you', 'cool-all', 'pause', 'eased', 'celebrate', 'long-lull', 'be-quiet', 'be-back', 'all-spoke', 'as-you-like',
] as const;

/** Nobody is interrupted before it was still for so long. */
export const LULL: Seconds = 4;
/** After so long without a word anybody may begin. */
export const LONG_LULL: Seconds = 40;
/** Over this an exchange is heated, under the other it has cooled. */
const HOT: Unit = 0.5;
const COOLED: Unit = 0.4;
/** One flare is no quarrel: so many of the last turns must be more angry than not. */
const FLARES = { turns: 4, angry: 2 };
/** Turns without a word from somebody after which they are asked in, for each who is there. */
const SILENT_FOR = 3;
/** Turns between two words of the host, so that it does not lead the talk. */
const APART = 2;
/** Whoever was asked in so often without a word is left in peace. */
const ASKED_AT_MOST = 2;
/** Turns to be heard before a side has had its turn, and before a quarrel that goes on is met again. */
const PATIENCE = 6;
/** What was said in joy, by how many of the last turns and people, and how long ago it was last spoken of. */
const JOY: Unit = 0.5;
const JOYFUL_TURNS = 4;
const CELEBRATED_AFTER = 8;
/** Shares fade: after so many turns 1/e still counts. */
const SHARE_MEMORY = 20;

const count = (measure: string): ScenarioEffect => ({ type: 'measure', measure, by: 1 });
const say = (...pieces: readonly Piece[]): ScenarioEffect => ({ type: 'say', pieces });
const line = (name: (typeof LINES)[number]): Piece => ({ line: name });

/**
 * Hosts several people: draws in who is left out, cools what heats up, celebrates, and is silent while the talk flows. It decides by turns, time and
 * how words and faces appear, never by who somebody is, and speaks to nobody who would rather listen.
 */
export const socialPolicy: Policy<SocialState, SocialMore, SocialOwn> = {
  name: 'social',
  lines: LINES,
  acts: ['be-quiet', 'come-back', 'draw-in', 'open', 'pause'],
  measures: ['drawn-in', 'joined', 'cooled', 'eased', 'celebrated', 'openings', 'let-be'],
  more: readSocialMore,
  begin: () => EMPTY_TABLE,
  step(before, event, content, more) {
    // Names are of the words that come now.
    const state: SocialState = before.names === EMPTY_TABLE.names ? before : { ...before, names: EMPTY_TABLE.names };
    if (event.type === 'message') return answer(state, event, content, more);
    return event.type === 'own' ? take(state, event.own, more) : [state, []];
  },
};

function take(state: SocialState, own: SocialOwn, more: SocialMore): Stepped {
  switch (own.about) {
    case 'people': return seatPeople(state, own.seats, own.at);
    case 'turn': return hear(state, own);
    case 'look': return [change({ ...state, at: Math.max(state.at, own.at) }, own.seat, (person) => ({ ...person, ...older(person, own.at), face: { valence: own.valence, arousal: own.arousal } })), []];
    case 'lull': return own.busy || state.quiet ? [later(state, own.at), []] : useLull(later(state, own.at), more);
    case 'listens': return [change(own.only && state.invited === own.seat ? { ...state, invited: null } : state, own.seat, (person) => ({ ...person, declined: own.only })), own.only ? [count('let-be')] : []];
  }
}

const later = (state: SocialState, at: Seconds): SocialState => ({ ...state, at: Math.max(state.at, at) });
const change = (state: SocialState, seat: Seat, how: (person: SocialPerson) => SocialPerson): SocialState => ({ ...state, people: state.people.map((person) => (person.seat === seat ? how(person) : person)) });
const personAt = ({ people }: SocialState, seat: Seat): SocialPerson | undefined => people.find((person) => person.seat === seat);
const addressable = (state: SocialState, seat: Seat | undefined): boolean => seat !== undefined && personAt(state, seat)?.declined === false;

/** What was thought of somebody, as it is at a later time. */
function older({ words, face, at }: SocialPerson, now: Seconds): Pick<SocialPerson, 'words' | 'face' | 'at'> {
  return { words: aged(words, now - at), face: aged(face, now - at), at: Math.max(at, now) };
}

function seatPeople(state: SocialState, seats: readonly Seat[], at: Seconds): Stepped {
  const people = [...new Set(seats)].map((seat): SocialPerson => personAt(state, seat) ?? { seat, spoke: null, since: state.turns, own: 0, all: 0, declined: false, unanswered: 0, words: NO_APPEARANCE, face: NO_APPEARANCE, at });
  const there = (seat: Seat | null): boolean => people.some((person) => person.seat === seat);
  const cooling = state.cooling?.sides.every(there) ? state.cooling : null;
  const next: SocialState = { ...later(state, at), people, cooling, invited: there(state.invited) ? state.invited : null };
  return people.length < 2 || state.welcomed ? [next, []] : [{ ...next, welcomed: true, hostSpoke: state.turns }, [say(line('welcome'))]];
}

function hear(state: SocialState, turn: Turn): Stepped {
  if (!personAt(state, turn.seat)) return [state, []];
  const turns = state.turns + 1;
  const kept = Math.exp(-1 / SHARE_MEMORY);
  const joined = state.invited === turn.seat && !turn.declines;
  const heard: SocialState = {
    ...later(state, turn.at), turns, spokeAt: turn.at, invited: state.invited === turn.seat ? null : state.invited,
    recent: [...state.recent, { who: turn.seat, at: turn.at, anger: turn.anger, joy: turn.joy }].slice(-HEAT_TURNS),
    people: state.people.map((person) => {
      const mine = person.seat === turn.seat;
      const now = { ...person, own: kept * person.own + (mine ? 1 : 0), all: kept * person.all + 1 };
      if (!mine) return now;
      const old = older(person, turn.at);
      return { ...now, ...old, spoke: turns, unanswered: 0, declined: person.declined || turn.declines, words: fused(aged(old.words, SETTLES), { valence: turn.valence, arousal: turn.arousal }) };
    }),
  };
  const effects: ScenarioEffect[] = [...(joined ? [count('joined')] : []), ...(turn.declines ? [count('let-be')] : [])];
  if (turn.declines) return [spoken(heard), [...(heard.quiet ? [] : [say(line('no-hurry'))]), ...effects]];
  if (heard.quiet) return [heard, effects];
  const [next, more] = heard.cooling ? goOnCooling(heard, heard.cooling, turn.seat) : cool(heard);
  return [next, [...effects, ...more]];
}

/** New words tell more of now than all before: a turn makes what was known older by so much. */
const SETTLES: Seconds = 60;

/** The host has spoken. */
const spoken = (state: SocialState, names: SocialState['names'] = {}): SocialState => ({ ...state, hostSpoke: state.turns, names });

/** Both sides are restated and get a turn each, the one who spoke less first; where one would rather listen nobody is named. */
function cool(state: SocialState): Stepped {
  const heat = heatOf(state.recent, state.at);
  if (heat.mean < HOT || state.recent.slice(-FLARES.turns).filter(({ anger }) => anger >= HOT).length < FLARES.angry) return [state, []];
  const [first, second] = sidesOf(state, heat.sides);
  if (!addressable(state, first) || !addressable(state, second)) return pause(state, heat.sides, 'cool-all');
  const cooling: Cooling = { step: 'turns', waitsFor: first!, sides: [first!, second!], since: state.turns };
  return [
    { ...spoken(state, { one: first!, other: second!, name: first! }), cooling, invited: null },
    [say(line('two-sides'), line('said-one'), line('said-other'), line('turn-each')), count('cooled')],
  ];
}

/** Whoever speaks in anger alone speaks to the one who spoke last beside them. The quieter one comes first; among equals the order of names decides nothing. */
function sidesOf(state: SocialState, angry: readonly Seat[]): readonly Seat[] {
  const other = angry.length === 1 ? state.recent.findLast(({ who }) => who !== angry[0])?.who : undefined;
  const there = [...angry, ...(other === undefined ? [] : [other])].filter((seat) => personAt(state, seat));
  const spokeLast = state.recent.at(-1)?.who;
  return there.toSorted((a, b) => personAt(state, a)!.own - personAt(state, b)!.own || Number(a === spokeLast) - Number(b === spokeLast));
}

function goOnCooling(state: SocialState, cooling: Cooling, seat: Seat): Stepped {
  const heat = heatOf(state.recent, state.at).mean;
  const waited = state.turns - cooling.since;
  if (cooling.step === 'pause') {
    if (heat < COOLED) return ease(state);
    return waited >= PATIENCE && heat >= HOT ? cool({ ...state, cooling: null }) : [state, []];
  }
  if (seat === cooling.waitsFor) {
    const next = cooling.sides[cooling.sides.indexOf(seat) + 1];
    if (next !== undefined && addressable(state, next)) return [{ ...spoken(state, { name: next }), cooling: { ...cooling, waitsFor: next } }, [say(line('now-you'))]];
    return heat < COOLED ? ease(state) : heat < HOT ? [{ ...state, cooling: { ...cooling, step: 'pause', waitsFor: null, since: state.turns } }, []] : pause(state, cooling.sides, 'pause');
  }
  if (waited < PATIENCE) return [state, []];
  return heat < COOLED ? ease(state) : pause(state, cooling.sides, 'pause');
}

function pause(state: SocialState, sides: readonly Seat[], words: 'pause' | 'cool-all'): Stepped {
  return [{ ...spoken(state), cooling: { step: 'pause', waitsFor: null, sides, since: state.turns }, invited: null }, [say(line(words)), ...(words === 'cool-all' ? [count('cooled')] : [])]];
}

const ease = (state: SocialState): Stepped => [{ ...spoken(state), cooling: null }, [say(line('eased')), count('eased')]];

/** It is still: now nobody is interrupted. */
function useLull(state: SocialState, more: SocialMore): Stepped {
  const still = state.at - (state.spokeAt ?? -Infinity);
  if (state.people.length < 2 || state.spokeAt === null || still < LULL) return [state, []];
  if (state.cooling) {
    // Whoever goes on in peace, or not at all, needs no host.
    return heatOf(state.recent, state.at).mean < COOLED && still >= LONG_LULL ? [{ ...state, cooling: null }, []] : [state, []];
  }
  if (isJoyful(state)) return [{ ...spoken(state), celebrated: state.turns }, [say(line('celebrate')), count('celebrated')]];
  if (state.turns - state.hostSpoke < APART) return [state, []];
  const left = leftOut(state);
  if (left) return drawIn(state, left, more);
  if (still < LONG_LULL) return [state, []];
  return open(state, more);
}

function open(state: SocialState, { openings }: SocialMore): Stepped {
  return [{ ...spoken(state), openings: state.openings + 1 }, [say(line('long-lull'), { text: openings[state.openings % openings.length]!.says }), count('openings')]];
}

function drawIn(state: SocialState, seat: Seat, { openings }: SocialMore): Stepped {
  const asked = change(spoken(state, { name: seat }), seat, (person) => ({ ...person, unanswered: person.unanswered + 1 }));
  return [{ ...asked, invited: seat, openings: state.openings + 1 }, [say(line('draw-in'), { text: openings[state.openings % openings.length]!.says }), count('drawn-in')]];
}

/**
 * Who has been silent for long while others spoke, and may be spoken to: the longest silent one, of those the one who was asked least, then the one with
 * the smaller share. Nobody is asked twice in a row.
 */
function leftOut(state: SocialState): Seat | null {
  const enough = SILENT_FOR * state.people.length;
  const silence = ({ spoke, since }: SocialPerson): number => state.turns - Math.max(spoke ?? 0, since);
  const willing = state.people.filter((person) => !person.declined && person.seat !== state.invited && person.unanswered < ASKED_AT_MOST && silence(person) >= enough);
  const [first] = willing.toSorted((a, b) => a.unanswered - b.unanswered || silence(b) - silence(a) || a.own - b.own || (a.seat < b.seat ? -1 : 1));
  return first?.seat ?? null;
}

function isJoyful({ recent, turns, celebrated }: SocialState): boolean {
  if (turns - celebrated < CELEBRATED_AFTER && celebrated > 0) return false;
  const last = recent.slice(-JOYFUL_TURNS);
  const glad = last.filter(({ joy }) => joy >= JOY);
  return glad.length * 2 > last.length && new Set(glad.map(({ who }) => who)).size > 1;
}

/** What is said to the host itself. */
function answer(state: SocialState, { finding }: Message, content: PackContent, more: SocialMore): Stepped {
  const wanted = finding.known ? content.intents.find(({ id }) => id === finding.ranking[0]?.intent) : undefined;
  if (wanted?.answer !== undefined) return [state, [say({ knowledge: wanted.answer })]];
  switch (wanted?.act) {
    case 'be-quiet': return [{ ...state, quiet: true, cooling: null, invited: null }, [say(line('be-quiet'))]];
    case 'come-back': return [spoken({ ...state, quiet: false }), [say(line('be-back'))]];
    case 'pause': return [spoken(state), [say(line('pause'))]];
    case 'open': return open(state, more);
    case 'draw-in': {
      // Asked for, the least heard one is named, who need not have been silent for so long.
      const [least] = state.people.filter(({ declined, seat, unanswered }) => !declined && seat !== state.invited && unanswered < ASKED_AT_MOST).toSorted((a, b) => a.own - b.own || (a.seat < b.seat ? -1 : 1));
      return least && state.people.length > 1 ? drawIn(state, least.seat, more) : [state, [say(line('all-spoke'))]];
    }
    default: return [state, finding.choice === -1 ? [say(line('as-you-like'))] : []];
  }
}

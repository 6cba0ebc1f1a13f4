import { type Mood, moodAfter } from '../mood.ts';
import type { PackContent } from '../pack.ts';
import type { Finding, Piece, Policy, ScenarioEffect, ScenarioEvent } from '../policy.ts';
import { canWait, type ClockTime, type Item, planDay } from './plan.ts';

/** What an assistant is told of the time with everything that is said, since it has no clock. */
interface Moment {
  readonly at: ClockTime;
  /** When this day ends by the host's calendar, and noon of the next. */
  readonly endOfDay: ClockTime;
  readonly tomorrow: ClockTime;
}

/** What an assistant notices in words, or its page tells it. */
export type AssistantOwn =
  /** Something was said: for when, if a time was told, and whether anything is left of it as the words of an item. */
  | ({ readonly about: 'said'; readonly item: string; readonly due: ClockTime | null; readonly day: boolean; readonly after: boolean; readonly named: boolean } & Moment)
  /** Time has passed. */
  | ({ readonly about: 'time' } & Moment)
  /** A button was pressed beside an item. */
  | { readonly about: 'done' | 'undone' | 'deleted'; readonly item: string }
  /** What was kept from before. */
  | { readonly about: 'restored'; readonly items: readonly Item[] };

/** Where an assistant stands. */
export interface AssistantState {
  readonly items: readonly Item[];
  /** Of which item the next lines speak, and which ones they list. */
  readonly spokenOf: string | null;
  readonly listed: readonly string[];
  /** An item whose time is asked for. */
  readonly waiting: Item | null;
  /** What a yes would do. */
  readonly offered: 'later' | 'plan' | 'back' | null;
  /** How they last appeared; while that is heavy, less is offered. */
  readonly mood: Mood;
  /** Putting off was offered since they last appeared at ease. */
  readonly spared: boolean;
  /** What was put off came up again since. */
  readonly raised: boolean;
}

type Message = Extract<ScenarioEvent<AssistantOwn>, { type: 'message' }>;
type Said = Extract<AssistantOwn, { about: 'said' }>;
type Stepped = readonly [AssistantState, readonly ScenarioEffect[]];

const BEGINNING: AssistantState = { items: [], spokenOf: null, listed: [], waiting: null, offered: null, mood: 'unknown', spared: false, raised: false };
const LINES = [
  'timer-set', 'reminder-set', 'task-set', 'noted', 'short-set', 'short-noted', 'ask-when', 'ask-what', 'list', 'list-empty', 'plan', 'one-thing', 'plan-empty', 'offer-plan', 'offer-later', 'moved', 'nothing-to-move', 'offer-back',
  'brought-back', 'done', 'which', 'deleted', 'timer-up', 'timer-up-for', 'due', 'missed', 'as-you-like', 'check-in', 'check-in-heavy',
] as const;
const HEAVY: ReadonlySet<Mood> = new Set(['upset', 'worried']);
/** Things that are listed to somebody calm, and to somebody who has enough already. */
const LISTED = { calm: 5, heavy: 1 };
const PLANNED = { calm: 3, heavy: 1 };
/** From so many open things on, a plan is offered. */
const MANY = 3;
/** Told of later than this, in seconds, it was missed. */
const LATE = 600;

const count = (measure: string): ScenarioEffect => ({ type: 'measure', measure, by: 1 });
const line = (name: (typeof LINES)[number]): Piece => ({ line: name });
const say = (...pieces: readonly Piece[]): ScenarioEffect => ({ type: 'say', pieces });
const isHeavy = ({ mood }: AssistantState): boolean => HEAVY.has(mood);
const open = (state: AssistantState): readonly Item[] => state.items.filter(({ done, kind }) => !done && kind !== 'note');

/**
 * An assistant: notes, tasks, reminders, timers, and what to do next. To somebody who seems to have enough already it says less, lists one thing instead of five,
 * offers no plans, and offers to put off what can wait; when they seem at ease again it brings that back. It has no clock: time comes with events.
 */
export const assistantPolicy: Policy<AssistantState, undefined, AssistantOwn> = {
  name: 'assistant',
  lines: LINES,
  acts: ['timer', 'remind', 'note', 'task', 'list', 'plan', 'done', 'delete', 'later', 'check-in'],
  measures: ['kept', 'rung', 'done', 'moved', 'offers', 'relieved'],
  begin: () => BEGINNING,
  step(state, event, content) {
    if (event.type === 'own') return take(state, event.own);
    if (event.type !== 'mood' && event.type !== 'message') return [state, []];
    const mood = moodAfter(state.mood, event);
    const [felt, noted] = mood === state.mood ? [state, []] : feel({ ...state, mood });
    if (event.type === 'mood' || event.own?.about !== 'said') return [felt, noted];
    const [next, effects] = hear(felt, event, event.own, content);
    return [next, [...noted, ...effects]];
  },
};

/** How they appear is noted, and never spoken of unasked. */
function feel(state: AssistantState): Stepped {
  if (state.mood === 'relieved') return [{ ...state, spared: false }, [count('relieved')]];
  return [state.mood === 'calm' || state.mood === 'glad' ? { ...state, spared: false } : state, []];
}

function hear(state: AssistantState, { finding }: Message, said: Said, content: PackContent): Stepped {
  const { mood } = state;
  if (state.offered !== null && finding.choice !== null) return decide({ ...state, offered: null }, state.offered, finding.choice >= 0, said);
  const fresh: AssistantState = { ...state, offered: null };
  if (state.waiting && said.due !== null) return add({ ...fresh, waiting: null }, { ...state.waiting, due: said.due, day: said.day });
  const item: Item = { id: said.item, kind: 'task', due: said.due, day: said.day, named: said.named, done: false, rung: false, moved: false };
  switch (wishOf(finding, said, content)) {
    case 'timer': return said.due === null ? ask(fresh, { ...item, kind: 'timer' }) : add(fresh, { ...item, kind: 'timer' });
    case 'remind': return !said.named ? [fresh, [say(line('ask-what'))]] : said.due === null ? ask(fresh, { ...item, kind: 'reminder' }) : add(fresh, { ...item, kind: 'reminder' });
    case 'note': return said.named ? add(fresh, { ...item, kind: 'note', due: null }) : [fresh, [say(line('ask-what'))]];
    case 'task': return said.named ? add(fresh, item) : [fresh, [say(line('ask-what'))]];
    case 'list': return list(fresh, said);
    case 'plan': return plan(fresh, said);
    case 'done': return finish(fresh);
    case 'delete': return remove(fresh);
    case 'later': return putOff(fresh, said);
    case 'check-in': return checkIn(fresh, said);
    default:
  }
  if (HEAVY.has(mood) && !state.spared && waitingOf(state, said).length > 0) {
    return [{ ...fresh, offered: 'later', spared: true, listed: waitingOf(state, said) }, [say({ reaction: mood }, line('offer-later')), count('offers')]];
  }
  if (!isHeavy(state) && mood !== 'unknown' && !state.raised && state.items.some(({ moved, done }) => moved && !done)) return bringUp(fresh);
  return [fresh, []];
}

/** What is wanted; where words alone do not tell, a time in them does. */
function wishOf({ known, ranking }: Finding, { due, after, named }: Said, { intents }: PackContent): string | null {
  const act = known ? intents.find(({ id }) => id === ranking[0]?.intent)?.act ?? null : null;
  if (act === 'timer' && due !== null && !after) return 'remind';
  if (act !== null) return act;
  if (due === null) return null;
  return after && !named ? 'timer' : 'remind';
}

const ask = (state: AssistantState, waiting: Item): Stepped => [{ ...state, waiting, spokenOf: waiting.id }, [say(line('ask-when'))]];

function add(state: AssistantState, item: Item): Stepped {
  const next: AssistantState = { ...state, items: [...state.items, item], spokenOf: item.id, listed: [] };
  if (isHeavy(state)) return [next, [say(line(item.due === null ? 'short-noted' : 'short-set')), count('kept')]];
  const set = ({ timer: 'timer-set', reminder: 'reminder-set', task: item.due === null ? 'task-set' : 'reminder-set', note: 'noted' } as const)[item.kind];
  // Somebody calm with much to do is offered an order for it.
  if (item.kind !== 'task' || open(next).length < MANY || open(next).length % MANY !== 0) return [next, [say(line(set)), count('kept')]];
  return [{ ...next, offered: 'plan' }, [say(line(set), line('offer-plan')), count('kept'), count('offers')]];
}

function list(state: AssistantState, { endOfDay }: Moment): Stepped {
  const items = planDay(state.items, endOfDay + 366 * 86_400, isHeavy(state) ? LISTED.heavy : LISTED.calm);
  if (items.length === 0) return [{ ...state, listed: [] }, [say(line('list-empty'))]];
  return [{ ...state, listed: items, spokenOf: items[0]! }, [say(line(isHeavy(state) ? 'one-thing' : 'list'))]];
}

function plan(state: AssistantState, { endOfDay }: Moment): Stepped {
  const items = planDay(state.items, endOfDay, isHeavy(state) ? PLANNED.heavy : PLANNED.calm);
  if (items.length === 0) return [{ ...state, listed: [] }, [say(line('plan-empty'))]];
  return [{ ...state, listed: items, spokenOf: items[0]! }, [say(line(isHeavy(state) ? 'one-thing' : 'plan'))]];
}

function checkIn(state: AssistantState, moment: Moment): Stepped {
  if (!isHeavy(state)) return plan(state, moment);
  const waiting = waitingOf(state, moment);
  if (waiting.length === 0) return [state, [say(line('check-in-heavy'))]];
  return [{ ...state, offered: 'later', spared: true, listed: waiting }, [say(line('check-in-heavy'), line('offer-later')), count('offers')]];
}

function finish(state: AssistantState): Stepped {
  const item = state.items.find(({ id, done, kind }) => id === state.spokenOf && !done && kind !== 'note') ?? (open(state).length === 1 ? open(state)[0] : undefined);
  return item ? [set(state, item.id, { done: true }), [say(line('done')), count('done')]] : [state, [say(line('which'))]];
}

function remove(state: AssistantState): Stepped {
  const item = state.items.find(({ id, done }) => id === state.spokenOf && !done);
  if (!item) return [state, [say(line('which'))]];
  return [{ ...state, items: state.items.filter(({ id }) => id !== item.id), waiting: null, spokenOf: null }, [say(line('deleted'))]];
}

const waitingOf = ({ items }: AssistantState, { endOfDay }: Moment): readonly string[] => items.filter((item) => !item.moved && canWait(item, endOfDay)).map(({ id }) => id);

function putOff(state: AssistantState, moment: Moment): Stepped {
  const waiting = waitingOf(state, moment);
  if (waiting.length === 0) return [state, [say(line('nothing-to-move'))]];
  const items = state.items.map((item) => (waiting.includes(item.id) ? { ...item, due: moment.tomorrow, day: true, moved: true } : item));
  return [{ ...state, items, listed: waiting, raised: false }, [say(line('moved')), { type: 'measure', measure: 'moved', by: waiting.length }]];
}

/** What was put off comes up again when there is room for it. */
function bringUp(state: AssistantState): Stepped {
  const moved = state.items.filter((item) => item.moved && !item.done).map(({ id }) => id);
  return [{ ...state, raised: true, offered: 'back', listed: moved }, [say(line('offer-back')), count('offers')]];
}

function decide(state: AssistantState, offered: NonNullable<AssistantState['offered']>, yes: boolean, moment: Moment): Stepped {
  if (!yes) return [state, [say(line('as-you-like'))]];
  if (offered === 'later') return putOff(state, moment);
  if (offered === 'plan') return plan(state, moment);
  const items = state.items.map((item) => (item.moved ? { ...item, due: moment.endOfDay - 43_200, day: true, moved: false } : item));
  return [{ ...state, items, listed: planDay(items, moment.endOfDay, PLANNED.calm) }, [say(line('brought-back'))]];
}

function take(state: AssistantState, own: AssistantOwn): Stepped {
  switch (own.about) {
    case 'said': return [state, []];
    case 'time': return ring(state, own.at);
    case 'done': return state.items.some(({ id, done }) => id === own.item && !done) ? [set(state, own.item, { done: true }), [count('done')]] : [state, []];
    case 'undone': return [set(state, own.item, { done: false }), []];
    case 'deleted': return [{ ...state, items: state.items.filter(({ id }) => id !== own.item) }, []];
    case 'restored': return [{ ...state, items: [...own.items.filter(({ id }) => !state.items.some((item) => item.id === id)), ...state.items] }, []];
  }
}

/** One thing at a time, the longest overdue first. What only has a day waits while somebody has enough already. */
function ring(state: AssistantState, at: ClockTime): Stepped {
  const due = state.items.filter((item) => !item.done && !item.rung && item.kind !== 'note' && item.due !== null && item.due <= at && !(item.day && isHeavy(state)));
  const [first] = due.toSorted((a, b) => a.due! - b.due!);
  if (!first) return [state, []];
  const rung = { ...set(state, first.id, { rung: true, done: first.kind === 'timer' }), spokenOf: first.id };
  const how = at - first.due! > LATE && !first.day ? 'missed' : first.kind === 'timer' ? (first.named ? 'timer-up-for' : 'timer-up') : 'due';
  return [rung, [say(line(how)), count('rung')]];
}

const set = (state: AssistantState, id: string, change: Partial<Item>): AssistantState => ({ ...state, items: state.items.map((item) => (item.id === id ? { ...item, ...change } : item)) });

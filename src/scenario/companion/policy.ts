import type { SignedUnit } from '../../core/index.ts';
import { type Mood, moodAfter } from '../mood.ts';
import type { PackContent } from '../pack.ts';
import type { Piece, Policy, ScenarioEffect, ScenarioEvent } from '../policy.ts';
import { reportIn, type SelfReport } from './feelings.ts';
import { type CompanionMore, readCompanionMore, type Region, REGIONS, regionOf } from './more.ts';

/** What a companion notices in words, or its page tells it. */
export type CompanionOwn =
  /** They said how they feel, in words or on two sliders. */
  | ({ readonly about: 'report'; readonly by: 'words' | 'sliders' } & SelfReport)
  /** What would be suggested now to somebody who feels so, chosen outside by what helped before: {@link chooseSuggestions}. */
  | { readonly about: 'suggestions'; readonly next: Readonly<Record<Region, string>> }
  /** They chose to breathe, or an activity, by a button. */
  | { readonly about: 'breathe' }
  | { readonly about: 'try'; readonly activity: string }
  /** A breathing is over, after so many breaths. */
  | { readonly about: 'breathed'; readonly breaths: number }
  /** They said how far an activity helped: 0 not at all, 1 very much; null is that they did not do it. */
  | { readonly about: 'tried'; readonly activity: string; readonly helped: number | null }
  | { readonly about: 'closed' };

/** Where a visit to the companion stands. */
export interface CompanionState {
  /** What the page shows beside the conversation. */
  readonly view: 'open' | 'check-in' | 'breathing' | 'activity' | 'trends' | 'report';
  /** What was last said of how they feel; what they appear to feel never takes its place. */
  readonly report: SelfReport | null;
  /** Grows with each report, so that a page writes each down once. */
  readonly reports: number;
  /** What a yes would begin. */
  readonly offered: 'breathing' | 'activity' | 'check-in' | null;
  /** The activity that is offered or under way. */
  readonly activity: string | null;
  readonly next: Readonly<Record<Region, string>> | null;
  /** Breathing was offered since they last appeared at ease, and need not be offered again. */
  readonly soothed: boolean;
  /** They appear relieved, and that was not spoken of yet. */
  readonly eased: boolean;
  /** How they last appeared. */
  readonly mood: Mood;
}

type Message = Extract<ScenarioEvent<CompanionOwn>, { type: 'message' }>;
type Stepped = readonly [CompanionState, readonly ScenarioEffect[]];

const BEGINNING: CompanionState = { view: 'open', report: null, reports: 0, offered: null, activity: null, next: null, soothed: false, eased: false, mood: 'unknown' };
const LINES = ['ask-check-in', ...REGIONS.map((region) => `heard-${region}`), 'differs', 'offer-breathing', 'offer-activity', 'begin-breathing', 'begin-activity', 'after-breathing', 'as-you-like', 'show-trends', 'show-report', 'helped', 'helped-little', 'eased', 'not-done'] as const;
/** A mood that is beyond doubt other than what was said. */
const HEAVY: ReadonlySet<Mood> = new Set(['upset', 'worried']);
/** A feeling that is said to be at least this pleasant does not go with a heavy face. */
const PLEASANT: SignedUnit = 0.2;
/** Fewer breaths are no exercise. */
const FEWEST = 3;
/** Of a helpfulness in three steps, the middle one. */
const SOMEWHAT = 0.4;

const count = (measure: string): ScenarioEffect => ({ type: 'measure', measure, by: 1 });
const say = (...pieces: readonly Piece[]): ScenarioEffect => ({ type: 'say', pieces });
const line = (name: (typeof LINES)[number]): Piece => ({ line: name });

/**
 * A companion for every day: asks how somebody feels and takes their word for it, breathes with them, suggests one small thing, and shows how it went over
 * weeks. It tells nobody what they have, and what calls for care never reaches it: the core answers that.
 */
export const companionPolicy: Policy<CompanionState, CompanionMore, CompanionOwn> = {
  name: 'companion',
  lines: LINES,
  acts: ['check-in', 'breathe', 'suggest', 'trends', 'report', 'stop'],
  measures: ['check-ins', 'breathings', 'tried', 'helped', 'declined', 'relieved'],
  more: readCompanionMore,
  notice({ words, language }) {
    const report = words === null ? null : reportIn(words, language);
    return report && { about: 'report', by: 'words', ...report };
  },
  begin: () => BEGINNING,
  step(state, event, content, more) {
    if (event.type === 'own') return take(state, event.own, more);
    if (event.type !== 'mood' && event.type !== 'message') return [state, []];
    const mood = moodAfter(state.mood, event);
    const [felt, noted] = mood === state.mood ? [state, []] : feel({ ...state, mood });
    if (event.type === 'mood') return [felt, noted];
    const [next, effects] = hear(felt, event, content, more);
    return [next, [...noted, ...effects]];
  },
};

function hear(state: CompanionState, message: Message, content: PackContent, more: CompanionMore): Stepped {
  const { finding: { choice, known, ranking }, own } = message;
  const { mood } = state;
  if (state.offered !== null && choice !== null) return choice < 0 ? decline(state) : accept(state, more);
  const wanted = known ? content.intents.find(({ id }) => id === ranking[0]?.intent) : undefined;
  if (wanted?.answer !== undefined) return [state, [say({ knowledge: wanted.answer })]];
  switch (wanted?.act) {
    case 'breathe': return breathe(state);
    case 'trends': return [{ ...state, view: 'trends' }, [say(line('show-trends'))]];
    case 'report': return [{ ...state, view: 'report' }, [say(line('show-report'))]];
    case 'stop': return [{ ...state, view: 'open', offered: null, activity: null }, [say(line('as-you-like'))]];
    default:
  }
  // A wish for something to do may tell how they feel, and is taken for both.
  const reported = own?.about === 'report' ? { ...state, report: own, reports: state.reports + 1 } : state;
  const told: readonly ScenarioEffect[] = reported === state ? [] : [count('check-ins')];
  if (wanted?.act === 'suggest') {
    const [next, effects] = suggest(reported, more);
    return [next, [...told, ...effects]];
  }
  if (own?.about === 'report') return answerReport(reported, own, mood, more);
  if (wanted?.act === 'check-in') return [{ ...state, view: 'check-in', offered: null }, [say(line('ask-check-in'))]];
  // Somebody upset gets few words and one thing that may help at once; all else is left to the core's own words.
  if (HEAVY.has(mood) && !state.soothed) return [{ ...state, offered: 'breathing', soothed: true }, [say({ reaction: mood }, line('offer-breathing'))]];
  if (state.eased) return [{ ...state, offered: null, eased: false }, [say(line('eased'))]];
  return [{ ...state, offered: null }, []];
}

/** What they say stands, whatever they look like; where both differ, that is told, and not who is right. */
function answerReport(state: CompanionState, said: SelfReport, mood: Mood, more: CompanionMore): Stepped {
  const region = regionOf(said);
  const differs = said.valence >= PLEASANT && HEAVY.has(mood);
  const after: CompanionState = { ...state, view: state.view === 'check-in' ? 'open' : state.view, offered: null };
  const pieces: Piece[] = [line(`heard-${region}`), ...(differs ? [line('differs')] : [])];
  if (region === 'tense') return [{ ...after, offered: 'breathing', soothed: true }, [say(...pieces, line('offer-breathing')), count('check-ins')]];
  if (region === 'well') return [after, [say(...pieces), count('check-ins')]];
  const [next, effects] = suggest(after, more);
  return [next, [say(...pieces), ...effects, count('check-ins')]];
}

function suggest(state: CompanionState, { activities }: CompanionMore): Stepped {
  const region = state.report ? regionOf(state.report) : 'well';
  const wanted = state.next?.[region];
  const activity = activities.find(({ id, when }) => id === wanted && when.includes(region)) ?? activities.find(({ when }) => when.includes(region))!;
  return [{ ...state, offered: 'activity', activity: activity.id }, [say(line('offer-activity'), { text: activity.says })]];
}

const breathe = (state: CompanionState): Stepped => [{ ...state, view: 'breathing', offered: null, soothed: true }, [say(line('begin-breathing'))]];
const decline = (state: CompanionState): Stepped => [{ ...state, offered: null, activity: null }, [say(line('as-you-like')), count('declined')]];

function accept(state: CompanionState, more: CompanionMore): Stepped {
  if (state.offered === 'breathing') return breathe(state);
  if (state.offered === 'check-in') return [{ ...state, view: 'check-in', offered: null }, [say(line('ask-check-in'))]];
  return begin(state, state.activity ?? more.activities[0]!.id);
}

const begin = (state: CompanionState, activity: string): Stepped => [{ ...state, view: 'activity', offered: null, activity }, [say(line('begin-activity'))]];

function take(state: CompanionState, own: CompanionOwn, more: CompanionMore): Stepped {
  switch (own.about) {
    case 'report': return answerReport({ ...state, report: own, reports: state.reports + 1 }, own, state.mood, more);
    case 'suggestions': return [{ ...state, next: own.next }, []];
    case 'breathe': return breathe(state);
    case 'try': return begin(state, own.activity);
    case 'breathed': return own.breaths < FEWEST ? [{ ...state, view: 'open', offered: null }, [say(line('as-you-like'))]] : [{ ...state, view: 'open', offered: 'check-in' }, [say(line('after-breathing')), count('breathings')]];
    case 'tried': return tried({ ...state, view: 'open', activity: null, offered: null }, own.helped);
    case 'closed': return [{ ...state, view: 'open', offered: null }, []];
  }
}

function tried(state: CompanionState, helped: number | null): Stepped {
  if (helped === null) return [state, [say(line('not-done'))]];
  return [state, helped > SOMEWHAT ? [say(line('helped')), count('tried'), count('helped')] : [say(line('helped-little')), count('tried')]];
}

/** How they appear is noted, and never spoken of unasked. */
function feel(state: CompanionState): Stepped {
  if (state.mood === 'relieved') return [{ ...state, soothed: false, eased: true }, [count('relieved')]];
  if (state.mood === 'calm' || state.mood === 'glad') return [{ ...state, soothed: false }, []];
  return [HEAVY.has(state.mood) ? { ...state, eased: false } : state, []];
}

import type { DialogueAct } from '../../core/index.ts';
import type { Mood } from '../mood.ts';
import { type PackContent, slotsIn } from '../pack.ts';
import type { Piece, Policy, ScenarioEffect, ScenarioEvent } from '../policy.ts';

type Message = Extract<ScenarioEvent, { type: 'message' }>;

/** What a caller asked, and what came of it. */
export interface Matter {
  readonly intent: string;
  readonly result: 'answered' | 'asked-for' | 'given-up';
}

/** Where a call to a help desk stands. */
export interface ServiceState {
  /** A person was called, and has the word once they are there. */
  readonly stage: 'open' | 'called' | 'with-person';
  /** Intents to choose from after a clarifying question. */
  readonly offered: readonly string[];
  /** What is waited for before this intent can be answered. */
  readonly waitingFor: { readonly slot: string; readonly intent: string } | null;
  readonly matters: readonly Matter[];
  /** Messages in a row that could not be answered, and in which the caller was upset. */
  readonly misses: number;
  readonly upset: number;
  /** Whether somebody who waits for a person was told so since they were called. */
  readonly toldToWait: boolean;
  /** Each mood that was seen, in its order, once. */
  readonly moods: readonly Mood[];
}

/** Conversation that is left to the character's own words where it asks nothing of the desk. */
const SOCIAL: ReadonlySet<DialogueAct> = new Set(['greet', 'farewell', 'welcome-thanks', 'share-joy', 'celebrate', 'note-ease', 'give-space', 'keep-company']);
/** After so many misses in a row a person is called; an upset caller is spared the second. */
const MISSES = 2;
/** Upset for so many messages in a row, somebody is better off with a person. */
const UPSET = 3;
/** A caller who is upset or worried is offered fewer. */
const OFFERS = { calm: 3, heavy: 2 };

const BEGINNING: ServiceState = { stage: 'open', offered: [], waitingFor: null, matters: [], misses: 0, upset: 0, toldToWait: false, moods: [] };
const count = (measure: string): ScenarioEffect => ({ type: 'measure', measure, by: 1 });
const say = (...pieces: readonly Piece[]): ScenarioEffect => ({ type: 'say', pieces });
const isHeavy = (mood: Mood): boolean => mood === 'upset' || mood === 'worried';

/**
 * A help desk: answers what it knows, asks one clarifying question where two answers may be meant, says when it does not know, and calls a
 * person when it can't help, when the caller wants one, or when they stay upset.
 */
export const servicePolicy: Policy<ServiceState> = {
  name: 'service',
  lines: ['unknown', 'clarify', 'no-longer-sure', 'hand-over', 'wait-for-person', 'noted', 'did-not-help'],
  acts: ['hand-over'],
  measures: ['answered', 'clarified', 'unknown', 'handed-over', 'relieved', 'stars'],
  begin: () => BEGINNING,
  step(state, event, content) {
    if (event.type === 'rated') return [state, [{ type: 'measure', measure: 'stars', by: event.stars }]];
    if (event.type === 'person') return [{ ...state, stage: event.present ? 'with-person' : 'open', misses: 0, upset: 0, toldToWait: false }, []];
    const moods = event.mood === 'unknown' || state.moods.at(-1) === event.mood ? state.moods : [...state.moods, event.mood];
    const relieved: readonly ScenarioEffect[] = moods !== state.moods && event.mood === 'relieved' ? [count('relieved')] : [];
    if (event.type === 'mood') return [{ ...state, moods }, relieved];
    const upset = event.mood === 'upset' ? state.upset + 1 : 0;
    const [next, effects] = hear({ ...state, moods, upset }, event, content);
    return [next, [...relieved, ...effects]];
  },
};

function hear(state: ServiceState, message: Message, content: PackContent): readonly [ServiceState, readonly ScenarioEffect[]] {
  const { finding, mood, act } = message;
  if (state.stage !== 'open') return meanwhile(state, message, content);
  if (state.waitingFor && message.slots.includes(state.waitingFor.slot)) return answer(state, state.waitingFor.intent, message, content);
  const chosen = finding.choice === null || finding.choice < 0 ? undefined : state.offered[finding.choice];
  if (chosen !== undefined) return answer(state, chosen, message, content);
  if (finding.choice === -1) return miss(state, message);

  const wanted = finding.ranking[0]?.intent;
  if (!finding.known || wanted === undefined) return SOCIAL.has(act) ? [{ ...state, offered: [] }, []] : miss(state, message);
  // After a question the likeliest of what was offered is meant, wherever it is among the likeliest at all.
  const among = finding.ranking.find(({ intent }) => state.offered.includes(intent))?.intent;
  if (among !== undefined) return answer(state, among, message, content);
  if (finding.close && state.offered.length === 0 && finding.ranking.length > 1) {
    const offer = finding.ranking.slice(0, isHeavy(mood) ? OFFERS.heavy : OFFERS.calm).map(({ intent }) => intent);
    return [{ ...state, offered: offer }, [say(...react(state, mood), { line: 'clarify' }, { offer }), count('clarified')]];
  }
  return answer(state, wanted, message, content);
}

/** Whoever waits for a person is told so once. What they ask besides is answered where that needs nothing more, and all else is only noted. */
function meanwhile(state: ServiceState, { finding, slots }: Message, content: PackContent): readonly [ServiceState, readonly ScenarioEffect[]] {
  const intent = content.intents.find(({ id }) => id === finding.ranking[0]?.intent);
  const knowledge = content.knowledge.find(({ id }) => id === intent?.answer);
  const said = state.matters.some((matter) => matter.intent === intent?.id);
  const tellable = knowledge?.says.some((line) => slotsIn(line).every((slot) => slots.includes(slot)));
  if (state.stage === 'called' && finding.known && !finding.close && intent && knowledge && tellable && !said) {
    return [{ ...state, matters: note(state, intent.id, 'answered') }, [say({ knowledge: knowledge.id }), count('answered')]];
  }
  return [{ ...state, toldToWait: true }, [say({ line: state.toldToWait ? 'noted' : 'wait-for-person' })]];
}

function answer(state: ServiceState, intent: string, message: Message, content: PackContent): readonly [ServiceState, readonly ScenarioEffect[]] {
  const { mood, slots } = message;
  const found = content.intents.find(({ id }) => id === intent);
  const knowledge = content.knowledge.find(({ id }) => id === found?.answer);
  if (found?.act === 'hand-over' || !knowledge) return handOver(state, intent, mood);
  const again = state.matters.at(-1)?.intent === intent && state.matters.at(-1)?.result === 'answered';
  if (state.upset >= UPSET || (again && mood === 'upset')) return handOver(state, intent, mood);
  const missing = knowledge.says.some((line) => slotsIn(line).every((slot) => slots.includes(slot))) ? undefined : knowledge.says.flatMap(slotsIn).find((slot) => !slots.includes(slot));
  const open = { ...state, offered: [], misses: 0 };
  if (missing !== undefined) {
    // Somebody who does not have it at hand is not asked for it twice.
    if (state.waitingFor?.slot === missing) return handOver(state, intent, mood);
    return [{ ...open, waitingFor: { slot: missing, intent }, matters: note(state, intent, 'asked-for') }, [say(...react(state, mood), { slot: missing })]];
  }
  return [
    { ...open, waitingFor: null, matters: note(state, intent, 'answered') },
    [say(...react(state, mood), ...(again ? [{ line: 'did-not-help' }] : []), { knowledge: knowledge.id }), count('answered')],
  ];
}

function miss(state: ServiceState, { finding, mood }: Message): readonly [ServiceState, readonly ScenarioEffect[]] {
  const misses = state.misses + 1;
  if (misses >= MISSES || state.upset >= 2) return handOver({ ...state, misses }, finding.known ? finding.ranking[0]?.intent : undefined, mood);
  const line = state.offered.length > 0 || state.waitingFor ? 'no-longer-sure' : 'unknown';
  return [{ ...state, misses, offered: [], waitingFor: null }, [say(...react(state, mood), { line }), count('unknown')]];
}

function handOver(state: ServiceState, intent: string | undefined, mood: Mood): readonly [ServiceState, readonly ScenarioEffect[]] {
  return [
    { ...state, stage: 'called', offered: [], waitingFor: null, toldToWait: false, matters: intent === undefined ? state.matters : note(state, intent, 'given-up') },
    [say(...react(state, mood), { line: 'hand-over' }), { type: 'hand-over' }, count('handed-over')],
  ];
}

/** The mood is taken up when it is new, and as long as somebody is upset; after that it would be in the way. */
function react({ moods, upset }: ServiceState, mood: Mood): readonly Piece[] {
  const heard = moods.at(-1) === mood && moods.length > 0;
  return heard && (mood === 'worried' || mood === 'relieved' || (mood === 'upset' && upset > 0)) ? [{ reaction: mood }] : [];
}

/** The last word on each matter stands, in the order in which they came up. */
function note({ matters }: ServiceState, intent: string, result: Matter['result']): readonly Matter[] {
  return [...matters.filter((matter) => matter.intent !== intent), { intent, result }];
}

import type { AgentEvent, AgentState, Cue, EmpathyPlan } from '../core/index.ts';
import type { RecordedWords } from './log.ts';
import type { Mark, Span, TracedUtterance } from './trace.ts';

/** What was said and done, by either side. */
interface Conversed {
  readonly speeches: readonly Span[];
  readonly utterances: readonly TracedUtterance[];
  readonly marks: readonly Mark[];
}

/** Collects what happened, as it happens. */
interface ConversationFollower {
  follow(event: AgentEvent, state: AgentState, cues: readonly Cue[]): void;
  /** Everything so far, with the words that belong to it. */
  all(words: readonly RecordedWords[]): Conversed;
}

/** What becomes known bit by bit, until it is handed out. */
type Writable<T> = { -readonly [K in keyof T]: T[K] };

export function createConversationFollower(): ConversationFollower {
  const marks: Writable<Mark>[] = [];
  const utterances: Writable<TracedUtterance>[] = [];
  const speeches: Span[] = [];
  let speaking: number | null = null;
  let end = 0;
  let plan: EmpathyPlan | null = null;

  function tell(event: AgentEvent, at: number): void {
    const spoken = event.type === 'utterance-start' || event.type === 'utterance-end' ? utterances.findLast(({ id }) => id === event.id) : undefined;
    if (event.type === 'speech-start') speaking = at;
    else if (event.type === 'utterance-start') Object.assign(spoken ?? {}, { started: at });
    else if (event.type === 'utterance-end') Object.assign(spoken ?? {}, { ended: at, outcome: event.outcome });
    else if (event.type === 'words-missed') marks.push({ at, kind: 'words-missed' });
    else if (event.type === 'visitor') marks.push({ at, kind: 'visitor', change: event.change });
    else if (event.type === 'operator') marks.push({ at, kind: 'operator', present: event.present });
    else if (event.type === 'language') marks.push({ at, kind: 'language', language: event.language });
    else if (event.type === 'fusion') marks.push({ at, kind: 'fusion', method: event.method, net: event.net });
    else if (event.type === 'sense') marks.push({ at, kind: 'sense', sense: event.sense, status: event.status, problem: event.problem });
    else if (event.type === 'speech-end' && speaking !== null) {
      speeches.push({ start: speaking, end: at });
      speaking = null;
    } else if (event.type === 'signal') {
      const { signal } = event;
      if (signal.kind === 'context') marks.push({ at, kind: 'context', event: signal.event });
      else if (signal.kind === 'report') marks.push({ at, kind: 'report', emotion: signal.emotion });
      else if (signal.kind === 'text') {
        const { id, source, language, quality, risk, reading: { intent, domain } } = signal;
        marks.push({ at, kind: 'message', id, source, language, intent, domain: domain?.name ?? null, quality, risk, text: null });
      }
    }
  }

  function act(cue: Cue, decided: EmpathyPlan | null): void {
    const { at } = cue;
    if (cue.kind === 'speech') utterances.push({ id: cue.id, act: cue.act, by: decided?.reasons.includes('operator-chose') ? 'operator' : 'agent', heard: cue.heard, asked: at, started: null, ended: null, outcome: null, text: null });
    else if (cue.kind === 'gesture') marks.push({ at, kind: 'gesture', gesture: cue.gesture, strength: cue.strength, duration: cue.duration });
    else if (cue.kind === 'expression') marks.push({ at, kind: 'expression', emotion: cue.emotion, weight: cue.weight });
    else if (cue.kind === 'posture') marks.push({ at, kind: 'posture', posture: cue.posture });
    else if (cue.kind === 'sound') marks.push({ at, kind: 'sound', earcon: cue.earcon });
  }

  return {
    follow(event, state, cues) {
      end = state.at;
      tell(event, state.at);
      if (state.plan && state.plan !== plan) marks.push({ at: state.at, kind: 'plan', id: state.plan.id, strategy: state.plan.strategy, onto: state.plan.onto });
      plan = state.plan;
      for (const cue of cues) act(cue, plan);
    },
    all(words) {
      // What was corrected counts as it was last.
      const texts = new Map(words.map(({ speaker, id, text }) => [`${speaker} ${id}`, text]));
      for (const utterance of utterances) utterance.text = texts.get(`agent ${utterance.id}`) ?? null;
      for (const mark of marks) if (mark.kind === 'message') mark.text = texts.get(`player ${mark.id}`) ?? null;
      return { speeches: speaking === null ? speeches : [...speeches, { start: speaking, end }], utterances, marks };
    },
  };
}

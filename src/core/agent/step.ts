import { unknownEstimate } from '../affect/estimate.ts';
import { observeSignal, settleAffect, strangerMemory } from '../affect/observe.ts';
import { appraise } from '../appraise/appraise.ts';
import { OWN_STYLE, PACED } from '../appraise/style.ts';
import { calmInnerLife, liveOnInside, takeIn } from '../appraise/inner-life.ts';
import { actIdly, actPlan, makeGesture } from '../perform/act.ts';
import type { Cue, SpeechCue } from '../perform/cue.ts';
import { begin } from '../perform/gestures/playing.ts';
import { SCORES } from '../perform/gestures/index.ts';
import type { Manner } from '../perform/performance.ts';
import { awaitsAnswer } from '../plan/answer-gesture.ts';
import { hasJustNodded, type Moment, newListening, noteSign, type Sign, signAtPause, signMeanwhile } from '../plan/backchannel.ts';
import { newConversation } from '../plan/conversation.ts';
import { follow, newCourse, note } from '../plan/course.ts';
import { decide, decideSilently, followChoice, type Occasion } from '../plan/decide.ts';
import type { Operator, OperatorChoice } from '../plan/operator.ts';
import type { EmpathyPlan } from '../plan/plan.ts';
import { inStyle } from '../plan/style-range.ts';
import type { EmotionFuser } from '../ports/emotion-fuser.ts';
import { allowedPart } from '../safety/compliance.ts';
import { calmInCrisis, safeguard } from '../safety/safeguard.ts';
import { isSafetyAct } from '../safety/safety-dialogue.ts';
import { heedRisk, isGrave, mustIntroduce, newSafety, noteSaid } from '../safety/safety.ts';
import { random } from '../seed.ts';
import type { Signal } from '../signals/any-signal.ts';
import type { MotionSignal } from '../signals/motion.ts';
import type { ReportSignal } from '../signals/report.ts';
import { CRISES } from '../signals/risk.ts';
import type { TextSignal } from '../signals/text.ts';
import { type Seconds, signedUnit } from '../units.ts';
import type { AgentEffect } from './effect.ts';
import type { AgentEvent } from './event.ts';
import { freeFloor } from './floor.ts';
import type { AgentState } from './state.ts';
import { fallSilent, giveFloor, hearBeginning, isSpeechByNow, takeBack, unsaidBy } from './take-floor.ts';

/** What a step gives: the next state, and what the world is asked to do. */
export type Stepped = readonly [AgentState, readonly AgentEffect[]];

/** While its words are sought, the agent looks as if it thought, but no longer than this: a caption may never be voiced. */
const THINKING: Seconds = 2;

/** An utterance that nobody heard of for this long is given up, so that the agent never waits for ever. */
const GIVE_UP: Seconds = 30;

/** Who was neither seen nor heard for this long has left. */
const AWAY: Seconds = 300;

/**
 * The agent's whole behaviour as one pure function: a state and an event give the next state and
 * what to do. Time only comes from events; one that is older than the state is taken as happening now.
 *
 * @param fuser the net that brings face and voice together; only listened to while the state names it
 */
export function step(state: AgentState, event: AgentEvent, fuser: EmotionFuser | null = null): Stepped {
  const at = Math.max(state.at, event.at);
  const now: AgentState = { ...state, at };
  switch (event.type) {
    case 'tick':
      return passTime(now, fuser);
    case 'signal': {
      const [seen, signal] = takeInSignal(state, event, fuser);
      if (!signal) return [seen, []];
      if (signal.kind === 'text') return heed({ ...seen, language: signal.language }, signal);
      if (signal.kind === 'context') return consider(seen, { kind: 'event', signal });
      if (signal.kind === 'report') return consider(seen, { kind: 'report' });
      if (signal.kind === 'motion') return heedMotion(seen, signal);
      return [seen, []];
    }
    case 'sense': {
      const told: AgentState = { ...now, senses: { ...now.senses, [event.sense]: { status: event.status, problem: event.problem } } };
      // Whoever puts a headset on has come.
      if (event.sense === 'motion') return event.status === 'live' ? consider(told, { kind: 'somebody-there' }) : [told, []];
      return [told, tellHearing(now, event)];
    }
    case 'speech-start':
      return hearBeginning({ ...now, conversation: { ...now.conversation, playerSpeaksSince: event.at } }, event.confirms ?? false);
    case 'speech-confirmed':
      return giveFloor(now);
    case 'pitch-low':
      return [{ ...now, listening: { ...now.listening, low: at } }, []];
    case 'speech-pause': {
      const since = now.conversation.playerSpeaksSince;
      if (since === null) return [now, []];
      // What paused before it was surely speech was a cough, as far as the agent's own words go.
      const [calmed, louder] = takeBack(now);
      const [shown, nod] = give(calmed, signAtPause(calmed.listening, momentOf(calmed, event.at - since), event.patience));
      return [shown, [...louder, ...nod]];
    }
    case 'speech-end': {
      const since = now.conversation.playerSpeaksSince;
      const ended: AgentState = { ...now, conversation: { ...now.conversation, playerSpeaksSince: null, playerSpokeFor: since === null ? 0 : event.at - since, lastTurn: at } };
      const [calmed, louder] = takeBack(ended);
      if (since === null) return [calmed, louder];
      const words = event.words ?? false;
      const [next, more] = (words ? null : goOn(calmed)) ?? consider(calmed, { kind: 'speech-ended', lasted: event.at - since, words });
      return [next, [...louder, ...more]];
    }
    case 'words-missed':
      return goOn(now) ?? consider(now, { kind: 'words-missed' });
    case 'utterance-start':
    case 'utterance-end':
      return [hearOneself(now, event), []];
    case 'gesture': {
      const { performance, cue } = makeGesture(now.performance, event.gesture, event.strength, at);
      return [{ ...now, performance }, [perform(cue)]];
    }
    case 'language':
      return [{ ...now, language: event.language }, []];
    case 'fusion':
      return [settle({ ...now, fusion: { method: event.method, net: event.net }, memory: { ...now.memory, news: true } }, fuser), []];
    case 'style':
      return [settle({ ...now, style: event.style }, fuser), []];
    case 'crisis-over':
      return [settle({ ...now, safety: { ...now.safety, crisis: null, wary: null } }, fuser), []];
    case 'operator':
      return event.present ? [{ ...now, operator: now.operator ?? { awaits: null }, floor: { ...now.floor, unsaid: null } }, []] : handBack(now);
    case 'operator-act':
      return now.operator ? obey(now, now.operator, event) : [now, []];
    case 'visitor':
      return [{ ...forget(now) }, now.conversation.utterance ? [{ type: 'hush', id: now.conversation.utterance.id }] : []];
  }
}

/** What the agent makes of a signal, before it decides anything about it; the signal is as far as it may be read, and null where it may not. */
export function takeInSignal(state: AgentState, event: Extract<AgentEvent, { type: 'signal' }>, fuser: EmotionFuser | null): readonly [AgentState, Signal | null] {
  const at = Math.max(state.at, event.at);
  const now: AgentState = { ...state, at };
  // A clock that went back must not make the agent deaf until it has caught up: what comes is taken as happening now.
  const timely = at === event.at ? event.signal : { ...event.signal, at: event.signal.at + at - event.at };
  const signal = allowedPart(timely, now.compliance);
  if (!signal) return [now, null];
  const memory = [signal, ...saidOfOneself(signal)].reduce((each, one) => observeSignal(each, one, now.conversation.playerSpeaksSince !== null), now.memory);
  const inner = takeIn(now.inner, signal, now.affect, now.character);
  const safety = signal.kind === 'text' ? heedRisk(now.safety, signal.risk, at) : now.safety;
  const settled = settle({ ...now, memory, inner, safety, signals: { ...now.signals, [signal.kind]: signal } }, fuser);
  return [{ ...settled, course: follow(now.course, signal, at, settled.affect) }, signal];
}

/** Whoever cannot see the agent should know that it hears them from now on. */
function tellHearing({ at, senses }: AgentState, { sense, status }: Extract<AgentEvent, { type: 'sense' }>): readonly AgentEffect[] {
  return sense === 'voice' && status === 'live' && senses.voice.status !== 'live' ? [perform({ kind: 'sound', at, earcon: 'listening' })] : [];
}

/** "No, I am fine": what players say of themselves in words counts as their report. */
function saidOfOneself(signal: Signal): ReportSignal[] {
  if (signal.kind !== 'text' || signal.reading.intent !== 'correction') return [];
  const { at, latency, source, quality } = signal;
  return [{ kind: 'report', at, latency, source, quality, emotion: 'neutral' }];
}

function settle(state: AgentState, fuser: EmotionFuser | null): AgentState {
  const { method, net } = state.fusion;
  const memory = settleAffect(state.memory, state.at, { method, learned: fuser && fuser.name === net ? (said) => fuser.fuse(said) : null });
  const affect = memory.state;
  const inner = liveOnInside(state.inner, state.at, affect, state.character);
  const appraisal = appraise(affect, inner, inStyle(state).character);
  return { ...state, memory, affect, inner, appraisal: isGrave(state.safety, state.at) ? calmInCrisis(appraisal) : appraisal };
}

function passTime(state: AgentState, fuser: EmotionFuser | null): Stepped {
  const before = state.affect.phase;
  const settled = rest(settle(state, fuser));
  const { utterance } = settled.conversation;
  const acted = actIdly(settled.performance, settled.at, settled.appraisal, mannerOf(settled), settled.seed);
  const effects: AgentEffect[] = acted.cues.map(perform);
  const living: AgentState = { ...settled, performance: acted.performance, seed: acted.seed };
  // What sounds is heard of again when it has sounded.
  const stalled = utterance !== null && living.at - (utterance.started === null ? utterance.asked : Math.max(utterance.started, living.floor.soundsUntil)) > GIVE_UP;
  const [silent, hushed] = isSpeechByNow(living) ? giveFloor(living) : stalled ? fallSilent(living) : [living, []];
  const since = silent.conversation.playerSpeaksSince;
  const [next, nod] = give(silent, since === null ? null : signMeanwhile(silent.listening, momentOf(silent, silent.at - since)));
  effects.push(...hushed, ...nod);
  const arrived = before === 'calibrating' && next.affect.phase === 'tracking';
  const [considered, more] = consider(next, { kind: arrived ? 'somebody-there' : 'time-passed' });
  return [considered, [...effects, ...more]];
}

/** Nobody is there: whoever comes next needs no break yet. */
function rest(state: AgentState): AgentState {
  const away = state.affect.phase === 'absent' && state.at - state.conversation.lastTurn > AWAY;
  return away ? { ...state, safety: { ...state.safety, rested: state.at } } : state;
}

function mannerOf({ at, conversation: { utterance } }: AgentState): Manner {
  if (!utterance) return 'listening';
  if (utterance.started !== null) return 'speaking';
  return at - utterance.asked < THINKING ? 'thinking' : 'listening';
}

function momentOf({ at, conversation: { utterance }, signals }: AgentState, spoken: Seconds): Moment {
  return { at, spoken, free: utterance === null, careful: signals.text?.kind === 'text' && signals.text.risk !== null };
}

/** Shows a listener's sign, if there is one. */
function give(state: AgentState, sign: Sign | null): Stepped {
  if (!sign) return [state, []];
  const { at, performance } = state;
  const nod: Cue = { kind: 'gesture', at, gesture: 'nod', strength: sign.nod, duration: SCORES.nod.seconds };
  const hum: Cue[] = sign.hum ? [{ kind: 'sound', at, earcon: 'hum' }] : [];
  return [
    { ...state, listening: noteSign(state.listening, sign, at), performance: { ...performance, gestures: begin(performance.gestures, 'nod', sign.nod, at) } },
    [nod, ...hum].map(perform),
  ];
}

/** A message is answered, unless it only encourages the agent to go on with what it was kept from saying. */
function heed(state: AgentState, signal: TextSignal): Stepped {
  const encourages = signal.reading.intent === 'yes' && signal.risk === null && unsaidBy(state)?.begun;
  return (encourages ? goOn(state) : null) ?? consider({ ...state, floor: { ...state.floor, unsaid: null } }, { kind: 'message', signal });
}

/** A nod or a shake of the head that answers a question is a message without words; other movements may be answered by one. */
function heedMotion(state: AgentState, { gesture, at, latency, source, quality }: MotionSignal): Stepped {
  if (gesture === null) return [state, []];
  if ((gesture !== 'nod' && gesture !== 'shake') || !awaitsAnswer(state)) return consider(state, { kind: 'moved', gesture });
  const reading = { ...unknownEstimate(at, 'text'), intent: gesture === 'nod' ? 'yes' : 'no', domain: null, cues: 0 } as const;
  const answer: TextSignal = { kind: 'text', at, latency, source, quality, id: `${gesture}-${state.conversation.turns}`, language: state.language, reading, risk: null };
  return heed({ ...state, course: follow(state.course, answer, state.at, state.affect) }, answer);
}

/** Says what the agent was kept from saying; null where there is nothing, or it is not its turn. */
function goOn(state: AgentState): Stepped | null {
  const unsaid = unsaidBy(state);
  const { conversation } = state;
  if (!unsaid || conversation.utterance || conversation.playerSpeaksSince !== null) return null;
  const turns = conversation.turns + 1;
  const cue: SpeechCue = { ...unsaid.cue, at: state.at, id: `utterance-${turns}`, resumes: unsaid.begun ? unsaid.cue.id : null };
  return [
    {
      ...state,
      plan: unsaid.plan,
      safety: noteSaid(state.safety, cue.act, state.at),
      // What was begun counts as said already.
      course: unsaid.begun ? state.course : note(state.course, unsaid.plan, cue.act),
      floor: { ...state.floor, saying: { cue, plan: unsaid.plan }, unsaid: null },
      conversation: { ...conversation, utterance: { id: cue.id, asked: state.at, started: null }, turns, lastTurn: state.at },
    },
    [perform(cue)],
  ];
}

/** Decides about an occasion, or lets the operator decide, and carries the decision out. Safety waits for nobody. */
function consider(state: AgentState, occasion: Occasion): Stepped {
  const safeguarded = safeguard(occasion, state);
  const heard = state.operator && occasion.kind === 'message' ? { ...state, operator: { awaits: safeguarded ? null : occasion.signal } } : state;
  const decided = safeguarded ? safeguarded.plan : heard.operator ? decideSilently(occasion, heard) : decide(occasion, { ...heard, ...inStyle(heard) });
  if (!decided) return [heard, []];
  // Whoever has just nodded at the pause does not nod again at the end.
  const nodded = occasion.kind === 'speech-ended' && hasJustNodded(heard.listening, heard.at);
  return carryOut(heard, nodded ? { ...decided, intents: decided.intents.filter((intent) => intent.kind !== 'gesture' || intent.gesture !== 'nod') } : decided);
}

/** The agent decides itself again, first about the message that still waits for an answer. */
function handBack(state: AgentState): Stepped {
  const awaits = state.operator?.awaits;
  const free: AgentState = { ...state, operator: null };
  return awaits ? consider(free, { kind: 'message', signal: awaits }) : [free, []];
}

/** Does what the operator chose. In a crisis only what is said for safety is, and operators may see one that the screen missed. */
function obey(state: AgentState, { awaits }: Operator, choice: OperatorChoice): Stepped {
  const danger = CRISES.find((crisis) => choice.act === `crisis-${crisis}`) ?? null;
  const heeded: AgentState = { ...state, safety: heedRisk(state.safety, danger, state.at), operator: { awaits: null } };
  if (heeded.safety.crisis && !isSafetyAct(choice.act)) return [state, []];
  return carryOut(heeded, followChoice(choice, awaits?.id ?? null, heeded));
}

function carryOut(state: AgentState, plan: EmpathyPlan): Stepped {
  const { performance, cues } = actPlan(state.performance, plan, state.at);
  const [spoken, more] = speak({ ...state, performance, plan }, plan);
  return [spoken, [...cues.map(perform), ...more]];
}

function speak(state: AgentState, plan: EmpathyPlan): Stepped {
  const intent = plan.intents.find((each) => each.kind === 'say');
  const current = state.conversation.utterance;
  if (!intent || (current && plan.onto === 'queue')) return [state, []];
  const [variant, seed] = random(state.seed);
  const turns = state.conversation.turns + 1;
  const cue: SpeechCue = {
    kind: 'speech', at: state.at, id: `utterance-${turns}`, act: intent.act, heard: intent.heard, resumes: null, variant,
    tone: { valence: state.appraisal.feeling.valence, arousal: signedUnit(state.appraisal.feeling.arousal + PACED * inStyle(state).style.pace) }, introduces: state.compliance.introduces && mustIntroduce(state.safety, intent.act),
  };
  // Nobody is talked over: what is to be said while the player speaks waits for the end of that, and for what it brings.
  const waits = state.conversation.playerSpeaksSince !== null;
  const conversation = {
    ...state.conversation,
    utterance: waits ? null : { id: cue.id, asked: state.at, started: null },
    turns,
    lastTurn: state.at,
    greeted: state.conversation.greeted || intent.act === 'greet' || intent.heard !== null,
    explainedHearing: state.conversation.explainedHearing || intent.act === 'say-unheard',
  };
  const hush: AgentEffect[] = current ? [{ type: 'hush', id: current.id }] : [];
  if (waits) return [{ ...state, seed, conversation, floor: { ...state.floor, saying: null, unsaid: { cue, plan, begun: false, at: state.at } } }, hush];
  const safety = noteSaid(state.safety, intent.act, state.at);
  return [{ ...state, seed, conversation, safety, course: note(state.course, plan, intent.act), floor: { ...state.floor, saying: { cue, plan }, unsaid: null } }, [...hush, perform(cue)]];
}

function hearOneself(state: AgentState, event: Extract<AgentEvent, { type: 'utterance-start' | 'utterance-end' }>): AgentState {
  const { utterance } = state.conversation;
  if (utterance?.id !== event.id) return state;
  return {
    ...state,
    floor: event.type === 'utterance-start' ? { ...state.floor, soundsUntil: event.at + event.duration } : { ...state.floor, saying: null, softly: false },
    conversation: { ...state.conversation, lastTurn: state.at, utterance: event.type === 'utterance-start' ? { ...utterance, started: event.at } : null },
  };
}

/** A new visitor is a stranger: everything about the last one goes, the senses stay as they are. */
function forget(state: AgentState): AgentState {
  const memory = strangerMemory(state.at);
  const inner = calmInnerLife(state.character, state.at);
  return {
    ...state, style: OWN_STYLE, memory, inner, affect: memory.state, appraisal: appraise(memory.state, inner, state.character), plan: null, signals: {},
    conversation: { ...newConversation(state.at), turns: state.conversation.turns }, course: newCourse(), floor: freeFloor(), listening: newListening(state.at), safety: newSafety(state.at),
    operator: state.operator && { awaits: null },
  };
}

function perform(cue: Cue): AgentEffect {
  return { type: 'perform', cue };
}

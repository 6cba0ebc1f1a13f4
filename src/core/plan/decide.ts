import type { Appraisal } from '../appraise/appraise.ts';
import { type Need, strongestNeed } from '../appraise/needs.ts';
import type { ContextSignal } from '../signals/context.ts';
import type { TextSignal } from '../signals/text.ts';
import type { Gesture } from '../perform/gestures/index.ts';
import type { Seconds, SessionTime, Unit } from '../units.ts';
import type { Conversation } from './conversation.ts';
import { type DialogueAct, SKILLS_OF_ACT } from './dialogue-act.ts';
import type { AgentIntent, EmpathyPlan, Strategy } from './plan.ts';

/** A thing that may call for a decision. */
export type Occasion =
  | { readonly kind: 'message'; readonly signal: TextSignal }
  | { readonly kind: 'event'; readonly signal: ContextSignal }
  | { readonly kind: 'speech-ended'; readonly lasted: Seconds; readonly words: boolean }
  | { readonly kind: 'words-missed' }
  | { readonly kind: 'report' }
  | { readonly kind: 'somebody-there' }
  | { readonly kind: 'time-passed' };

/** A decision before it has an identity. */
type Decision = Pick<EmpathyPlan, 'strategy' | 'intents' | 'onto'>;

const SILENCE_BEFORE_CHECK_IN: Seconds = 20;
const BETWEEN_CHECK_INS: Seconds = 90;
const SHORTEST_TURN: Seconds = 0.8;
const PLAN_LIFETIME: Seconds = 10;

/** Words that were heard less surely than this are asked for again instead of answered. */
const LEAST_SURE: Unit = 0.4;

const ANSWER_TO_NEED = {
  'shared-joy': ['attend', 'share-joy'],
  comfort: ['comfort', 'comfort'],
  calm: ['comfort', 'calm'],
  reassurance: ['comfort', 'reassure'],
  nothing: ['explore', 'ask-more'],
  unknown: ['explore', 'ask-more'],
  help: ['act', 'offer-help'],
  company: ['attend', 'keep-company'],
  space: ['attend', 'give-space'],
  acknowledgement: ['comfort', 'name-both'],
} as const satisfies Readonly<Record<Need, readonly [Strategy, DialogueAct]>>;

/** What the body says with each of those answers. */
const GESTURES_WITH: Readonly<Record<(typeof ANSWER_TO_NEED)[Need][1], readonly (readonly [Gesture, Unit])[]>> = {
  'share-joy': [['clap', 0.6]],
  comfort: [['hand-to-heart', 0.8], ['lean-in', 0.5]],
  calm: [['nod', 0.7], ['open-palms', 0.5]],
  reassure: [['hand-to-heart', 0.7], ['nod', 0.6]],
  'ask-more': [['tilt', 0.7]],
  'offer-help': [['lean-in', 0.6]],
  'keep-company': [['nod', 0.5]],
  'give-space': [['nod', 0.5]],
  'name-both': [['tilt', 0.5], ['lean-in', 0.4]],
};

/** Chooses what to do about an occasion; null is a decision to do nothing. */
export function decide(occasion: Occasion, at: SessionTime, appraisal: Appraisal, conversation: Conversation): EmpathyPlan | null {
  const decision = decisionFor(occasion, at, appraisal, conversation);
  if (!decision) return null;
  const said = decision.intents.find((intent) => intent.kind === 'say');
  return { id: `plan-${conversation.turns + 1}`, at, appraisal, ...decision, skill: said ? SKILLS_OF_ACT[said.act][0] : 'other', expires: at + PLAN_LIFETIME };
}

function decisionFor(occasion: Occasion, at: SessionTime, appraisal: Appraisal, conversation: Conversation): Decision | null {
  switch (occasion.kind) {
    case 'message':
      return answer(occasion.signal, appraisal);
    case 'event':
      return react(occasion.signal);
    case 'speech-ended':
      return acknowledgeVoice(occasion, conversation);
    case 'words-missed':
      // A cough has no words to be missed.
      return conversation.utterance || conversation.playerSpokeFor < SHORTEST_TURN ? null : { strategy: 'explore', intents: [say('ask-again'), gesture('tilt', 0.7)], onto: 'queue' };
    case 'report':
      return { strategy: 'attend', intents: [say('take-word'), gesture('nod', 0.6)], onto: 'replace' };
    case 'somebody-there':
      if (conversation.greeted) return null;
      return { strategy: 'attend', intents: [say('greet'), gesture('wave', 0.8)], onto: 'queue' };
    case 'time-passed':
      return checkIn(at, appraisal, conversation);
  }
}

function gesture(name: Gesture, strength: Unit): AgentIntent {
  return { kind: 'gesture', gesture: name, strength };
}

function say(act: DialogueAct, heard: string | null = null): AgentIntent {
  return { kind: 'say', act, heard };
}

function answer(signal: TextSignal, appraisal: Appraisal): Decision {
  const plain = (act: DialogueAct, ...more: AgentIntent[]): Decision => ({ strategy: 'attend', intents: [say(act, signal.id), ...more], onto: 'replace' });
  if (signal.quality < LEAST_SURE) return { strategy: 'explore', intents: [say('ask-again', signal.id), gesture('tilt', 0.7)], onto: 'replace' };
  switch (signal.reading.intent) {
    case 'greeting':
      return plain('greet', gesture('wave', 0.8));
    case 'farewell':
      return plain('farewell', gesture('wave', 1), { kind: 'earcon', earcon: 'farewell' });
    case 'thanks':
      return plain('welcome-thanks', gesture('nod', 0.6));
    case 'help':
      return { ...plain('offer-help', gesture('lean-in', 0.6)), strategy: 'act' };
    case 'about-agent':
      return plain('explain-self', gesture('open-palms', 0.8));
    case 'repeat':
      return plain('say-again', gesture('nod', 0.6));
    case 'correction':
      return plain('take-word', gesture('nod', 0.6));
    case 'small-talk':
      return plain('chat', gesture('tilt', 0.5));
    case 'refusal':
    case 'no':
      return plain('give-space', gesture('nod', 0.5));
    case 'complaint':
      return { strategy: 'comfort', intents: [say('calm', signal.id), ...GESTURES_WITH.calm.map(([name, strength]) => gesture(name, strength))], onto: 'replace' };
    case 'feeling':
    case 'question':
    case 'statement':
    case 'yes': {
      // Words that carry a feeling are what the answer is about, even said with a smile.
      const [strategy, act] = ANSWER_TO_NEED[strongestNeed(signal.reading.emotions)?.need ?? appraisal.need];
      return { strategy, intents: [say(act, signal.id), ...GESTURES_WITH[act].map(([name, strength]) => gesture(name, strength))], onto: 'replace' };
    }
  }
}

function react(signal: ContextSignal): Decision | null {
  switch (signal.event) {
    case 'won':
    case 'progress':
      return { strategy: 'attend', intents: [say('celebrate'), gesture('clap', 0.9)], onto: 'replace' };
    case 'lost':
    case 'stuck':
      return { strategy: 'act', intents: [say('encourage'), gesture('lean-in', 0.6)], onto: 'replace' };
    case 'startled':
      return { strategy: 'comfort', intents: [say('reassure'), gesture('hand-to-heart', 0.8)], onto: 'replace' };
    case 'waiting':
    case 'alone':
      return null;
  }
}

/** The agent nods. Where nothing makes out the words, it says so honestly the first time. */
function acknowledgeVoice({ lasted, words }: Extract<Occasion, { kind: 'speech-ended' }>, conversation: Conversation): Decision | null {
  if (lasted < SHORTEST_TURN || conversation.utterance) return null;
  const nod = gesture('nod', 0.6);
  return { strategy: 'attend', intents: words || conversation.explainedHearing ? [nod] : [gesture('shrug', 0.7), say('say-unheard')], onto: 'queue' };
}

function checkIn(at: SessionTime, appraisal: Appraisal, conversation: Conversation): Decision | null {
  const heavy = appraisal.need === 'comfort' || appraisal.need === 'calm' || appraisal.need === 'reassurance';
  const quiet = conversation.utterance === null && conversation.playerSpeaksSince === null && at - conversation.lastTurn > SILENCE_BEFORE_CHECK_IN;
  if (!heavy || !quiet || at - conversation.lastCheckIn < BETWEEN_CHECK_INS) return null;
  return { strategy: 'explore', intents: [say('check-in'), gesture('tilt', 0.6)], onto: 'queue' };
}

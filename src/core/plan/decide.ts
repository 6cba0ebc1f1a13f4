import { wantOf } from '../appraise/wants.ts';
import type { ContextSignal } from '../signals/context.ts';
import type { PlayerGesture } from '../signals/motion.ts';
import type { TextSignal } from '../signals/text.ts';
import type { Seconds, Unit } from '../units.ts';
import { answerGesture } from './answer-gesture.ts';
import { bodyOf } from './body.ts';
import { asksInARow, type Course, lately } from './course.ts';
import type { DialogueAct, SupportSkill } from './dialogue-act.ts';
import { react } from './react.ts';
import type { OperatorChoice } from './operator.ts';
import type { AgentIntent, Decision, EmpathyPlan, Strategy } from './plan.ts';
import type { Reason } from './reasons.ts';
import { checkIn } from './silence.ts';
import type { Situation } from './situation.ts';
import { type Choice, complaint, help, listen, support, wantsToAsk } from './support.ts';
import { isHeavy, seen, toldBy } from './told.ts';

/** A thing that may call for a decision. */
export type Occasion =
  | { readonly kind: 'message'; readonly signal: TextSignal }
  | { readonly kind: 'event'; readonly signal: ContextSignal }
  | { readonly kind: 'speech-ended'; readonly lasted: Seconds; readonly words: boolean }
  | { readonly kind: 'words-missed' }
  | { readonly kind: 'report' }
  | { readonly kind: 'moved'; readonly gesture: PlayerGesture }
  | { readonly kind: 'somebody-there' }
  | { readonly kind: 'time-passed' };

const SHORTEST_TURN: Seconds = 0.8;
const PLAN_LIFETIME: Seconds = 10;

/** Words that were heard less surely than this are asked for again instead of answered. */
const LEAST_SURE: Unit = 0.4;

/** Chooses what to do about an occasion; null is a decision to do nothing. */
export function decide(occasion: Occasion, situation: Situation): EmpathyPlan | null {
  return planOf(decisionFor(occasion, situation), situation);
}

/** What the agent does of itself while a person decides what it says: it nods to speech that ended. */
export function decideSilently(occasion: Occasion, situation: Situation): EmpathyPlan | null {
  return occasion.kind === 'speech-ended' && isTurn(occasion, situation) ? planOf(NOD, situation) : null;
}

/** Carries out a person's choice instead of the agent's own. @param heard the message that it answers */
export function followChoice({ strategy, act, skill, words }: OperatorChoice, heard: string | null, situation: Situation): EmpathyPlan {
  const decision = spoken(plain(strategy, act, skill, 'operator-chose'), situation.course, 'replace', heard);
  const intents = decision.intents.map((intent) => (intent.kind === 'say' && words !== null ? { ...intent, words } : intent));
  return planOf({ ...decision, intents }, situation);
}

function planOf<T extends Decision | null>(decision: T, { at, appraisal, conversation }: Situation): T extends null ? null : EmpathyPlan;
function planOf(decision: Decision | null, { at, appraisal, conversation }: Situation): EmpathyPlan | null {
  return decision && { id: `plan-${conversation.turns + 1}`, at, appraisal, ...decision, expires: at + PLAN_LIFETIME };
}

function decisionFor(occasion: Occasion, situation: Situation): Decision | null {
  const { conversation, course } = situation;
  switch (occasion.kind) {
    case 'message':
      return spoken(answer({ ...situation, signal: occasion.signal }), course, 'replace', occasion.signal.id);
    case 'event':
      return react(occasion.signal, situation);
    case 'speech-ended':
      return acknowledgeVoice(occasion, situation);
    case 'words-missed':
      // A cough has no words to be missed.
      return conversation.utterance || conversation.playerSpokeFor < SHORTEST_TURN ? null : spoken(plain('explore', 'ask-again', 'other', 'missed-words'), course, 'queue');
    case 'report':
      return spoken(plain('attend', 'take-word', 'other', 'reported'), course, 'replace');
    case 'moved':
      return answerGesture(occasion.gesture, situation);
    case 'somebody-there':
      return conversation.greeted || course.parted ? null : spoken(plain('attend', 'greet', 'other', 'somebody-came'), course, 'queue');
    case 'time-passed': {
      const unasked = checkIn(situation);
      return unasked && spoken(unasked, course, 'queue');
    }
  }
}

/** A choice with what the body says to it. */
function spoken(choice: Choice, course: Course, onto: Decision['onto'], heard: string | null = null): Decision {
  const { strategy, act, skill, reasons } = choice;
  const intents: AgentIntent[] = [{ kind: 'say', act, heard }, ...bodyOf(act, course)];
  if (act === 'take-word') intents.push({ kind: 'earcon', earcon: 'understood' });
  if (act === 'farewell') intents.push({ kind: 'earcon', earcon: 'farewell' });
  return { strategy, skill, reasons, intents, onto };
}

function plain(strategy: Strategy, act: DialogueAct, skill: SupportSkill, ...reasons: [Reason, ...Reason[]]): Choice {
  return { strategy, act, skill, reasons };
}

function answer(situation: Situation & { readonly signal: TextSignal }): Choice {
  const { signal, course, conversation, affect } = situation;
  if (signal.quality < LEAST_SURE) return plain('explore', 'ask-again', 'other', 'unclear-words');
  // A feeling that is told beside a greeting, a thank you or small talk is what the answer is about.
  const weighs = isHeavy(toldBy(signal, affect));
  switch (wantOf(signal.reading)) {
    case 'greeting':
      if (weighs) return support(situation);
      if (!conversation.greeted) return plain('attend', 'greet', 'other', 'greeted');
      return course.matter === null ? chat(situation, 'greeted') : support(situation);
    case 'farewell':
      return plain('attend', 'farewell', 'other', 'said-goodbye');
    case 'thanks':
      return weighs || isHeavy(seen(affect)) ? support(situation) : plain('attend', 'welcome-thanks', 'other', 'thanked');
    case 'help': {
      // Who is upset and asks for help is understood first.
      if (!weighs || course.explored > 0) return help(course);
      const first = support(situation);
      return { ...first, reasons: [...first.reasons, 'asked-for-help'] };
    }
    case 'about-agent':
      return plain('attend', 'explain-self', 'information', 'asked-about-agent');
    case 'repeat':
      return plain('attend', 'say-again', 'other', 'asked-to-repeat');
    case 'correction':
      return plain('attend', 'take-word', 'other', 'corrected');
    case 'small-talk':
      return weighs ? support(situation) : chat(situation, 'small-talk');
    case 'complaint':
      return complaint(situation);
    case 'refusal':
      return plain('attend', 'give-space', 'affirmation', 'refused');
    case 'yes':
      return agree(situation);
    case 'no':
      return declines(course) ? plain('attend', 'give-space', 'affirmation', 'declined') : support(situation);
    case 'feeling':
    case 'question':
    case 'statement':
      return support(situation);
  }
}

/** Talks lightly, and asks only in turn; of itself it tells rarely. */
function chat({ course, style }: Situation, reason: Reason): Choice {
  if (!course.refused && wantsToAsk(course, style)) return plain('attend', 'chat', 'question', reason);
  const skill = lately(course, 6, (move) => move.skill === 'self-disclosure') ? 'other' : 'self-disclosure';
  return plain('attend', 'chat', skill, reason, course.refused ? 'refused-before' : asksInARow(course) > 0 ? 'just-asked' : 'suits-player');
}

function agree(situation: Situation & { readonly signal: TextSignal }): Choice {
  const { course } = situation;
  const last = course.moves.at(-1);
  if (last?.skill === 'suggestion') return plain('act', 'encourage', 'affirmation', 'agreed', 'just-suggested');
  if (last?.act === 'keep-company') return chat(situation, 'agreed');
  if (last?.skill === 'question' && asksInARow(course) < 2) return plain('explore', 'ask-more', 'question', 'agreed');
  return course.matter === null ? listen(situation, 'agreed') : support(situation);
}

/** A no to an offer, to talking about what weighs on somebody, or once more; any other no is just an answer. */
function declines({ moves, matter, refused }: Course): boolean {
  const last = moves.at(-1);
  if (!last) return false;
  return refused || last.skill === 'suggestion' || last.act === 'check-in' || last.act === 'offer-help' || last.act === 'keep-company' || (last.skill === 'question' && matter !== null);
}

const NOD: Decision = { strategy: 'attend', skill: 'other', reasons: ['spoke'], intents: [{ kind: 'gesture', gesture: 'nod', strength: 0.6 }], onto: 'queue' };

type SpeechEnded = Extract<Occasion, { kind: 'speech-ended' }>;

function isTurn({ lasted }: SpeechEnded, { conversation }: Situation): boolean {
  return lasted >= SHORTEST_TURN && conversation.utterance === null;
}

/** The agent nods. Where nothing makes out the words, it says so honestly the first time. */
function acknowledgeVoice(occasion: SpeechEnded, situation: Situation): Decision | null {
  if (!isTurn(occasion, situation)) return null;
  if (!occasion.words && !situation.conversation.explainedHearing) return spoken(plain('attend', 'say-unheard', 'information', 'unheard-words'), situation.course, 'queue');
  return NOD;
}

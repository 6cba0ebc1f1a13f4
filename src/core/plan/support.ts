import type { AffectState } from '../affect/state.ts';
import { strongestNeed } from '../appraise/needs.ts';
import { wantOf } from '../appraise/wants.ts';
import type { TextSignal } from '../signals/text.ts';
import type { Unit } from '../units.ts';
import { asksInARow, type Course, lately } from './course.ts';
import type { DialogueAct, SupportSkill } from './dialogue-act.ts';
import type { Strategy } from './plan.ts';
import type { Reason } from './reasons.ts';
import type { Situation } from './situation.ts';
import { CLEAR, type HeavyNeed, seen, toldBy } from './told.ts';

/** What to say, as far as the core decides it. */
export interface Choice {
  readonly strategy: Strategy;
  readonly act: DialogueAct;
  readonly skill: SupportSkill;
  /** The most telling first; never empty. */
  readonly reasons: readonly [Reason, ...Reason[]];
}

const ANSWER: Readonly<Record<HeavyNeed, DialogueAct>> = { comfort: 'comfort', calm: 'calm', reassurance: 'reassure' };
const FROM_WORDS = { comfort: 'words-sad', calm: 'words-angry', reassurance: 'words-afraid' } as const;
const FROM_LOOKS = { comfort: 'seems-sad', calm: 'seems-angry', reassurance: 'seems-afraid' } as const;

/** A feeling this strong is comforted after less exploring. */
const HEAVY = 0.75;

/** Two feelings must both stand out this far in words to be named. */
const BOTH: Unit = 0.3;

/** Turns of exploring before comfort, one more or less as it suits the player, and between two suggestions. */
const UNDERSTOOD_AFTER = 2;
const BETWEEN_SUGGESTIONS = 3;

/** Two feelings are not named again within so many turns. */
const BETWEEN_NAMING = 6;

type Answering = Situation & { readonly signal: TextSignal };

/** Why it is thought that the player feels so: by their words, by their looks, or because they told it just before. */
function grounds({ signal, affect }: Answering, need: HeavyNeed): Reason {
  if (strongestNeed(signal.reading.emotions)?.need === need) return FROM_WORDS[need];
  if (wantOf(signal.reading) === 'complaint') return 'complained';
  return seen(affect) === need ? FROM_LOOKS[need] : 'still-about-it';
}

/**
 * Chooses how to answer a message that tells something, or asks.
 *
 * After Hill's model (2020) understanding comes first, then comfort, and something to do only when it was asked for or when the
 * feeling has eased; the skills are ESConv's (Liu et al. 2021). What is understood and done comes before any
 * feeling that the agent could claim.
 */
export function support(situation: Answering): Choice {
  const { signal, course, affect } = situation;
  const told = toldBy(signal, affect);
  if (course.refused && told === 'calm') return { strategy: 'attend', act: 'give-space', skill: 'affirmation', reasons: ['refused-before', 'words-angry'] };
  const both = mixed(situation);
  if (both && !lately(course, BETWEEN_NAMING, ({ act }) => act === 'name-both')) return { strategy: 'comfort', act: 'name-both', skill: 'reflection', reasons: ['mixed-feelings', both] };
  if (told === 'shared-joy') return joy(course, 'words-joyful');
  if (course.matter !== null) return eases(affect) ? ease(course, 'has-eased') : lighten(situation, course.matter, grounds(situation, course.matter));
  if (wantOf(signal.reading) === 'question') return { strategy: 'attend', act: 'answer', skill: 'information', reasons: ['asked-question'] };
  if (lately(course, 2, ({ act }) => act === 'note-ease')) return { strategy: 'act', act: 'encourage', skill: 'affirmation', reasons: ['has-eased'] };
  if (seen(affect) === 'shared-joy') return joy(course, 'seems-joyful');
  return listen(situation, affect.category === null ? 'nothing-stands-out' : 'spoke');
}

/** Whether words and looks, or words alone, clearly tell of two feelings; and which of them is the pleasant one. */
function mixed({ signal, appraisal, affect }: Answering): Reason | null {
  const { both = null, emotions: { happiness, sadness, anger, fear } } = signal.reading;
  if (both) return both.one === 'happiness' || both.other === 'happiness' ? 'words-joyful' : null;
  if (Math.min(happiness, Math.max(sadness, anger, fear)) > BOTH) return 'words-joyful';
  const { between } = affect.conflict;
  const words = strongestNeed(signal.reading.emotions);
  if (!between?.includes('text') || !words || words.strength < CLEAR || !appraisal.needs.some(({ need }) => need === 'acknowledgement')) return null;
  if (between[0] === 'text') return words.need === 'shared-joy' ? 'words-joyful' : null;
  return words.need === 'shared-joy' ? null : 'seems-joyful';
}

/** Only something that is seen or said is ease; a view that merely fades is none. */
function eases({ episode, trend, estimate }: AffectState): boolean {
  return trend.direction === 'rising' && estimate.valence.mean > 0 && (episode === null || episode.recovered !== null);
}

function ease(course: Course, ...reasons: [Reason, ...Reason[]]): Choice {
  return { strategy: 'act', act: 'note-ease', skill: asksInARow(course) === 0 && course.explored > 0 ? 'question' : 'reflection', reasons };
}

/** Joy after something heavy is first of all relief; any other is asked about, reflected, affirmed. */
function joy(course: Course, reason: Reason): Choice {
  if (course.matter !== null) return ease(course, 'has-eased', reason);
  const shared = course.moves.slice(-3).filter(({ act }) => act === 'share-joy').length;
  const skill = shared === 0 && asksInARow(course) < 2 ? 'question' : shared % 2 === 1 ? 'reflection' : 'affirmation';
  return { strategy: 'attend', act: 'share-joy', skill, reasons: asksInARow(course) > 0 && skill !== 'question' ? [reason, 'just-asked'] : [reason] };
}

/** How many questions in a row suit a player; three never do. */
export function wantsToAsk(course: Course, { asking }: Situation['style']): boolean {
  return asksInARow(course) < 1 + Math.round(asking);
}

/** Nothing stands out: the agent asks, and shows what it understood, in turn. */
export function listen({ course, style }: Pick<Situation, 'course' | 'style'>, reason: Reason): Choice {
  if (course.refused) return { strategy: 'attend', act: 'reflect', skill: 'restatement', reasons: ['refused-before', reason] };
  if (!wantsToAsk(course, style)) {
    const skill = lately(course, 2, (move) => move.skill === 'restatement') ? 'reflection' : 'restatement';
    return { strategy: 'explore', act: 'reflect', skill, reasons: [reason, asksInARow(course) > 0 ? 'just-asked' : 'suits-player'] };
  }
  return { strategy: 'explore', act: 'ask-more', skill: 'question', reasons: [reason] };
}

/** Answers what weighs on the player: first understand, then comfort, then perhaps a step. */
function lighten({ course, appraisal, affect, style }: Situation, need: HeavyNeed, why: Reason): Choice {
  const act = ANSWER[need];
  const { explored, comforted } = course;
  const worse = affect.trend.direction === 'falling';
  const strong = (appraisal.needs.find((each) => each.need === need)?.strength ?? 0) > HEAVY;
  const mayAsk = asksInARow(course) === 0;
  const enough = explored >= Math.max(1, UNDERSTOOD_AFTER + Math.round(style.asking) - (strong || worse ? 1 : 0));
  if (!enough) {
    const reasons: Choice['reasons'] = [why, 'not-yet-understood'];
    if (explored === 0) return { strategy: 'explore', act, skill: 'reflection', reasons };
    return mayAsk ? { strategy: 'explore', act, skill: 'question', reasons } : { strategy: 'explore', act: 'reflect', skill: 'restatement', reasons: [...reasons, 'just-asked'] };
  }
  const weight: Reason = worse ? 'getting-heavier' : strong ? 'weighs-heavily' : 'understood';
  // Comfort says what it sees in turn with what it understood, and leaves room to go on.
  if (comforted % 3 === 0) return { strategy: 'comfort', act, skill: 'affirmation', reasons: [why, weight] };
  if (comforted % 3 === 2 && mayAsk) return { strategy: 'comfort', act: 'ask-more', skill: 'question', reasons: [why, weight] };
  return { strategy: 'comfort', act: 'reflect', skill: 'reflection', reasons: [why, weight] };
}

/** Offers a step, unless one was offered just before: then it encourages. */
function suggest(course: Course, ...reasons: [Reason, ...Reason[]]): Choice {
  if (lately(course, BETWEEN_SUGGESTIONS, ({ skill }) => skill === 'suggestion')) {
    return { strategy: 'act', act: 'encourage', skill: 'affirmation', reasons: [...reasons, 'just-suggested'] };
  }
  return { strategy: 'act', act: 'suggest', skill: 'suggestion', reasons };
}

/** Help that was asked for is given; but first it is asked what it is about, once. */
export function help(course: Course): Choice {
  if (course.explored > 0) return suggest(course, 'asked-for-help', 'understood');
  if (lately(course, BETWEEN_SUGGESTIONS, ({ act }) => act === 'offer-help')) return suggest(course, 'asked-for-help', 'offered-before');
  return asksInARow(course) < 2 ? { strategy: 'act', act: 'offer-help', skill: 'question', reasons: ['asked-for-help'] } : suggest(course, 'asked-for-help', 'just-asked');
}

/** A complaint is acknowledged, asked about once, and then it is asked what would help. */
export function complaint(situation: Answering): Choice {
  const { course } = situation;
  if (course.matter !== 'calm' || course.explored < UNDERSTOOD_AFTER || asksInARow(course) > 1 || lately(course, 4, ({ act }) => act === 'offer-help')) return support(situation);
  return { strategy: 'act', act: 'offer-help', skill: 'question', reasons: ['complained', 'understood'] };
}

import { SAFETY_ACTS, type SafetyAct } from '../safety/lines.ts';

/** What a turn of the agent does, whatever its words. */
export const DIALOGUE_ACTS = [
  'greet', 'farewell', 'welcome-thanks', 'share-joy', 'comfort', 'calm', 'reassure', 'celebrate', 'encourage',
  'explain-self', 'take-word', 'offer-help', 'chat', 'ask-more', 'check-in', 'say-again', 'ask-again', 'say-unheard',
  /** Shows that it was understood, and asks nothing. */
  'reflect',
  /** Answers a question as far as it can, and says so where it can't. */
  'answer',
  /** Offers one small next step that can be declined. */
  'suggest',
  /** Names gently that two feelings are there at once, such as a smile over sad words. */
  'name-both',
  /** Takes a wish not to talk at its word, and asks nothing. */
  'give-space',
  /** Is there with somebody who is alone or bored, and offers light talk. */
  'keep-company',
  /** Says that it sounds lighter than before. */
  'note-ease',
  ...SAFETY_ACTS,
] as const;
/** What an utterance of the agent does, as one of {@link DIALOGUE_ACTS}; a dialogue provider finds the words for it. */
export type DialogueAct = (typeof DIALOGUE_ACTS)[number];

/**
 * How a turn helps: the support strategies of ESConv (Liu et al. 2021), after Hill's helping skills. Restatement says again
 * what was told, reflection names what it seems to feel like, affirmation sees what is good or understandable in it,
 * and other is everything that is no support, such as a greeting.
 */
export const SUPPORT_SKILLS = ['question', 'restatement', 'reflection', 'self-disclosure', 'affirmation', 'suggestion', 'information', 'other'] as const;
/** How a turn helps, as one of {@link SUPPORT_SKILLS}. */
export type SupportSkill = (typeof SUPPORT_SKILLS)[number];

/** The ways in which each act may be done; the first is the usual one. */
export const SKILLS_OF_ACT: Readonly<Record<DialogueAct, readonly [SupportSkill, ...SupportSkill[]]>> = {
  greet: ['other'],
  farewell: ['other'],
  'welcome-thanks': ['other'],
  'share-joy': ['question', 'reflection', 'affirmation'],
  comfort: ['reflection', 'question', 'affirmation'],
  calm: ['reflection', 'question', 'affirmation'],
  reassure: ['affirmation', 'reflection', 'question'],
  celebrate: ['affirmation'],
  encourage: ['affirmation', 'suggestion'],
  'explain-self': ['information'],
  'take-word': ['other'],
  'offer-help': ['question'],
  chat: ['question', 'self-disclosure', 'other'],
  'ask-more': ['question'],
  'check-in': ['question'],
  'say-again': ['other'],
  'ask-again': ['other'],
  'say-unheard': ['information'],
  reflect: ['restatement', 'reflection'],
  answer: ['information'],
  suggest: ['suggestion'],
  'name-both': ['reflection'],
  'give-space': ['affirmation'],
  'keep-company': ['self-disclosure', 'other'],
  'note-ease': ['reflection', 'question'],
  ...(Object.fromEntries(SAFETY_ACTS.map((act) => [act, [act === 'ask-safety' ? 'question' : 'information']])) as unknown as Readonly<Record<SafetyAct, readonly ['information' | 'question']>>),
};

/** Acts whose words people wrote, and which no language model is asked for: what the agent is, that it did not hear, and all that is said for safety. */
export const FIXED_ACTS: ReadonlySet<DialogueAct> = new Set<DialogueAct>(['explain-self', 'say-again', 'ask-again', 'say-unheard', ...SAFETY_ACTS]);

import { clamp, type SignedUnit, type Unit } from 'attune';

/** Whom one can talk to in the inn. */
export const PEOPLE = ['emil', 'mira'] as const;
export type Person = (typeof PEOPLE)[number];

/** What can be said to them, in the order in which it is offered. */
export const CHOICES = {
  emil: ['greet', 'box', 'work', 'advice', 'sorrow', 'give'],
  mira: ['greet', 'spring', 'road', 'reason', 'buy', 'offer', 'press', 'sorry'],
} as const;
export type ChoiceOf<Who extends Person> = `${Who}-${(typeof CHOICES)[Who][number]}`;
export type ChoiceId = ChoiceOf<'emil'> | ChoiceOf<'mira'>;

/** How things stand this evening. Never changed in place. */
export interface Evening {
  readonly facing: Person;
  readonly coins: number;
  /** How the merchant feels towards the player. */
  readonly rapport: SignedUnit;
  /** How many more refusals and hard words she bears. */
  readonly patience: number;
  /** What has been said. */
  readonly said: readonly ChoiceId[];
  readonly spring: 'wanted' | 'bought' | 'given';
  /** Whether her box is closed: for now, or until she has gone to bed. */
  readonly closed: 'open' | 'closed' | 'gone';
}

const PATIENCE = 3;
const SECOND_PATIENCE = 2;

export const BEGINNING: Evening = { facing: 'emil', coins: 12, rapport: 0, patience: PATIENCE, said: [], spring: 'wanted', closed: 'open' };

/** What carrying in the wood is worth, in coins. */
const WAGE = 4;
/** What the merchant lets herself be talked down by, in coins. */
const LEEWAY = 2;

/** How much each thing said warms the merchant, or cools her. */
const WARMTH: Partial<Readonly<Record<ChoiceId, SignedUnit>>> = { 'mira-greet': 0.1, 'mira-road': 0.3, 'mira-reason': 0.3, 'mira-offer': -0.1, 'mira-press': -0.3, 'mira-sorry': 0.3 };

/** What the spring costs now: the better she feels about the player, the less. */
export function priceOf({ rapport }: Evening): number {
  return clamp(Math.round(20 - 10 * rapport), 10, 26);
}

/** How the evening ended; null while it goes on. */
export function endingOf({ spring, closed }: Evening): 'played' | 'missed' | null {
  if (spring === 'given') return 'played';
  return closed === 'gone' && spring === 'wanted' ? 'missed' : null;
}

/** Whether something can be said now. */
export function isOpen(evening: Evening, choice: ChoiceId): boolean {
  const { coins, said, spring, closed } = evening;
  const heard = (id: ChoiceId): boolean => said.includes(id);
  const trading = closed === 'open' && spring === 'wanted' && heard('mira-spring');
  switch (choice) {
    case 'emil-greet':
    case 'emil-box':
    case 'emil-work':
      return !heard(choice);
    case 'emil-advice':
      return !heard(choice) && heard('mira-greet');
    case 'emil-sorrow':
      return !heard(choice) && closed === 'closed';
    case 'emil-give':
      return spring === 'bought';
    case 'mira-greet':
    case 'mira-road':
      return !heard(choice) && closed === 'open';
    case 'mira-spring':
      return !heard(choice) && closed === 'open' && heard('emil-box');
    case 'mira-reason':
      return !heard(choice) && trading;
    case 'mira-buy':
      return trading && coins >= priceOf(evening);
    case 'mira-offer':
      return trading && coins < priceOf(evening);
    case 'mira-press':
      return trading;
    case 'mira-sorry':
      return !heard(choice) && closed !== 'gone' && (closed === 'closed' || heard('mira-press'));
  }
}

/** What can be said now to whom the player faces. */
export function openChoices(evening: Evening): readonly ChoiceId[] {
  if (endingOf(evening)) return [];
  const { facing } = evening;
  return CHOICES[facing].map((name) => `${facing}-${name}` as ChoiceId).filter((choice) => isOpen(evening, choice));
}

/** What becomes of the evening when something is said, and what is answered. Something that can't be said now changes nothing. */
export function say(evening: Evening, choice: ChoiceId): { readonly evening: Evening; readonly answer: Answer | null } {
  if (!isOpen(evening, choice)) return { evening, answer: null };
  const after: Evening = { ...evening, said: [...evening.said, choice], rapport: warmer(evening.rapport, WARMTH[choice] ?? 0) };
  switch (choice) {
    case 'emil-work':
      return { evening: { ...after, coins: after.coins + WAGE }, answer: choice };
    case 'emil-give':
      return { evening: { ...after, spring: 'given' }, answer: choice };
    case 'mira-buy':
      return { evening: { ...after, coins: evening.coins - priceOf(evening), spring: 'bought' }, answer: choice };
    case 'mira-offer':
      if (evening.coins >= priceOf(evening) - LEEWAY) return { evening: { ...after, rapport: evening.rapport, coins: 0, spring: 'bought' }, answer: 'mira-agrees' };
      return tire(after, choice);
    case 'mira-press':
      return tire(after, choice);
    case 'mira-sorry':
      return { evening: { ...after, closed: 'open', patience: Math.max(after.patience, SECOND_PATIENCE) }, answer: choice };
    default:
      return { evening: after, answer: choice };
  }
}

/** What is answered: mostly to each thing said something of its own. */
export type Answer = ChoiceId | 'mira-agrees' | 'mira-closes' | 'mira-leaves';

/** Once she closes her box, and may be asked for pardon; the second time she goes to bed. */
function tire(after: Evening, choice: ChoiceId): { readonly evening: Evening; readonly answer: Answer } {
  const patience = after.patience - 1;
  if (patience > 0) return { evening: { ...after, patience }, answer: choice };
  const gone = after.said.includes('mira-sorry');
  return { evening: { ...after, patience: 0, closed: gone ? 'gone' : 'closed' }, answer: gone ? 'mira-leaves' : 'mira-closes' };
}

/** Kind looks and a warm voice bring her so much nearer in a second. */
const SEEN_PER_SECOND = 0.02;
/** Kind words of the player's own weigh so much, at the most. */
const READ = 0.2;

/**
 * How the player seems, while they face the merchant.
 *
 * @param valence how pleased they appear to be
 * @param certainty how sure that is; nothing where nobody looks or listens
 */
export function seem(evening: Evening, valence: SignedUnit, certainty: Unit, seconds: number): Evening {
  return evening.facing === 'mira' && evening.closed === 'open' ? { ...evening, rapport: warmer(evening.rapport, SEEN_PER_SECOND * valence * certainty * seconds) } : evening;
}

/** Words of the player's own to the merchant, by how pleased and kind they come across. */
export function hear(evening: Evening, valence: SignedUnit): Evening {
  return evening.facing === 'mira' && evening.closed === 'open' ? { ...evening, rapport: warmer(evening.rapport, READ * valence) } : evening;
}

const warmer = (rapport: SignedUnit, by: number): SignedUnit => clamp(rapport + by, -1, 1);

import { random } from 'attune';
import type { Answers } from 'attune/record';

/**
 * The Perceived Empathy of Technology Scale, word for word: M. Schmidmaier, J. Rupp, D. Cvetanova and S. Mayer, CHI 2024,
 * doi:10.1145/3613904.3642035, under Creative Commons Attribution (CC BY), as its authors say on
 * http://www.perceived-empathy-of-technology-scale.com. It was validated in these English words: they are neither translated nor changed.
 */
export const PETS_ITEMS = {
  E1: 'The system considered my mental state.',
  E2: 'The system seemed emotionally intelligent.',
  E3: 'The system expressed emotions.',
  E4: 'The system sympathized with me.',
  E5: 'The system showed interest in me.',
  E6: 'The system supported me in coping with an emotional situation.',
  U1: 'The system understood my goals.',
  U2: 'The system understood my needs.',
  U3: 'I trusted the system.',
  U4: 'The system understood my intentions.',
} as const;
export type PetsItem = keyof typeof PETS_ITEMS;

/** The ends of its scale, 0 and 100. */
export const PETS_POLES = { least: 'strongly disagree', most: 'strongly agree' } as const;

/** Its two factors. */
const FACTORS = {
  'emotional-responsiveness': ['E1', 'E2', 'E3', 'E4', 'E5', 'E6'],
  'understanding-and-trust': ['U1', 'U2', 'U3', 'U4'],
} as const satisfies Readonly<Record<string, readonly PetsItem[]>>;

export type PetsAnswers = Readonly<Partial<Record<PetsItem, number>>>;

/** The items in an order of chance, as its authors ask for; the same seed gives the same order. */
export function petsOrder(seed: number): readonly PetsItem[] {
  const order = Object.keys(PETS_ITEMS) as PetsItem[];
  let state = seed >>> 0;
  for (let i = order.length - 1; i > 0; i -= 1) {
    const [drawn, next] = random(state);
    state = next;
    const other = Math.floor(drawn * (i + 1));
    [order[i], order[other]] = [order[other]!, order[i]!];
  }
  return order;
}

/** Each factor as the mean of its items, 0 to 100; null where one of them was not answered. */
export function scorePets(answers: PetsAnswers): Answers {
  const score = (items: readonly PetsItem[]): number | null => {
    const given = items.flatMap((item) => answers[item] ?? []);
    return given.length === items.length ? given.reduce((sum, each) => sum + each, 0) / given.length : null;
  };
  return {
    items: Object.fromEntries(Object.keys(PETS_ITEMS).map((item) => [item, answers[item as PetsItem] ?? null])),
    scores: Object.fromEntries(Object.entries(FACTORS).map(([factor, items]) => [factor, score(items)])),
  };
}

import { type Character, DEFAULT_CHARACTER, FEELINGS, random } from 'attune';

/**
 * How a character takes part in what players feel, for studies that compare ways of doing so:
 *
 * - `neutral`: it listens and answers, and shows nothing of what it feels with the player
 * - `mirroring`: joy is mirrored in full, and sorrow and fear for the player are shown openly; anger is never mirrored
 * - `complementary`: what the player lacks is brought: calm to anger, warmth and quiet to fear, composed concern to sorrow
 */
export const CONDITIONS = ['neutral', 'mirroring', 'complementary'] as const;
export type Condition = (typeof CONDITIONS)[number];

/** Which condition a seed is given; in the long run each as often as the others. */
export function conditionOf(seed: number): Condition {
  const [drawn] = random(seed >>> 0);
  return CONDITIONS[Math.floor(drawn * CONDITIONS.length)]!;
}

/** A character in a condition: the same one in all but how it takes part. */
export function underCondition(condition: Condition, character: Partial<Character>): Character {
  const who: Character = { ...DEFAULT_CHARACTER, ...character };
  switch (condition) {
    case 'neutral':
      return {
        ...who, empathy: { joy: 0, concern: 0, calm: 0, reassurance: 0 }, warmth: 0, humour: 0,
        display: Object.fromEntries(FEELINGS.map((feeling) => [feeling, { rule: 'dampen', amount: 1 }])) as unknown as Character['display'],
      };
    case 'mirroring':
      return {
        ...who, empathy: { joy: 1, concern: 1, calm: 0, reassurance: 0 },
        display: { ...who.display, 'happy-for': { rule: 'share', amount: 1 }, 'sorry-for': { rule: 'share', amount: 1 }, 'fear-for': { rule: 'share', amount: 1 } },
      };
    case 'complementary':
      return {
        ...who, empathy: { joy: 0.5, concern: 0.6, calm: 1, reassurance: 1 },
        display: { ...who.display, 'sorry-for': { rule: 'dampen', amount: 0.5 }, 'fear-for': { rule: 'mask', amount: 1 } },
      };
  }
}

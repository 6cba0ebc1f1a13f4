import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { beginNight, FIELD, type Happening, NEEDED, type Night, paceOf, SPARE, stepNight } from '../../../../scenes/game-three/rules/night.ts';

const share = fc.double({ min: 0, max: 1, noNaN: true });

/** Plays a night with some way of choosing where the jar goes. */
function play(difficulty: number, chances: () => number, wish: (night: Night) => number): { readonly night: Night; readonly happened: readonly Happening[]; readonly seconds: number } {
  let night = beginNight(1);
  const happened: Happening[] = [];
  let seconds = 0;
  for (; night.stage === 'falling' && seconds < 600; seconds += 1 / 30) {
    const [next, news] = stepNight(night, wish(night), paceOf(difficulty), 1 / 30, chances);
    night = next;
    happened.push(...news);
  }
  return { night, happened, seconds };
}

/** Numbers that look like chance. */
function chancesFrom(seed: number): () => number {
  let state = seed;
  return () => (state = (state * 16_807 + 7) % 2_147_483_647) / 2_147_483_647;
}

const lowestLight = ({ falling, jar }: Night): number => falling.filter(({ kind, y }) => kind === 'light' && y > FIELD.jar).sort((a, b) => a.y - b.y)[0]?.x ?? jar;

describe('a night', () => {
  it('ends, with what was caught and missed as it was told, and never both won and lost', () => {
    fc.assert(fc.property(share, fc.integer({ min: 1, max: 1e9 }), (difficulty, seed) => {
      const chances = chancesFrom(seed);
      const { night, happened } = play(difficulty, chances, () => FIELD.left + 2 * chances());
      const count = (...kinds: readonly Happening['what'][]): number => happened.filter(({ what }) => kinds.includes(what)).length;
      expect(night.caught).toBe(count('caught'));
      expect(night.missed).toBe(count('missed', 'burr'));
      expect(count('won', 'lost')).toBe(1);
      expect(night.stage).toBe(night.caught >= NEEDED ? 'won' : 'lost');
      expect(night.missed > SPARE).toBe(night.stage === 'lost');
    }), { numRuns: 60 });
  });

  it('can be won where it is easy by whoever goes where the light is, and is lost by whoever stands still', () => {
    fc.assert(fc.property(fc.integer({ min: 1, max: 1e9 }), (seed) => {
      expect(play(0.1, chancesFrom(seed), lowestLight).night.stage).toBe('won');
      expect(play(0.6, chancesFrom(seed), () => FIELD.left).night.stage).toBe('lost');
    }), { numRuns: 30 });
  });

  it('is over sooner the harder it is', () => {
    expect(play(1, chancesFrom(5), () => FIELD.left).seconds).toBeLessThan(play(0, chancesFrom(5), () => FIELD.left).seconds / 2);
  });

  it('keeps the jar in the field, however far the player points', () => {
    fc.assert(fc.property(fc.double({ min: -100, max: 100, noNaN: true }), (wish) => {
      const { night } = play(0.5, chancesFrom(3), () => wish);
      expect(night.jar).toBeGreaterThanOrEqual(FIELD.left);
      expect(night.jar).toBeLessThanOrEqual(FIELD.right);
    }));
  });
});

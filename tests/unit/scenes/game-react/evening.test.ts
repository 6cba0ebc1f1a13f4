import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BEGINNING, CHOICES, type ChoiceId, endingOf, type Evening, hear, openChoices, PEOPLE, type Person, priceOf, say, seem } from '../../../../scenes/game-react/story/evening.ts';

const ALL = PEOPLE.flatMap((person) => CHOICES[person].map((name) => `${person}-${name}` as ChoiceId));

const turn = (evening: Evening, facing: Person): Evening => ({ ...evening, facing });

/** Says one thing after another, turning to whom it is for; each must be open. */
function play(choices: readonly ChoiceId[], from: Evening = BEGINNING): Evening {
  let evening = from;
  for (const choice of choices) {
    const facing = PEOPLE.find((person) => choice.startsWith(person))!;
    const turned = turn(evening, facing);
    expect(openChoices(turned)).toContain(choice);
    ({ evening } = say(turned, choice));
  }
  return evening;
}

const FRIENDLY: readonly ChoiceId[] = ['emil-greet', 'emil-box', 'mira-greet', 'mira-road', 'mira-spring', 'mira-reason'];

describe('an evening at the inn', () => {
  it('always ends, whatever is said, and never owes a coin', () => {
    fc.assert(fc.property(fc.array(fc.nat(99), { minLength: 60, maxLength: 60 }), (picks) => {
      let evening = BEGINNING;
      for (const pick of picks) {
        const open = PEOPLE.flatMap((facing) => openChoices({ ...evening, facing }).map((choice) => ({ facing, choice })));
        // There is something to say until it has ended.
        expect(open.length === 0).toBe(endingOf(evening) !== null);
        if (open.length === 0) break;
        const { facing, choice } = open[pick % open.length]!;
        const { evening: next, answer } = say({ ...evening, facing }, choice);
        expect(answer).not.toBeNull();
        evening = next;
        expect(evening.coins).toBeGreaterThanOrEqual(0);
        expect(Math.abs(evening.rapport)).toBeLessThanOrEqual(1);
        expect(priceOf(evening)).toBeGreaterThanOrEqual(10);
      }
      expect(endingOf(evening)).not.toBeNull();
    }));
  });

  it('lets nothing happen that is not open', () => {
    for (const choice of ALL) {
      if (PEOPLE.some((facing) => openChoices({ ...BEGINNING, facing }).includes(choice))) continue;
      expect(say(BEGINNING, choice)).toEqual({ evening: BEGINNING, answer: null });
    }
  });

  it('can be won by kindness and a little work, without any sense', () => {
    const friendly = play(FRIENDLY);
    expect(priceOf(friendly)).toBe(13);
    const won = play(['emil-work', 'mira-buy', 'emil-give'], friendly);
    expect(won.coins).toBe(3);
    expect(endingOf(won)).toBe('played');
  });

  it('is dearer for who looks displeased, and cheaper for who smiles, as far as that is sure', () => {
    const facing = { ...play(FRIENDLY), facing: 'mira' } as const;
    expect(priceOf(seem(facing, 0.8, 0.9, 10))).toBe(12);
    expect(priceOf(seem(facing, -0.8, 0.9, 20))).toBeGreaterThan(13);
    expect(seem(facing, 0.8, 0, 10)).toEqual(facing);
    expect(seem({ ...facing, facing: 'emil' }, 0.8, 0.9, 10).rapport).toBe(facing.rapport);
    expect(hear(facing, 0.9).rapport).toBeGreaterThan(facing.rapport);
  });

  it('is lost by hard words, and saved once by an apology', () => {
    const closed = play(['emil-box', 'mira-spring', 'mira-press', 'mira-press', 'mira-press']);
    expect(closed.closed).toBe('closed');
    expect(openChoices({ ...closed, facing: 'mira' })).toEqual(['mira-sorry']);
    const again = play(['mira-sorry'], closed);
    expect(again.closed).toBe('open');
    const gone = play(['mira-offer', 'mira-press'], again);
    expect(gone.closed).toBe('gone');
    expect(endingOf(gone)).toBe('missed');
  });
});

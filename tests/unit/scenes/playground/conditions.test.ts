import { createAgent, DEFAULT_CHARACTER, parseCharacter } from 'attune';
import { parseLog } from 'attune/record';
import { createManualClock } from 'attune/testing';
import { describe, expect, it } from 'vitest';
import { CONDITIONS, conditionOf, underCondition } from '../../../../scenes/playground/study/conditions.ts';
import { withStudy } from '../../../../scenes/playground/session-log.ts';

describe('the conditions of a study', () => {
  it('are given by the seed alone, each about as often', () => {
    const counts = new Map(CONDITIONS.map((condition) => [condition, 0]));
    for (let seed = 0; seed < 3000; seed += 1) {
      const condition = conditionOf(seed);
      expect(conditionOf(seed)).toBe(condition);
      counts.set(condition, counts.get(condition)! + 1);
    }
    for (const count of counts.values()) expect(count).toBeGreaterThan(900);
  });

  it.each(CONDITIONS)('%s is a character that an agent takes, with all that is not about empathy left as it was', (condition) => {
    const character = underCondition(condition, { name: 'Emil', verbosity: 0.3 });
    expect(parseCharacter(character)).toEqual(character);
    expect(character).toMatchObject({ name: 'Emil', verbosity: 0.3, traits: DEFAULT_CHARACTER.traits });
  });

  it('differ in what is shown of sorrow for the player', () => {
    const shown = (condition: (typeof CONDITIONS)[number]) => {
      const { rule, amount } = underCondition(condition, {}).display['sorry-for'];
      return rule === 'share' ? amount : 1 - amount;
    };
    expect(shown('neutral')).toBe(0);
    expect(shown('mirroring')).toBe(1);
    expect(shown('complementary')).toBeCloseTo(0.5);
  });

  it('are told by the header of a log, which can still be read', () => {
    const lines: string[] = [];
    createAgent({ clock: createManualClock(), character: underCondition('mirroring', {}), record: (line) => lines.push(line) });
    const header = withStudy(lines[0]!, { condition: 'mirroring', answers: {} });
    expect(JSON.parse(header)).toMatchObject({ study: { condition: 'mirroring' } });
    expect(parseLog(header).study).toEqual({ condition: 'mirroring', answers: {} });
    expect(parseLog(header).settings).toEqual(parseLog(lines[0]!).settings);
    expect(parseLog(header).settings.character.empathy.joy).toBe(1);
  });
});

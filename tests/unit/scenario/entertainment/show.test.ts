import { direct, type Direction, expectRight, judgeAnswer, readShow, showDirector, type Situation, targetAt, USUAL_ABILITY } from 'attune/scenario';
import { describe, expect, it } from 'vitest';
import { loadBoundaryNet } from '../../../../models/boundaries/listen.ts';
import { loadSafetyNet } from '../../../../models/safety/listen.ts';
import { createBoundaryHead } from '../../../../src/browser/text/boundaries/boundary-head.ts';
import { createDangerHead } from '../../../../src/browser/text/danger/danger-head.ts';
import { heedReader, screenWords } from '../../../../src/core/safety/screen-words.ts';
import { pack, show } from './show.ts';

const LANGUAGES = ['en', 'zh'] as const;
const USUAL: Situation = { target: 0, looks: null, lift: 0, wish: 0, heavy: false, slow: false, feelings: true };
const byId = new Map(show.scenes.map((scene) => [scene.id, scene]));
/** Directions from calm to lively, with and without dread. */
const DIRECTIONS: readonly Direction[] = [0, 0.6].flatMap((dread) => Array.from({ length: 21 }, (_, at) => ({ ...direct({ ...USUAL, target: -1 + at / 10 }), dread })));

type Loose = { scenes: Record<string, unknown>[]; questions: Record<string, unknown>[]; curve: Record<string, unknown>[] } & Record<string, unknown>;
const faultsOf = (change: (more: Loose) => void): string => {
  const copy = structuredClone(pack.more) as Loose;
  change(copy);
  return readShow(copy, LANGUAGES).faults.map(({ path, fault }) => `${path.join('.')}: ${fault}`).join('\n');
};

describe('the story', () => {
  it('has 24 scenes or more, four endings or more, and three kinds of tension', () => {
    expect(show.scenes.length).toBeGreaterThanOrEqual(24);
    expect(show.scenes.filter(({ ending }) => ending).length).toBeGreaterThanOrEqual(4);
    for (const kind of ['humour', 'menace', 'wonder'] as const) expect(show.scenes.filter((scene) => scene[kind] > 0.5).length).toBeGreaterThan(3);
  });

  it('leads from every scene to an ending, by any choice', () => {
    const ends = new Set(show.scenes.filter(({ ending }) => ending).map(({ id }) => id));
    for (let round = 0; round < show.scenes.length; round += 1) for (const { id, choices } of show.scenes) if (choices.length > 0 && choices.every(({ to }) => to.every((target) => ends.has(target)))) ends.add(id);
    expect([...ends].toSorted()).toEqual(show.scenes.map(({ id }) => id).toSorted());
  });

  it('can come to every scene as the director chooses, not only as the file allows', () => {
    const reached = new Set([show.begins]);
    for (const id of reached) {
      for (const { to } of byId.get(id)!.choices) for (const direction of DIRECTIONS) reached.add(showDirector.scene(to.map((target) => byId.get(target)!), direction, []).id);
    }
    expect([...reached].toSorted()).toEqual(show.scenes.map(({ id }) => id).toSorted());
  });

  it('tells its choices apart by what people say', () => {
    for (const { choices } of show.scenes) {
      for (const language of LANGUAGES) expect(new Set(choices.map(({ says }) => says[language])).size).toBe(choices.length);
    }
  });
});

describe('what the page offers to say', () => {
  it.each(LANGUAGES)('is taken for no danger and no boundary, by the rules nor by the learnt readers (%s)', (language) => {
    const [head, boundaries] = [createDangerHead(loadSafetyNet()), createBoundaryHead(loadBoundaryNet())];
    const { lines, intents } = pack.content[language]!;
    const offered = [...show.scenes.flatMap(({ choices }) => choices.map(({ says }) => says[language]!)), ...Object.entries(lines).flatMap(([name, says]) => (name.startsWith('say-') ? says : [])), ...intents.map(({ examples }) => examples[0]!)];
    expect(offered.length).toBeGreaterThan(70);
    expect(offered.filter((text) => heedReader(screenWords(text), head.read(text, language, null).heard, boundaries.read(text, language, null).heard) !== null)).toEqual([]);
  });
});

describe('a show with a mistake is refused, naming the field:', () => {
  it.each<[string, (more: Loose) => void, RegExp]>([
    ['a dead end', (more) => void (more.scenes[3]!['choices'] = []), /scenes\.3: "ledger" is no ending and has no choices/],
    ['a circle', (more) => void ((more.scenes[3]!['choices'] as { to: string[] }[])[0]!.to = ['office']), /comes round again/],
    ['a scene that nobody can come to', (more) => void ((more.scenes.find(({ id }) => id === 'ring-out')!['choices'] as { to: string[] }[])[0]!.to = ['boat-calm']), /no way leads to "parade"/],
    ['a choice to nowhere', (more) => void ((more.scenes[0]!['choices'] as { to: string[] }[])[0]!.to = ['moon']), /scenes\.0\.choices\.0\.to: expected a scene, but there is none called "moon"/],
    ['a way that is eerie throughout', (more) => void ((more.scenes[0]!['choices'] as { to: string[] }[])[1]!.to = ['street-fog']), /leads to eerie scenes alone/],
    ['a text in one language', (more) => void (more.questions[0]!['asks'] = { en: 'How many?' }), /questions\.0\.asks: lacks "zh"/],
    ['a topic of no name', (more) => void (more.questions[0]!['topic'] = 'weather'), /questions\.0\.topic: expected one of everyday/],
    ['a level of six', (more) => void (more.questions[0]!['level'] = 6), /questions\.0\.level: expected a level from 1 to 5/],
    ['a curve beyond the scale', (more) => void (more.curve[0]!['to'] = 2), /curve\.0\.to: expected a number from -1 to 1/],
  ])('%s', (_, change, fault) => {
    expect(faultsOf(change)).toMatch(fault);
  });
});

describe('the curve', () => {
  it('goes from part to part, and begins anew after the evening', () => {
    const { curve } = show;
    expect(targetAt(curve, 0)).toBe(curve[0]!.from);
    const beats = curve.reduce((sum, part) => sum + part.beats, 0);
    expect(targetAt(curve, beats - 1)).toBeCloseTo(curve.at(-1)!.to);
    expect(targetAt(curve, beats)).toBe(curve[0]!.from);
    const values = Array.from({ length: beats }, (_, beat) => targetAt(curve, beat));
    expect(Math.max(...values) - Math.min(...values)).toBeGreaterThan(0.5);
  });
});

describe('the questions', () => {
  it('are 80 or more, of five levels and several topics', () => {
    expect(show.questions.length).toBeGreaterThanOrEqual(80);
    for (const level of [1, 2, 3, 4, 5]) expect(show.questions.filter((question) => question.level === level).length).toBeGreaterThanOrEqual(12);
    expect(new Set(show.questions.map(({ topic }) => topic)).size).toBeGreaterThanOrEqual(6);
    for (const language of LANGUAGES) expect(new Set(show.questions.map(({ asks }) => asks[language])).size).toBe(show.questions.length);
  });

  it('are easier the lower their level', () => {
    for (const level of [1, 2, 3, 4] as const) expect(expectRight(USUAL_ABILITY, level)).toBeGreaterThan(expectRight(USUAL_ABILITY, (level + 1) as 2));
  });

  it.each(LANGUAGES)('can all be answered by each of their answers, alone and in a sentence (%s)', (language) => {
    for (const question of show.questions) {
      for (const answer of question.answers[language]!) {
        for (const said of language === 'zh' ? [answer, `我觉得是${answer}。`, `${answer}吧`] : [answer, answer.toUpperCase(), `I think it's ${answer}.`]) expect(judgeAnswer(question, said, language), `${question.id}: ${said}`).toBe('right');
      }
    }
  });

  it.each(LANGUAGES)('take no answer of another question of theirs for right (%s)', (language) => {
    for (const question of show.questions) {
      const own = question.answers[language]!.map((each) => each.toLowerCase());
      for (const other of show.questions) {
        const theirs = other.answers[language]!;
        // Six is the answer to more than one question, and Mercury a planet and a metal.
        if (theirs.some((each) => own.some((one) => one.includes(each.toLowerCase()) || each.toLowerCase().includes(one)))) continue;
        for (const answer of theirs) expect(judgeAnswer(question, answer, language), `${question.id} takes ${answer}`).not.toBe('right');
      }
    }
  });

  it.each([
    ['jupitr', 'right'], ['Juptier', 'right'], ['it must be jupiter, i think', 'right'], ['Saturn', 'wrong'], ['not Jupiter', 'wrong'], ['Jupiter or Saturn', 'wrong'], ['juppitter', 'near'],
    ['what do you mean by that?', null], ['well my sister has a telescope and she looks at the sky every single night', null], ['', null],
  ] as const)('judge "%s" by Jupiter as %s', (said, verdict) => {
    expect(judgeAnswer({ answers: { en: ['jupiter'] } }, said, 'en')).toBe(verdict);
  });

  it.each([['eight', '8', 'right'], ['I would say 8', '8', 'right'], ['八条', '8', 'right'], ['8 or 6', '8', 'wrong'], ['seven', '8', 'wrong'], ['801', '8', 'wrong'], ['thirty-eight', '8', 'wrong'], ['8 legs', '8', 'right'], ['about eight, I think', '8', 'right']] as const)('judge "%s" by the number %s as %s', (said, is, verdict) => {
    expect(judgeAnswer({ answers: { en: [is] } }, said, 'en')).toBe(verdict);
  });

  it('does not take for a misspelling what is an answer of its own', () => {
    const brasilia = show.questions.find(({ answers }) => answers.en!.includes('brasilia'))!;
    expect(judgeAnswer(brasilia, 'Brasília', 'en')).toBe('right');
    expect(judgeAnswer(brasilia, 'Brasillia', 'en')).toBe('right');
    expect(judgeAnswer(brasilia, 'Brazil', 'en')).toBe('wrong');
    expect(judgeAnswer(show.questions.find(({ answers }) => answers.zh!.includes('柴可夫斯基'))!, '柴可夫司基', 'zh')).toBe('right');
    expect(judgeAnswer(show.questions.find(({ answers }) => answers.zh!.includes('东京'))!, '北京', 'zh')).toBe('wrong');
  });
});

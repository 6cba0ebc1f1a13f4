import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fitPolicy, parsePack, readPack, servicePolicy } from 'attune/scenario';
import { describe, expect, it } from 'vitest';
import { ROOT } from '../../../scripts/run.ts';
import { checkScenario } from '../../../src/cli/scenario/check-scenario.ts';
import file from '../../../scenarios/service/scenario.json';
import { temporaryFolder } from '../../assets/temporary-folder.ts';

type Loose = { content: { en: { intents: Record<string, unknown>[]; knowledge: Record<string, unknown>[]; lines: Record<string, unknown> } }; measures: { id: string }[] } & Record<string, unknown>;
const broken = (change: (pack: Loose) => void): unknown => {
  const copy = structuredClone(file) as unknown as Loose;
  change(copy);
  return copy;
};

describe('a scenario file', () => {
  it('is read, and what it leaves out is filled in', () => {
    const pack = parsePack(file);
    expect(pack.character.empathy).toBeDefined();
    expect(fitPolicy(pack, servicePolicy)).toEqual([]);
  });

  it.each<[string, (pack: Loose) => void, RegExp]>([
    ['a doubled id', (pack) => void (pack.content.en.intents[1]!['id'] = 'where-is-parcel'), /content\.en\.intents\.1\.id: "where-is-parcel" is the id of entry 0 already/],
    ['empty knowledge', (pack) => void (pack.content.en.knowledge = []), /content\.en\.knowledge: expected at least one entry/],
    ['an answer that is missing', (pack) => void (pack.content.en.intents[0]!['answer'] = 'nowhere'), /intents\.0\.answer: expected an entry of knowledge, but there is none called "nowhere"/],
    ['a field of no meaning', (pack) => void (pack['colour'] = 'red'), /colour: there is no such field/],
    ['one example', (pack) => void (pack.content.en.intents[0]!['examples'] = ['Where?']), /intents\.0\.examples: expected at least two examples/],
    ['a slot that nothing fills', (pack) => void (pack.content.en.knowledge[1]!['says'] = ['For {nobody}.']), /knowledge\.1\.says\.0: uses \{nobody\}, which no slot fills/],
    ['an example of two intents', (pack) => (pack.content.en.intents[1]!['examples'] as string[]).push('where is my parcel?'), /is an example of "where-is-parcel" already/],
    ['a list', () => {}, /the whole file: expected/],
  ])('with %s is refused, naming the field', (name, change, message) => {
    expect(() => parsePack(name === 'a list' ? [] : broken(change))).toThrow(message);
  });

  it('without a line or a measure of its policy does not fit it', () => {
    const { pack } = readPack(broken((each) => {
      delete each.content.en.lines['clarify'];
      each.measures = each.measures.filter(({ id }) => id !== 'stars');
    }));
    expect(fitPolicy(pack!, servicePolicy).map(({ fault }) => fault)).toEqual(['lacks "stars", which the policy "service" counts', 'lacks "clarify", which the policy "service" says']);
  });
});

describe('attune check-scenario', () => {
  it('finds what ships right, and what attune new writes', async () => {
    expect((await checkScenario(join(ROOT, 'scenarios/service'))).faults).toEqual([]);
    expect((await checkScenario(join(ROOT, 'starters/scenario'))).faults).toEqual([]);
  });

  it('tells faults by line: of form, of style, and of JSON', async () => {
    const folder = temporaryFolder();
    cpSync(join(ROOT, 'starters/scenario'), folder, { recursive: true });
    const path = join(folder, 'scenario.json');
    const text = readFileSync(path, 'utf8');
    const line = text.slice(0, text.indexOf('"opening hours"')).split('\n').length;
    writeFileSync(path, text.replace('"opening hours"', '7'));
    expect((await checkScenario(folder)).faults).toEqual([`${path}:${line}: content.en.intents.0.title: expected some text, but got 7`]);
    writeFileSync(path, text.replace('That sounds tiresome.', 'I promise it works!'));
    expect((await checkScenario(folder)).faults.join('\n')).toMatch(/"promise" with "I promise"[\s\S]*no exclamation mark/);
    writeFileSync(path, text.replace('./policy.js', './other.js'));
    expect((await checkScenario(folder)).faults).toEqual([expect.stringMatching(/:5: policy: expected a module .*other\.js, but there is none/)]);
    writeFileSync(path, text.slice(0, 80));
    expect((await checkScenario(folder)).faults).toEqual([expect.stringMatching(/expected JSON/)]);
  });
});

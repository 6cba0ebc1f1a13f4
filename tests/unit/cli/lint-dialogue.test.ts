import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { runCli } from '../../../src/cli/run-cli.ts';
import { temporaryFolder } from '../../assets/temporary-folder.ts';

let told: string[];

beforeEach(() => {
  told = [];
  vi.spyOn(console, 'error').mockImplementation((text: string) => void told.push(text));
  vi.spyOn(console, 'log').mockImplementation((text: string) => void told.push(text));
});

afterEach(() => {
  vi.restoreAllMocks();
});

function file(text: string): string {
  const path = join(temporaryFolder(), 'lines.json');
  writeFileSync(path, text);
  return path;
}

describe('attune lint-dialogue', () => {
  it('has nothing to say of content that is right, which may use what ships', async () => {
    expect(await runCli(['lint-dialogue', file(JSON.stringify({ language: 'en', rules: [{ hears: 'my <pet> is ill', says: ['I\'m sorry about {petName}.'] }] }))])).toBe(0);
    expect(told).toEqual([]);
  });

  it('names the file, the place and the fault of lines that break the rules', async () => {
    const path = file(JSON.stringify({ language: 'en', rules: [{ says: ['You are sad!'] }] }));
    expect(await runCli(['lint-dialogue', path])).toBe(1);
    expect(told.join('\n')).toContain(`${path}: rules.0.says.0: breaks the rule "told-feeling"`);
  });

  it.each([
    ['a field is unknown', '{"language":"en","lines":[]}', 'lines'],
    ['a pattern is none', '{"language":"en","rules":[{"hears":"(","says":["Hm."]}]}', 'pattern'],
    ['it is no JSON', '{', 'JSON'],
  ])('fails where %s', async (_, text, words) => {
    expect(await runCli(['lint-dialogue', file(text)])).toBe(1);
    expect(told.join('\n')).toContain(words);
  });

  it('asks for files that are there', async () => {
    expect(await runCli(['lint-dialogue'])).toBe(2);
    expect(await runCli(['lint-dialogue', join(temporaryFolder(), 'none.json')])).toBe(2);
  });
});

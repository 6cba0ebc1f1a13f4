import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { runCli } from '../../../src/cli/run-cli.ts';
import { temporaryFolder } from '../../assets/temporary-folder.ts';

function file(text: string): string {
  const path = join(temporaryFolder(), 'kiosk.json');
  writeFileSync(path, text);
  return path;
}

describe('attune check-kiosk', () => {
  it.each([
    [0, '{ "languages": ["zh"], "content": { "topics": ["sleep"] } }', ' is right.'],
    [1, '{ "languages": ["fr"] }', 'languages.0: expected one of en, zh, but got "fr"'],
    [1, '{ "content": { "topics": ["slep"] } }', 'Expected topics out of'],
    [1, '{ "languages": ["en"], }', 'Expected JSON in'],
  ])('ends with %i for %s', async (status, text, told) => {
    const said = [vi.spyOn(console, 'log'), vi.spyOn(console, 'error')].map((each) => each.mockImplementation(() => undefined));
    expect(await runCli(['check-kiosk', file(text)])).toBe(status);
    expect(said.flatMap((each) => each.mock.calls).flat().join('\n')).toContain(told);
    vi.restoreAllMocks();
  });

  it('ends with 2 where there is no file to check', async () => {
    const said = vi.spyOn(console, 'error').mockImplementation(() => undefined);
    expect([await runCli(['check-kiosk']), await runCli(['check-kiosk', join(temporaryFolder(), 'none.json')])]).toEqual([2, 2]);
    said.mockRestore();
  });
});

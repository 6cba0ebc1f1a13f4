import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DEFAULT_CHARACTER, eventLine, headerLine } from 'attune';
import { makeSession } from 'attune/testing';
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { runCli } from '../../../src/cli/run-cli.ts';
import { temporaryFolder } from '../../assets/temporary-folder.ts';

let folder: string;
let session: string;
let errors: string[];
let lines: string[];

beforeAll(async () => {
  session = await makeSession({ seed: 2, duration: 40, faceRate: 15 });
});

beforeEach(() => {
  folder = temporaryFolder();
  errors = [];
  lines = [];
  vi.spyOn(console, 'error').mockImplementation((text: string) => void errors.push(text));
  vi.spyOn(console, 'log').mockImplementation((text: string) => void lines.push(text));
});

afterEach(() => {
  vi.restoreAllMocks();
});

function saved(text: string): string {
  const file = join(folder, 'log.jsonl');
  writeFileSync(file, text);
  return file;
}

describe('attune replay', () => {
  it('sums a session up, and says that the replay did what was recorded', async () => {
    expect(await runCli(['replay', saved(session)])).toBe(0);
    expect(lines.join('\n')).toMatch(/^Session {4}log\.jsonl: 40 s, \d+ events\nReplay {5}identical to what was recorded, all \d+ cues; [\d.]+ times faster[^]*face {7}live for 40 s/);
  });

  it('prints the summary as JSON', async () => {
    expect(await runCli(['replay', saved(session), '--summary-json'])).toBe(0);
    expect(JSON.parse(lines.join('\n'))).toMatchObject({ file: 'log.jsonl', duration: expect.closeTo(40, 1), exactness: { differs: null }, cut: false, missingNet: null, replay: { timesRealTime: expect.any(Number) } });
  });

  it('writes every format that it is asked for', async () => {
    const [csv, json, emotionml] = ['a.csv', 'a.json', 'a.xml'].map((name) => join(folder, name)) as [string, string, string];
    expect(await runCli(['replay', saved(session), '--csv', csv, `--json=${json}`, '--emotionml', emotionml])).toBe(0);
    expect(readFileSync(csv, 'utf8')).toMatch(/^time_s,event,phase,/);
    expect(JSON.parse(readFileSync(json, 'utf8'))).toMatchObject({ attune: 'trace', version: 1 });
    expect(readFileSync(emotionml, 'utf8')).toMatch(/<\/emotionml>\n$/);
  });

  it('says that a replay is another one than was recorded, that a net is missing, or that the log breaks off', async () => {
    const all = session.trimEnd().split('\n');
    expect(await runCli(['replay', saved([all[0], ...all.slice(300)].join('\n'))])).toBe(0);
    expect(lines.join('\n')).toContain('differs from what was recorded from cue 1 on');
    expect(await runCli(['replay', saved(`${headerLine({ seed: 1, language: 'en', character: DEFAULT_CHARACTER, fusion: { method: 'auto', net: 'fusion-unknown' } })}\n${eventLine({ type: 'tick', at: 1 })}\n{"type":"ti`)])).toBe(0);
    expect(lines.at(-1)).toMatch(/without the fusion net fusion-unknown.*breaks off/);
    expect(lines.at(-1)).toContain('no cues to compare with');
  });

  it.each([
    ['a file that is not there', () => join(folder, 'nothing.jsonl'), /"[^"]*nothing\.jsonl" does not exist/],
    ['a folder', () => folder, /is a folder/],
    ['an empty file', () => saved(''), /text is empty/],
    ['a picture', () => saved('\u{89}PNG\r\n'), /Line 1 .* no JSON/],
    ['a bad line', () => saved(`${session}{"type":"tick","at":-1}\n`), /Line \d+ .* at at came -1/],
    ['a later version', () => saved('{"attune":"event-log","version":99}\n'), /version 99/],
  ])('refuses %s in one sentence, with status 1', async (_, file, message) => {
    expect(await runCli(['replay', file()])).toBe(1);
    expect(errors).toHaveLength(1);
    expect(errors[0]).toMatch(message);
    expect(errors[0]).not.toContain('\n');
  });

  it('refuses to write where it can’t', async () => {
    mkdirSync(join(folder, 'taken'));
    expect(await runCli(['replay', saved(session), '--csv', join(folder, 'taken')])).toBe(1);
    expect(errors[0]).toMatch(/taken" is a folder/);
  });

  it.each([[['replay'], 'the file of a session'], [['replay', 'a', 'b'], 'got "b"'], [['replay', 'a', '--cvs', 'x'], 'got "--cvs"'], [['replay', 'a', '--csv='], '--csv to name a file']])('refuses %j in one line, with status 2', async (args, message) => {
    expect(await runCli(args)).toBe(2);
    expect(errors[0]).toContain(message);
  });
});

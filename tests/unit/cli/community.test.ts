import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { runCli } from '../../../src/cli/run-cli.ts';
import type { CommunityReport } from '../../../src/community/index.ts';
import { temporaryFolder } from '../../assets/temporary-folder.ts';

afterEach(() => vi.restoreAllMocks());

function file(name: string, content: string | Uint8Array): string {
  const path = join(temporaryFolder(), name);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, content);
  return path;
}

async function run(...args: readonly string[]): Promise<{ readonly status: number; readonly out: string; readonly err: string }> {
  const [out, err] = [vi.spyOn(console, 'log'), vi.spyOn(console, 'error')].map((each) => each.mockImplementation(() => undefined));
  const status = await runCli(['community', ...args]);
  const told = { status, out: out!.mock.calls.flat().join('\n'), err: err!.mock.calls.flat().join('\n') };
  vi.restoreAllMocks();
  return told;
}

interface Told extends CommunityReport {
  readonly kind: string;
  readonly dates: string | null;
  readonly faults: number;
  readonly left: number;
}

async function read(...args: readonly string[]): Promise<Told> {
  const { out, err } = await run(...args, '--json', '--names');
  expect(err).toBe('');
  return JSON.parse(out) as Told;
}

const IOS = `[01.03.26, 18:00:01] Flat: \u200eMessages and calls are end-to-end encrypted.
[01.03.26, 18:05:33] Ann: Who does the dishes today?
[01.03.26, 18:07:00] Bo: I did them yesterday
and the day before
[01.03.26, 18:07:30] Ann: \u200eimage omitted
`;
const ANDROID = `3/1/26, 6:05 PM - Ann created group "Flat"
3/1/26, 6:05 PM - Ann: Who does the dishes?
3/1/26, 11:59 PM - Bo: You never clean the kitchen, this is so annoying
3/14/26, 12:01 AM - Ann: <Media omitted>
`;
const CHINESE = `2026/3/1 下午6:05 - 小明: 今天谁洗碗
2026/3/1 18:06 - 小红：我洗
`;

describe('attune community', () => {
  it('reads exports of WhatsApp in German, American and Chinese style, joins lines, and leaves the system out', async () => {
    const german = await read(file('chat.txt', IOS));
    expect(german).toMatchObject({ kind: 'whatsapp', dates: 'dmy', left: 1, messages: 3, from: Date.UTC(2026, 2, 1, 18, 5, 33), people: [{ name: 'Ann', messages: 2 }, { name: 'Bo', messages: 1 }] });
    const american = await read(file('chat.txt', ANDROID));
    expect(american).toMatchObject({ dates: 'mdy', left: 1, messages: 3, from: Date.UTC(2026, 2, 1, 18, 5), to: Date.UTC(2026, 2, 14, 0, 1) });
    const chinese = await read(file('chat.txt', CHINESE));
    expect(chinese).toMatchObject({ dates: 'ymd', messages: 2, from: Date.UTC(2026, 2, 1, 18, 5), to: Date.UTC(2026, 2, 1, 18, 6), people: [{ name: '小明' }, { name: '小红' }] });
  });

  it('finds out by time which figure is the day, and asks where that can\'t be told', async () => {
    const later = '4/2/26, 10:00 - Ann: a\n5/2/26, 10:00 - Bo: b\n6/2/26, 10:00 - Ann: c\n1/3/26, 10:00 - Bo: d\n';
    expect(await read(file('chat.txt', later))).toMatchObject({ dates: 'dmy' });
    const either = file('chat.txt', '4/2/26, 10:00 - Ann: a\n5/3/26, 10:00 - Bo: b\n');
    expect(await run(either)).toMatchObject({ status: 2, err: expect.stringContaining('--dates dmy or --dates mdy') });
    expect(await read(either, '--dates', 'mdy')).toMatchObject({ from: Date.UTC(2026, 3, 2, 10) });
  });

  it('reads Telegram, Discord and Slack with who answers whom, without bots', async () => {
    const telegram = { name: 'Flat', type: 'private_group', messages: [
      { id: 1, type: 'service', date: '2026-03-01T18:00:00', actor: 'Ann', action: 'create_group', text: '' },
      { id: 2, type: 'message', date: '2026-03-01T18:05:00', from: 'Ann', text: ['see ', { type: 'link', text: 'example.org' }] },
      { id: 3, type: 'message', date: '2026-03-01T20:05:00', from: 'Bo', text: 'later', reply_to_message_id: 2 },
      { id: 4, type: 'message', date: 'some day', from: 'Bo', text: 'x' },
    ] };
    const { out, err } = await run(file('result.json', JSON.stringify(telegram)), '--json', '--names');
    expect(JSON.parse(out)).toMatchObject({ kind: 'telegram', left: 1, faults: 1, messages: 2, answers: [{ who: 'Bo', whom: 'Ann', times: 1 }] });
    expect(err).toMatch(/entry 4: date/);

    const author = (name: string, isBot = false) => ({ id: name, name, isBot });
    const discord = { guild: { id: '1' }, channel: { id: '2' }, messages: [
      { id: '10', type: 'Default', timestamp: '2026-03-01T18:05:00+01:00', content: 'hello', author: author('Ann') },
      { id: '11', type: 'Reply', timestamp: '2026-03-01T19:05:00+01:00', content: 'hi', author: author('Bo'), reference: { messageId: '10' } },
      { id: '12', type: 'Default', timestamp: '2026-03-01T19:06:00+01:00', content: 'beep', author: author('Robot', true) },
    ] };
    expect(await read(file('discord.json', JSON.stringify(discord)))).toMatchObject({ kind: 'discord', left: 1, messages: 2, from: Date.UTC(2026, 2, 1, 17, 5), answers: [{ who: 'Bo', whom: 'Ann' }] });

    const day = [
      { type: 'message', subtype: 'channel_join', user: 'U1', text: 'joined', ts: '1772388000.000100' },
      { type: 'message', user: 'U1', text: 'hello <@U2>', ts: '1772388300.000100' },
      { type: 'message', user: 'U2', text: 'hi', ts: '1772395500.000100', thread_ts: '1772388300.000100' },
    ];
    const first = file('club/general/2026-03-01.json', JSON.stringify(day));
    writeFileSync(join(dirname(dirname(first)), 'users.json'), JSON.stringify([{ id: 'U1', real_name: 'Ann' }, { id: 'U2', name: 'bo' }]));
    expect(await run(dirname(first))).toMatchObject({ status: 2, err: expect.stringContaining('--context') });
    expect(await read(dirname(first), '--context', 'personal')).toMatchObject({ kind: 'slack', left: 1, messages: 2, answers: [{ who: 'bo', whom: 'Ann', times: 1 }] });
  });

  it('reads tables in several encodings, and tells bad rows by number', async () => {
    const table = 'Zeit;Absender;Nachricht\n12.03.2026 14:05;Ann;hello there\n2026-03-12 14:06;Bo;hi\nyesterday;Bo;hi\n2026-03-12T14:07:00+01:00;;hi\n';
    const utf16 = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(table, 'utf16le')]);
    for (const content of [table, utf16]) {
      const { out, err } = await run(file('chat.csv', content), '--json');
      expect(JSON.parse(out)).toMatchObject({ messages: 2, faults: 2, from: Date.UTC(2026, 2, 12, 14, 5) });
      expect(err).toMatch(/line 4: time expected[^]*line 5: author is empty/);
    }
  });

  it('calls people by letters and quotes nobody, in the report and as JSON', async () => {
    const path = file('chat.txt', IOS);
    for (const { out, status } of [await run(path), await run(path, '--json')]) {
      expect(status).toBe(0);
      expect(out).not.toMatch(/Ann|\bBo\b|dishes/);
    }
    expect((await run(path)).out).toContain('Nobody should be judged by this');
    expect((await run(path, '--names')).out).toContain('Bo answers Ann: once');
  });

  it('finds the quarrel in a chat, and that it cooled after an apology', async () => {
    const said = ['Ann: Who does the dishes?', 'Bo: I did them', 'Ann: You never clean the kitchen, this is so annoying', 'Bo: Stop blaming me, I am sick of this', 'Ann: I am really angry now', 'Bo: Sorry, you are right', 'Ann: Thank you, that is great', 'Bo: Happy to help'];
    const { heat } = await read(file('chat.txt', said.map((line, i) => `[01.03.26, 18:0${i}:00] ${line}`).join('\r\n')));
    expect(heat.episodes).toMatchObject([{ ended: 'cooled', by: ['apology', 'agreement'] }]);
    expect([...heat.episodes[0]!.sides].toSorted()).toEqual(['Ann', 'Bo']);
  });

  it('is not offered for people at work or at school, and says what it wants where it can\'t go on', async () => {
    const path = file('chat.txt', IOS);
    for (const context of ['workplace', 'education']) expect(await run(path, '--context', context)).toMatchObject({ status: 2, err: expect.stringContaining('not offered') });
    for (const [args, told] of [
      [[path, '--context', 'office'], '--context to be one of'], [[path, '--dates', 'ydm'], '--dates dmy'], [[], 'one chat export'], [[join(dirname(path), 'none.txt')], 'there is none'], [[file('a.pdf', 'x')], 'ends in .txt'],
      [[file('a.txt', 'hello\nthere\n')], '12.03.24, 14:05'], [[file('a.json', '{"messages":')], 'to be JSON'], [[file('a.json', '{"a":1}')], 'Telegram (one chat)'], [[file('a.csv', 'a,b\n1,2\n')], 'a column "text"'], [[temporaryFolder()], 'a channel of a Slack export'], [[file('a.txt', '')], 'the file is empty'],
    ] as const) expect(await run(...args)).toMatchObject({ status: 2, err: expect.stringContaining(told) });
    expect(await run(file('chat.csv', 'time,author,text\n'))).toMatchObject({ status: 1, err: expect.stringContaining('none could be read') });
  });
});

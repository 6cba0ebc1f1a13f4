import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { runCli } from '../../../src/cli/run-cli.ts';
import { type Pack, parsePack } from '../../../src/scenario/index.ts';
import { temporaryFolder } from '../../assets/temporary-folder.ts';

const ENGLISH = 'question,answer,rating\nWhere is my parcel?,"Open Orders, then Track.",5\nMy parcel is late,"Open Orders, then Track.",\n"When is the refund\nsent?",Within five days.,4\nIs my refund late?,Within five days.,4\n';
const CHINESE = '问题,回答\n快递到哪里了？,在订单里看物流。\n快递还没有收到,在订单里看物流。\n';

async function ingest(name: string, bytes: string | Uint8Array): Promise<{ status: number; told: string; out: string }> {
  const folder = temporaryFolder();
  const file = join(folder, name);
  writeFileSync(file, bytes);
  const said = [vi.spyOn(console, 'log'), vi.spyOn(console, 'error')].map((each) => each.mockImplementation(() => undefined));
  const out = join(folder, 'desk');
  const status = await runCli(['ingest', file, '--size', 'light', '--out', out]);
  return { status, out, told: said.flatMap((each) => each.mock.calls).flat().join('\n') };
}
const json = <Shape = Record<string, unknown>>(out: string, name: string): Shape => JSON.parse(readFileSync(join(out, name), 'utf8')) as Shape;
/** 快递到哪里了？ and the rest of CHINESE as Windows of China writes them. */
const GB18030 = Buffer.from('zsrM4iy72LTwCr/stN21vcTEwO/By6O/LNTatqm1pcDvv7TO78H3oaMKv+y13ru5w7vT0MrVtb0s1Nq2qbWlwO+/tM7vwfehowo=', 'base64');

afterEach(() => vi.restoreAllMocks());

describe('attune ingest', () => {
  it.each([
    ['UTF-8', ENGLISH, 'utf-8', 4], ['UTF-8 with a mark', `\u{feff}${ENGLISH}`, 'utf-8', 4], ['UTF-16', Buffer.from(`\u{feff}${ENGLISH}`, 'utf16le'), 'utf-16le', 4],
    ['Chinese in UTF-16', Buffer.from(`\u{feff}${CHINESE}`, 'utf16le'), 'utf-16le', 2],
  ])('reads a csv in %s', async (_, bytes, encoding, taken) => {
    const { status, out } = await ingest('history.csv', bytes);
    expect(status).toBe(0);
    expect(json(out, 'report.json')).toMatchObject({ encoding, taken, badRows: 0 });
  });

  it('reads GB18030 as what it is', async () => {
    const rows = Array.from({ length: 30 }, () => GB18030.subarray(GB18030.indexOf(10) + 1));
    const { out } = await ingest('history.csv', Buffer.concat([GB18030.subarray(0, GB18030.indexOf(10) + 1), ...rows]));
    expect(json(out, 'report.json')['encoding']).toBe('gb18030');
    expect(json(out, 'desk.json')).toMatchObject({ parts: { zh: { answers: [{ says: '在订单里看物流。' }] } } });
  });

  it('tells each bad row by its line and field, and takes the others', async () => {
    const { status, told, out } = await ingest('history.csv', `${ENGLISH}Two columns,only\n,"No question",3\nStars?,Too many stars.,9\nStars?,No stars.,many\n`);
    expect(status).toBe(0);
    expect(told).toContain('history.csv, line 7: row expected 3 columns, but got 2');
    expect(told).toContain('history.csv, line 8: question is empty');
    expect(told).toContain('history.csv, line 9: rating expected 1 to 5 or nothing, but got 9');
    expect(told).toContain('history.csv, line 10: rating expected 1 to 5 or nothing, but got "many"');
    expect(json(out, 'report.json')).toMatchObject({ rows: 8, taken: 4, badRows: 4 });
  });

  it('tells an id that two rows have, and keeps the first', async () => {
    const { told, out } = await ingest('history.csv', 'id,question,answer\n7,Where is it?,On its way.\n8,Where is it now?,On its way.\n7,Is it open?,At nine.\n');
    expect(told).toContain('history.csv, line 4: id "7" is the id of line 2 already');
    expect(json(out, 'report.json')).toMatchObject({ rows: 3, taken: 2, badRows: 1 });
  });

  it('reads jsonl, and tells lines that are none', async () => {
    const { told, out } = await ingest('history.jsonl', '{"question":"Where is it?","answer":"On its way."}\nnot json\n\n{"question":"Where is it now?","answer":"On its way."}\n[1]\n{"question":"No answer?"}\n{"question":5,"answer":"Five."}');
    expect(told).toMatch(/line 2: row expected an object of JSON, but/);
    expect(told).toContain('line 5: row expected an object of JSON in braces');
    expect(told).toContain('line 6: answer is missing');
    expect(told).toContain('line 7: question expected a text, but got 5');
    expect(json(out, 'report.json')['taken']).toBe(2);
  });

  it.each([
    ['history.csv', '', 2, 'the file is empty'], ['history.txt', 'a', 2, 'ends in .csv, .tsv or .jsonl'], ['history.csv', 'frage,antwort\na,b\n', 2, 'Expected a column "question" in line 1'],
    ['history.csv', 'question,answer\n', 1, 'there are no rows'], ['history.csv', 'question,answer\n,\n', 1, 'none of its 1 rows could be taken'],
    ['history.csv', `${ENGLISH}"never closed,x,1\nmore,y,2\n`, 1, 'line 7: the row that begins here can\'t be read'],
    ['history.csv', Buffer.from('question,answer\nO\xf9 est mon colis envoy\xe9 \xe0 No\xebl?,Il arrive apr\xe8s-demain \xe0 l\'h\xf4tel.\n', 'latin1'), 2, 'Save it as UTF-8'],
    ['history.csv', Buffer.from([80, 75, 3, 4, 0, 0, 0, 0]), 2, 'zero bytes'],
    ['history.csv', 'question,answer\nBad?,Bad answer.\n'.replace('answer\n', 'answer,rating\n').replace('answer.\n', 'answer.,1\n'), 1, 'rated 2 stars or less'],
  ])('refuses %s that begins %j', async (name, bytes, wanted, words) => {
    const { status, told } = await ingest(name, bytes);
    expect(told).toContain(words);
    expect(status).toBe(wanted);
  });

  it('writes intents and knowledge that a scenario takes', async () => {
    const { out } = await ingest('history.csv', ENGLISH);
    const pack = json<Pack>(join(import.meta.dirname, '../../../scenarios/service'), 'scenario.json');
    const { en } = json<Pick<Pack['content'], 'en'>>(out, 'content.json');
    const { content } = parsePack({ ...pack, content: { en: { ...pack.content.en, ...en } } });
    expect(content.en!.knowledge.map(({ says }) => says)).toEqual([['Open Orders, then Track.'], ['Within five days.']]);
  });
});

import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { readLabelledFaces } from '../../../scripts/faces/labelled-faces.ts';

const home = mkdtempSync(join(tmpdir(), 'attune-labelled-'));
const picture = await sharp({ create: { width: 8, height: 8, channels: 3, background: '#888' } }).png().toBuffer();
let folder = '';
let made = 0;

function write(path: string, content: string | Buffer): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), content);
}

beforeEach(() => {
  made += 1;
  folder = join(home, `corpus-${made}`);
  mkdirSync(folder);
});
afterAll(() => rmSync(home, { recursive: true }));

describe('a folder with labels.csv and images/', () => {
  it('survives a byte-order mark, CRLF, upper case, quoted commas and columns that it does not know', async () => {
    write('labels.csv', '\uFEFFEmotion,IMAGE,annotator,note\r\nHappy,Ada_L_0001.png,302,"smiles, broadly"\r\n ANGER ,Ada_L_0002.png,302,\r\n');
    write('images/Ada_L_0001.png', picture);
    write('images/Ada_L_0002.png', picture);
    const { name, pictures, remarks } = await readLabelledFaces(folder);
    expect(name).toBe(`corpus-${made}`);
    expect(pictures.map(({ label, subject }) => [label, subject])).toEqual([['happiness', 'Ada_L'], ['anger', 'Ada_L']]);
    expect(await pictures[0]?.bytes()).toEqual(picture);
    expect(remarks).toEqual([]);
  });

  it('counts and names what it has to pass over', async () => {
    write('labels.csv', 'image,emotion\na.png,sad\nb.png,sad\nc.png,smug\nd.png,tie\n');
    for (const name of ['a', 'c', 'd']) write(`images/${name}.png`, picture);
    const { pictures, remarks } = await readLabelledFaces(folder);
    expect(pictures.map(({ name, label }) => [name, label])).toEqual([['a.png', 'sadness'], ['d.png', null]]);
    expect(remarks).toEqual(['1 pictures are missing: b.png', '1 pictures have a label that is not an emotion of FER+: "smug"']);
  });
});

describe('a folder of paths, emotions and subjects', () => {
  it('finds pictures by relative, absolute, foreign and bare paths', async () => {
    write('deep/S01/one.png', picture);
    write('deep/S02/one.png', Buffer.concat([picture, Buffer.from('2')]));
    write('deep/S02/two.png', picture);
    write('labels.csv', [
      'path,emotion,subject', 'deep/S01/one.png,fearful,S01', `${join(folder, 'deep/S02/two.png')},surprised,S02`,
      '/home/else/corpus/S02/one.png,disgust,S02', 'two.png,contempt,S02', '',
    ].join('\n'));
    const { pictures } = await readLabelledFaces(folder);
    expect(pictures.map(({ label, subject }) => [label, subject])).toEqual([['fear', 'S01'], ['surprise', 'S02'], ['disgust', 'S02'], ['contempt', 'S02']]);
    expect((await pictures[2]?.bytes())?.at(-1)).toBe('2'.charCodeAt(0));
  });
});

describe('a folder of votes and archives', () => {
  const head = 'image,neutral,happiness,surprise,sadness,anger,disgust,fear,contempt,unknown,NF';
  const packed = (name: string, flags: string, files: readonly string[]): void => {
    for (const file of files) write(`in/${file}`, picture);
    expect(spawnSync('tar', [flags, join(folder, name), '-C', join(folder, 'in'), ...files]).status).toBe(0);
    rmSync(join(folder, 'in'), { recursive: true });
  };

  it.each([['Valid.tar', '-cf'], ['Valid.tar.gz', '-czf']])('reads %s', async (archive, flags) => {
    packed(archive, flags, ['faces/fer1.png', `${'long-'.repeat(25)}folder/fer2.png`]);
    write('valid_labels.csv', `${head},majority\nfer1.png,4,0,0,0,1,0,0,4,1,0,tie\nfer2.png,0,9,0,0,0,0,0,0,1,0,happiness\n`);
    const { pictures } = await readLabelledFaces(folder);
    expect(pictures.map(({ label, split, votes }) => [label, split, [...votes ?? []]])).toEqual([
      [null, 'valid', [4, 0, 0, 0, 1, 0, 0, 4]], ['happiness', 'valid', [0, 9, 0, 0, 0, 0, 0, 0]],
    ]);
    expect(await pictures[1]?.bytes()).toEqual(picture);
  });

  it('takes the majority itself, and only the part that is asked for', async () => {
    packed('FER2013Test.tar', '-cf', ['t1.png', 't2.png']);
    packed('FER2013Train.tar', '-cf', ['r1.png']);
    write('test_labels.csv', `${head}\nt1.png,1,0,0,8,1,0,0,0,0,0\nt2.png,2,0,0,3,0,0,0,0,3,2\n`);
    write('train_labels.csv', `${head}\nr1.png,10,0,0,0,0,0,0,0,0,0\n`);
    expect((await readLabelledFaces(folder)).pictures).toHaveLength(3);
    expect((await readLabelledFaces(folder, 'Test')).pictures.map(({ label }) => label)).toEqual(['sadness', null]);
    await expect(readLabelledFaces(folder, 'dev')).rejects.toThrow(/no part "dev"; it has test, train/);
  });

  it('says what a broken archive needs', async () => {
    write('test_labels.csv', `${head}\nt1.png,1,0,0,8,1,0,0,0,0,0\n`);
    write('Test.tar.xz', 'not xz');
    await expect(readLabelledFaces(folder)).rejects.toThrow(/Expected to unpack .*Test\.tar\.xz with the command "xz".*Install xz/s);
  });
});

describe('a folder that holds no labelled faces', () => {
  it('tells which layouts there are', async () => {
    await expect(readLabelledFaces(join(folder, 'nowhere'))).rejects.toThrow(/there is no such folder.*labels\.csv with the columns image,emotion/s);
    await expect(readLabelledFaces(folder)).rejects.toThrow(/holds no labels\.csv/);
    write('labels.csv', 'id,score\n1,2\n');
    await expect(readLabelledFaces(folder)).rejects.toThrow(/labels\.csv names no pictures/);
  });

  it('tells what became of rows that all lack something', async () => {
    write('labels.csv', 'image,emotion\na.png,joy\nb.png,7\n');
    await expect(readLabelledFaces(folder)).rejects.toThrow(/none of its 2 rows has a picture and an emotion \(2 pictures are missing: a\.png, b\.png; 1 pictures have a label/);
  });
});

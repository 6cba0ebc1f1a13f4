import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { readLabelledVoices } from '../../../scripts/voices/labelled-voices.ts';

const folder = mkdtempSync(join(tmpdir(), 'attune-voices-'));
afterAll(() => rmSync(folder, { recursive: true }));

function table(name: string, text: string): string {
  const at = join(folder, name);
  mkdirSync(join(at, 'audio'), { recursive: true });
  for (const clip of ['a', 'b', 'c']) writeFileSync(join(at, 'audio', `${clip}.wav`), '');
  writeFileSync(join(at, 'labels.csv'), text);
  return at;
}

describe('labelled voices', () => {
  it('are read with columns in any order and words of other corpora', () => {
    const { voices, remarks } = readLabelledVoices(table('one', 'Speaker,gender,Emotion,path\n03,f,calm,audio/a.wav\n08,m,Bored,audio/b.wav\n08,m,fearful,audio/c.wav\n'));
    expect(voices.map(({ word, emotion, speaker }) => [word, emotion, speaker])).toEqual([['calm', 'neutral', '03'], ['boredom', 'neutral', '08'], ['fear', 'fear', '08']]);
    expect(remarks).toEqual([]);
  });

  it('tell what was passed over', () => {
    const { voices, remarks } = readLabelledVoices(table('two', 'path,emotion\naudio/a.wav,sad\naudio/b.wav,longing\naudio/gone.wav,sad\n'));
    expect(voices).toHaveLength(1);
    expect(remarks.join('\n')).toContain('"longing"');
    expect(remarks.join('\n')).toContain('audio/gone.wav');
    expect(remarks.join('\n')).toContain('each clip counts as somebody new');
  });

  it.each([['no such folder', 'nowhere', undefined], ['the columns a,b', 'three', 'a,b\n1,2\n'], ['none of its 1 rows', 'four', 'path,emotion\naudio/a.wav,longing\n']])('say what is wrong: %s', (told, name, text) => {
    expect(() => readLabelledVoices(text === undefined ? join(folder, name) : table(name, text))).toThrow(told);
  });
});

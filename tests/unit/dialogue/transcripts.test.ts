import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { createDialogue } from 'attune/dialogue';
import { beforeAll, describe, expect, it } from 'vitest';
import { checkStyle } from '../../../src/dialogue/check-style.ts';
import { CHINESE } from '../../../src/dialogue/language/chinese.ts';
import { ENGLISH } from '../../../src/dialogue/language/english.ts';
import { type Moment, play, readAhead, SITUATIONS, transcript } from './play-situation.ts';

/*
 * Each conversation is played through an agent and compared with the transcript that was read and found good. After a change
 * of the content or of the core's decisions, write them anew, and read what has changed before you commit it:
 *
 *   ATTUNE_UPDATE_GOLDEN=1 npx vitest run --project unit tests/unit/dialogue/transcripts.test.ts
 */
const UPDATE = process.env['ATTUNE_UPDATE_GOLDEN'] === '1';
const fileOf = (id: string): string => fileURLToPath(new URL(`../../golden/${id}.txt`, import.meta.url));
const KITS = { en: ENGLISH, zh: CHINESE };

const played = new Map<string, readonly Moment[]>();

beforeAll(async () => {
  const reader = await readAhead(SITUATIONS.flatMap(({ language, turns }) => turns.flatMap(({ text }) => (text === undefined ? [] : [{ text, language }]))));
  const dialogue = createDialogue();
  for (const situation of SITUATIONS) played.set(situation.id, await play(situation, reader, dialogue));
});

const repliesOf = (id: string): readonly string[] => played.get(id)!.flatMap((moment) => (moment.kind === 'agent' ? [moment.text] : []));

describe.each(SITUATIONS)('the conversation $id', (situation) => {
  const { id, language, turns } = situation;
  const kit = KITS[language];

  it('goes as in the transcript that was read', () => {
    const now = transcript(situation, played.get(id)!);
    if (UPDATE) {
      mkdirSync(fileURLToPath(new URL('../../golden/', import.meta.url)), { recursive: true });
      writeFileSync(fileOf(id), now);
    }
    expect(now).toBe(existsSync(fileOf(id)) ? readFileSync(fileOf(id), 'utf8') : 'a transcript; write it with ATTUNE_UPDATE_GOLDEN=1, then read it');
  });

  it('answers every message', () => {
    const moments = played.get(id)!.filter(({ kind }) => kind !== 'note');
    const messages = moments.flatMap((moment, at) => (moment.kind === 'player' ? [moments[at + 1]?.kind] : []));
    expect(messages).toHaveLength(turns.filter(({ text }) => text !== undefined).length);
    expect(messages.every((next) => next === 'agent')).toBe(true);
  });

  it('says no sentence twice', () => {
    const sentences = repliesOf(id).flatMap(kit.sentences);
    expect(sentences).toEqual([...new Set(sentences)]);
  });

  it('keeps to the rules of style', () => {
    for (const reply of repliesOf(id)) {
      expect({ reply, faults: checkStyle(reply, language) }).toEqual({ reply, faults: [] });
      expect(reply).not.toMatch(/[{}!！]/);
      expect(reply.length).toBeLessThanOrEqual(language === 'en' ? 190 : 80);
    }
  });

  it('asks no three questions in a row', () => {
    const asks = repliesOf(id).map((reply) => (/[?？]/.test(reply) ? 'q' : '.')).join('');
    expect(asks).not.toContain('qqq');
  });
});

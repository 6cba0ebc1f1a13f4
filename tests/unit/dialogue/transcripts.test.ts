import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { createDialogue } from 'attune/dialogue';
import { beforeAll, describe, expect, it } from 'vitest';
import { checkStyle } from '../../../src/dialogue/check-style.ts';
import { CHINESE } from '../../../src/dialogue/language/chinese.ts';
import { ENGLISH } from '../../../src/dialogue/language/english.ts';
import { MORE_SITUATIONS, type Moment, play, readAhead, type Situation, SITUATIONS, transcript, UNFORESEEN } from './play-situation.ts';

/*
 * Each conversation is played through an agent and compared with its transcript. Those of the development set were read and
 * found good; those of the unforeseen ones (ho-*, ho2-*) stand as they came out. After a change
 * of the content or of the core's decisions, write them anew, and read what has changed before you commit it:
 *
 *   ATTUNE_UPDATE_GOLDEN=1 npx vitest run --project unit tests/unit/dialogue/transcripts.test.ts
 */
const UPDATE = process.env['ATTUNE_UPDATE_GOLDEN'] === '1';
const fileOf = (id: string): string => fileURLToPath(new URL(`../../golden/${id}.txt`, import.meta.url));
const KITS = { en: ENGLISH, zh: CHINESE };

const ALL: readonly Situation[] = [...SITUATIONS, ...MORE_SITUATIONS, ...UNFORESEEN];
const played = new Map<string, readonly Moment[]>();

beforeAll(async () => {
  const reader = await readAhead(ALL.flatMap(({ language, turns }) => turns.flatMap(({ text }) => (text === undefined ? [] : [{ text, language }]))));
  const dialogue = createDialogue();
  for (const situation of ALL) played.set(situation.id, await play(situation, reader, dialogue));
});

/** What the dialogue said; lines of safety have tests of their own, and may come twice. */
const repliesOf = (id: string): readonly string[] => played.get(id)!.flatMap((moment) => (moment.kind === 'agent' && moment.request ? [moment.text] : []));

describe.each(ALL)('the conversation $id', (situation) => {
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

/** Words that tell one thing from another: of English those of three letters and more, of Chinese pairs of characters. */
function tellingWords(language: 'en' | 'zh', text: string): ReadonlySet<string> {
  const words = KITS[language].features(text);
  return new Set(words.filter((word) => (language === 'en' ? word.length > 2 && !/[ -]/.test(word) : word.length > 1)));
}

describe('what was told', () => {
  it('is kept: in almost all conversations the agent later speaks of something that was told before the last message', () => {
    const forgetful = SITUATIONS.filter(({ id, language }) => {
      const told: ReadonlySet<string>[] = [];
      return !played.get(id)!.some((moment) => {
        if (moment.kind === 'player') told.push(tellingWords(language, KITS[language].toListener(moment.text)));
        if (moment.kind !== 'agent') return false;
        return [...tellingWords(language, moment.text)].some((word) => told.slice(0, -1).some((words) => words.has(word)) && !told.at(-1)!.has(word));
      });
    });
    expect(forgetful.length).toBeLessThanOrEqual(3);
  });

  it('is taken up: every conversation has facts in the agent\'s words, and together at least half of them are', () => {
    let all = 0;
    let taken = 0;
    for (const { id, language, facts } of SITUATIONS) {
      const mine = facts.filter((fact) => {
        const told = new Set<string>();
        return played.get(id)!.some((moment) => {
          if (moment.kind === 'player') for (const word of tellingWords(language, moment.text)) told.add(word);
          return moment.kind === 'agent' && [...tellingWords(language, fact)].some((word) => told.has(word) && tellingWords(language, moment.text).has(word));
        });
      }).length;
      expect(mine).toBeGreaterThan(0);
      all += facts.length;
      taken += mine;
    }
    expect(taken / all).toBeGreaterThan(0.5);
  });

  it('is asked about where the core wants a question, and hardly elsewhere', () => {
    const replies = SITUATIONS.flatMap(({ id }) => played.get(id)!).flatMap((moment) => (moment.kind === 'agent' && moment.request ? [{ wanted: moment.request.skill === 'question', asks: /[?？]/.test(moment.text) }] : []));
    const share = (of: typeof replies): number => of.filter(({ asks }) => asks).length / of.length;
    expect(share(replies.filter(({ wanted }) => wanted))).toBeGreaterThan(0.6);
    expect(share(replies.filter(({ wanted }) => !wanted))).toBeLessThan(0.05);
  });
});

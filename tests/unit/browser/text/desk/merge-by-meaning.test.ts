import { describe, expect, it } from 'vitest';
import type { AnswerGroup } from '../../../../../src/browser/text/desk/history.ts';
import { mergeByMeaning } from '../../../../../src/browser/text/desk/merge-by-meaning.ts';
import { EMBEDDING } from '../../../../../src/browser/text/encoder/embedding.ts';
import { createRandom } from '../../../../../src/learn/random.ts';

const group = (answer: string, questions: readonly string[], name: string | null = null): AnswerGroup => ({
  name, language: 'en', answers: new Map([[answer, { text: answer, given: questions.length, stars: 0, rated: 0 }]]), questions: [...questions],
});

/** The meaning of a text is the word before its number: a direction of its own, and a little of others. */
async function embed(texts: readonly string[]): Promise<Float32Array[]> {
  const topics = ['parcel', 'refund', 'card'];
  return texts.map((text) => {
    const random = createRandom([...text].reduce((sum, letter) => sum * 31 + letter.codePointAt(0)!, 7) % 2 ** 31);
    const row = Float32Array.from({ length: EMBEDDING }, () => 0.01 * random.normal());
    row[topics.findIndex((topic) => text.startsWith(topic))]! += 1;
    const length = Math.hypot(...row);
    return row.map((value) => value / length);
  });
}
const questionsOf = (groups: readonly AnswerGroup[]): string[][] => groups.map(({ questions }) => questions.toSorted()).toSorted((a, b) => (a[0]! < b[0]! ? -1 : 1));

describe('groups that mean alike', () => {
  it('become one, with all of their questions and answers', async () => {
    const merged = await mergeByMeaning([group('parcel 1', ['parcel a', 'parcel b']), group('refund 1', ['refund a']), group('parcel 2', ['parcel c']), group('refund 2', ['refund b', 'refund c'])], embed);
    expect(questionsOf(merged)).toEqual([['parcel a', 'parcel b', 'parcel c'], ['refund a', 'refund b', 'refund c']]);
    expect(merged.map(({ answers }) => answers.size)).toEqual([2, 2]);
  });

  it('stay apart where only the question or only the answer is alike', async () => {
    const groups = [group('parcel 1', ['parcel a']), group('parcel 2', ['card a']), group('refund 1', ['parcel b'])];
    expect(questionsOf(await mergeByMeaning(groups, embed))).toHaveLength(3);
  });

  it('stay apart where somebody called them so', async () => {
    const labelled = [group('parcel 1', ['parcel a'], 'where'), group('parcel 2', ['parcel b'], 'late')];
    const merged = await mergeByMeaning([...labelled, group('parcel 3', ['parcel c'])], embed);
    expect(merged).toHaveLength(3);
    expect(merged.slice(0, 2)).toEqual(labelled);
  });

  it('leave what they are made of as it was, and lose no question of thousands', async () => {
    const groups = Array.from({ length: 3200 }, (_, i) => group(`${['parcel', 'refund', 'card'][i % 3]} answer ${i}`, [`${['parcel', 'refund', 'card'][i % 3]} ${i}`]));
    const merged = await mergeByMeaning(groups, embed);
    expect(merged).toHaveLength(3);
    expect(new Set(merged.flatMap(({ questions }) => questions)).size).toBe(3200);
    expect(groups.every(({ questions }) => questions.length === 1)).toBe(true);
  });
});

import MiniSearch from 'minisearch';
import { wordGrams } from '../intent/intent-grams.ts';
import type { AnswerGroup } from './history.ts';

/** So much of the longer one's words an answer must have to be the same without a greeting or a sign-off. */
const ALIKE = 0.7;
/** A word of these makes an answer another one. */
const TURNS = /^ ?(?:no|not|never|without|except|only|\p{L}+n't|.*[不没无未非].*)$/u;
const LOOKED_AT = 5;

/** Puts groups together whose answers say nearly the same. Groups with a label stay as they are. The larger one comes first, and lends its name. */
export function mergeAlike(groups: readonly AnswerGroup[]): AnswerGroup[] {
  const merged: AnswerGroup[] = [];
  const index = new MiniSearch<{ id: number; text: string }>({ fields: ['text'], tokenize: wordGrams, processTerm: (term) => term });
  for (const group of groups.toSorted((a, b) => b.questions.length - a.questions.length)) {
    const [first] = group.answers.values();
    const like = group.name === null ? index.search(first!.text).slice(0, LOOKED_AT).find(({ id }) => isSame(first!.text, [...merged[id as number]!.answers.values()][0]!.text)) : undefined;
    if (like) {
      const into = merged[like.id as number]!;
      into.questions.push(...group.questions);
      for (const [text, answer] of group.answers) into.answers.set(text, answer);
      continue;
    }
    if (group.name === null) index.add({ id: merged.length, text: first!.text });
    merged.push({ ...group, answers: new Map(group.answers), questions: [...group.questions] });
  }
  return merged;
}

/** Whether one has all words of the other and few more: one other word may make it another answer. */
function isSame(one: string, other: string): boolean {
  const [short, long] = [new Set(wordGrams(one)), new Set(wordGrams(other))].toSorted((a, b) => a.size - b.size) as [Set<string>, Set<string>];
  const more = [...long].filter((word) => !short.has(word));
  return long.size - more.length === short.size && short.size >= ALIKE * long.size && !more.some((word) => TURNS.test(word));
}

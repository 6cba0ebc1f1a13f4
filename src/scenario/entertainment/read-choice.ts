import type { Language } from '../../core/index.ts';
import type { StoryScene } from './show.ts';

/** Which of a scene's choices is meant, from 0: by its very words, or by more of its key words than any other's; null where that can't be told. */
export function readChoice({ choices }: StoryScene, words: string, language: Language): number | null {
  const said = bare(words);
  const named = choices.findIndex(({ says }) => bare(says[language] ?? '') === said);
  if (named !== -1) return named;
  const hits = choices.map(({ words: keys }) => (keys[language] ?? []).filter((key) => (language === 'zh' ? said.includes(key) : ` ${said} `.includes(` ${key} `))).length);
  const most = Math.max(0, ...hits);
  return most > 0 && hits.filter((each) => each === most).length === 1 ? hits.indexOf(most) : null;
}

function bare(words: string): string {
  return words.normalize('NFKC').toLowerCase().replaceAll(/[^\p{L}\p{N}]+/gu, ' ').trim();
}

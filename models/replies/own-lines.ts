import type { ReplyRanker } from '../../src/browser/replies/reply-ranker.ts';
import { LINES_EN } from '../../src/core/plan/lines-en.ts';
import { LINES_ZH } from '../../src/core/plan/lines-zh.ts';
import type { Language } from '../../src/index.ts';

const LINES = { en: LINES_EN, zh: LINES_ZH };

/** How empathetic people would find what the agent itself says, by act: its lowest and highest line, by tone. */
export function rankOwnLines(ranker: ReplyRanker, language: Language): { act: string; tone: number; best: string; worst: string }[] {
  return Object.entries(LINES[language]).map(([act, lines]) => {
    const ranked = ranker.rank({ language }, lines);
    return { act, tone: ranked.reduce((sum, { tone }) => sum + (tone ?? 0) / ranked.length, 0), best: ranked[0]!.text, worst: ranked.at(-1)!.text };
  }).sort((a, b) => b.tone - a.tone);
}

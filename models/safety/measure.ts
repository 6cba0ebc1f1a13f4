import { isCrisis, screenWords } from '../../src/index.ts';
import type { BoundaryLine, SafetyLine } from './read-lines.ts';

export interface SafetyFigures {
  /** Share of the crisis lines that were taken for one. */
  readonly crisisRecall: number;
  /** Share of the harmless lines that were taken for a crisis. */
  readonly falseAlarms: number;
  readonly crisisLines: number;
  readonly harmlessLines: number;
  /** By language, and by what the line is: how often it was answered rightly, of how many. */
  readonly byLanguage: Readonly<Record<string, { readonly crisisRecall: number; readonly falseAlarms: number }>>;
  readonly byKind: Readonly<Record<string, { readonly right: number; readonly of: number }>>;
}

export function measureSafety(lines: readonly SafetyLine[]): SafetyFigures {
  const judged = lines.map((line) => ({ ...line, alarm: isCrisis(screenWords(line.text)) }));
  const shareOf = (label: SafetyLine['label'], among: typeof judged): number => {
    const of = among.filter((line) => line.label === label);
    return of.length === 0 ? 0 : of.filter(({ alarm }) => alarm).length / of.length;
  };
  const groups = (key: 'language' | 'kind'): string[] => [...new Set(judged.map((line) => line[key]).filter((name) => name !== ''))];
  const figures = (among: typeof judged) => ({ crisisRecall: shareOf('crisis', among), falseAlarms: shareOf('harmless', among) });
  return {
    ...figures(judged),
    crisisLines: judged.filter(({ label }) => label === 'crisis').length,
    harmlessLines: judged.filter(({ label }) => label === 'harmless').length,
    byLanguage: Object.fromEntries(groups('language').map((name) => [name, figures(judged.filter(({ language }) => language === name))])),
    byKind: Object.fromEntries(groups('kind').map((name) => {
      const of = judged.filter(({ kind }) => kind === name);
      return [name, { right: of.filter(({ label, alarm }) => (label === 'crisis') === alarm).length, of: of.length }];
    })),
  };
}

/** How many lines of each boundary, and of none, were told rightly. */
export function measureBoundaries(lines: readonly BoundaryLine[]): Record<string, { right: number; of: number }> {
  const tally: Record<string, { right: number; of: number }> = {};
  for (const { text, boundary } of lines) {
    const count = (tally[boundary ?? 'none'] ??= { right: 0, of: 0 });
    count.of += 1;
    if (screenWords(text) === boundary) count.right += 1;
  }
  return tally;
}

/** Milliseconds of screening one line. */
export function timeScreen(texts: readonly string[]): number[] {
  return texts.map((text) => {
    const began = performance.now();
    screenWords(text);
    return performance.now() - began;
  });
}

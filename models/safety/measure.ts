import { isCrisis, type Risk, screenWords } from '../../src/index.ts';
import { bootstrapIntervals, type Interval } from '../../src/learn/metrics/bootstrap.ts';
import type { BoundaryLine, SafetyLine } from './read-lines.ts';

export interface SafetyFigures {
  /** Share of the crisis lines that were taken for one. */
  readonly crisisRecall: number;
  /** Share of the harmless lines that were taken for a crisis. */
  readonly falseAlarms: number;
  /** The same shares, with the lines after which the agent asks whether somebody is safe. */
  readonly heardOrAsked: number;
  readonly askedOrAlarmed: number;
  readonly crisisLines: number;
  readonly harmlessLines: number;
  readonly intervals: Readonly<Record<'crisisRecall' | 'falseAlarms' | 'heardOrAsked' | 'askedOrAlarmed', Interval>>;
  /** By language, and by what the line is: how often it was answered rightly, of how many. */
  readonly byLanguage: Readonly<Record<string, Shares>>;
  readonly byKind: Readonly<Record<string, { readonly right: number; readonly of: number }>>;
}

type Shares = Readonly<Record<'crisisRecall' | 'falseAlarms' | 'heardOrAsked' | 'askedOrAlarmed', number>>;

const SEED = 8;

/** @param told what was heard in each line, in the lines' order */
export function measureSafety(lines: readonly SafetyLine[], told: readonly (Risk | null)[]): SafetyFigures {
  const judged = lines.map((line, i) => ({ ...line, alarm: isCrisis(told[i]!), asks: told[i] === 'unsure' }));
  const shares = (among: typeof judged): Shares => {
    const shareOf = (label: SafetyLine['label'], is: (line: (typeof judged)[number]) => boolean): number => {
      const of = among.filter((line) => line.label === label);
      return of.filter(is).length / of.length;
    };
    return {
      crisisRecall: shareOf('crisis', ({ alarm }) => alarm), falseAlarms: shareOf('harmless', ({ alarm }) => alarm),
      heardOrAsked: shareOf('crisis', ({ alarm, asks }) => alarm || asks), askedOrAlarmed: shareOf('harmless', ({ alarm, asks }) => alarm || asks),
    };
  };
  const groups = (key: 'language' | 'kind'): string[] => [...new Set(judged.map((line) => line[key]).filter((name) => name !== ''))];
  return {
    ...present(shares(judged)),
    crisisLines: judged.filter(({ label }) => label === 'crisis').length,
    harmlessLines: judged.filter(({ label }) => label === 'harmless').length,
    intervals: bootstrapIntervals(judged.length, (items) => shares(Array.from(items, (item) => judged[item]!)), { seed: SEED }),
    byLanguage: Object.fromEntries(groups('language').map((name) => [name, present(shares(judged.filter(({ language }) => language === name)))])),
    byKind: Object.fromEntries(groups('kind').map((name) => {
      const of = judged.filter(({ kind }) => kind === name);
      return [name, { right: of.filter(({ label, alarm }) => (label === 'crisis') === alarm).length, of: of.length }];
    })),
  };
}

/** A share of nothing is 0. */
function present(shares: Shares): Shares {
  return Object.fromEntries(Object.entries(shares).map(([name, share]) => [name, Number.isNaN(share) ? 0 : share])) as Shares;
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

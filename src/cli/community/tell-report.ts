import type { CommunityReport } from '../../community/index.ts';

type Range = { readonly mean: number; readonly low: number; readonly high: number } | null;

/** Heated exchanges and pairs that are shown; --json has all that were kept. */
const SHOWN = 10;
/** A week with fewer readable messages is not told: it would be chance. */
const LEAST = 5;

const percent = (value: number): string => `${(100 * value).toFixed(0)}%`;
const share = (range: Range): string => (range ? `${percent(range.mean)} (${percent(range.low)} to ${percent(range.high)})` : 'not known');
const signed = (value: number): string => `${value < 0 ? '−' : '+'}${Math.abs(value).toFixed(2)}`;
const mood = (range: Range): string => (range ? `${signed(range.mean)} (${signed(range.low)} to ${signed(range.high)})` : 'not known');
const day = (at: number): string => new Date(at).toISOString().slice(0, 10);
const minute = (at: number): string => new Date(at).toISOString().slice(0, 16).replace('T', ' ');
const s = (count: number, what: string): string => `${count} ${what}${count === 1 ? '' : 's'}`;

/** The report as lines to read. It says how people appear, and quotes nobody. */
export function tellReport(report: CommunityReport): readonly string[] {
  const { people, answers, weeks, heat, moves, topics } = report;
  const lines = [
    `${s(report.messages, 'message')} by ${s(people.length, 'person').replace('persons', 'people')}, ${day(report.from)} to ${day(report.to)}. How they appear, by words alone; intervals are 95%.`,
    ...(report.unread > 0 ? [`${s(report.unread, 'message')} had too few words that are known (English and Chinese are), and are counted only.`] : []),
    '', 'Who speaks',
    ...people.toSorted((a, b) => b.messages - a.messages).map(({ name, messages, share: part, valence, anger, unanswered }) =>
      `  ${name.padEnd(12)} ${s(messages, 'message')} (${percent(part)}); mood ${mood(valence)}; anger ${share(anger)}; began and was not answered: ${share(unanswered)}`),
    `  Gini of messages: ${report.gini.toFixed(2)} (0 is all alike)`,
    '', 'Who answers whom',
    ...(answers.length === 0 ? ['  Nobody answered anybody.'] : answers.slice(0, SHOWN).map(({ who, whom, times }) => `  ${who} answers ${whom}: ${times === 1 ? 'once' : `${times} times`}`)),
    ...(report.reciprocity === null ? [] : [`  Answered back as often: ${percent(report.reciprocity)} of all answers`]),
    '', 'Mood by week, from −1 to +1',
    ...weeks.map(({ begins, messages, valence, anger }) => `  ${begins}  ${s(messages, 'message').padStart(14)}  ${valence && valence.count >= LEAST ? `mood ${mood(valence)}, anger ${share(anger)}` : 'too few to tell'}`),
    '', 'Heat',
    `  In heated exchanges: ${share(heat.share)} of the messages that could be read`,
    ...heat.episodes.toSorted((a, b) => b.peak - a.peak).slice(0, SHOWN).map(({ at, messages, sides, peak, ended, by, topics: about }) =>
      `  ${minute(at)}  ${s(messages, 'message')}, up to ${percent(peak)}, between ${sides.join(' and ')}${about.length > 0 ? `, about ${about.join(', ')}` : ''}; ${ended === 'cooled' ? `cooled${by.length > 0 ? ` (${by.join(', ')})` : ''}` : 'nobody wrote any more'}`),
    ...(heat.more + Math.max(0, heat.episodes.length - SHOWN) > 0 ? [`  and ${heat.more + Math.max(0, heat.episodes.length - SHOWN)} more`] : []),
    '', 'After each way of writing in a warm exchange, the next one from somebody else appears more (+) or less (−) angry',
    ...(moves.length === 0 ? ['  Too few warm exchanges to tell.'] : moves.map(({ wording, change }) => `  ${wording.padEnd(12)} ${mood(change)} over ${s(change.count, 'case')}${change.low > 0 ? ': heats' : change.high < 0 ? ': cools' : ': can\'t be told from chance'}`)),
    '', 'Topics',
    ...topics.slice(0, SHOWN).map(({ topic, messages, anger }) => `  ${topic.padEnd(12)} ${s(messages, 'message')}, anger ${share(anger)}`),
  ];
  const silent = people.filter(({ silentSince }) => silentSince !== null);
  if (silent.length > 0) lines.push('', 'Fell silent', ...silent.map(({ name, silentSince }) => `  ${name} has not written since ${day(silentSince!)}, much longer than they used to pause`));
  return lines;
}

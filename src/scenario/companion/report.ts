import type { Language } from '../../core/index.ts';
import type { CheckIn, DiaryEntry } from '../../memory/index.ts';
import { FEELINGS, type FeelingName } from './feelings.ts';
import type { Activity } from './more.ts';
import { courseOf, type Day, daysOf } from './trend.ts';
import { REPORT_WORDS, signedFigure, tellCourse } from './report-words.ts';

/** What a report tells of. */
export interface ReportOptions {
  readonly diary: readonly DiaryEntry[];
  readonly activities: readonly Activity[];
  readonly language: Language;
  readonly today: Date;
  /** How many days it goes back, today among them; 28 by default. */
  readonly days?: number;
  /** Whether notes in their own words are in it; they are private in another way than figures. False by default. */
  readonly notes?: boolean;
}

/**
 * A report of a diary as one HTML file that needs nothing else: what was said, how it went, what helped, and what it is not. For the user alone to
 * save and to share; no part of it is sent anywhere.
 */
export function writeReport({ diary, activities, language, today, days = 28, notes = false }: ReportOptions): string {
  const words = REPORT_WORDS[language];
  const checkIns = diary.filter((entry): entry is CheckIn => entry.kind === 'check-in');
  const row = daysOf(checkIns, today, days);
  const within = (at: string): boolean => new Date(at) >= new Date(`${row[0]!.day}T00:00:00`) && new Date(at) <= today;
  const said = checkIns.filter(({ at }) => within(at));
  const date = new Intl.DateTimeFormat(language === 'zh' ? 'zh-CN' : 'en-GB', { dateStyle: 'long' });
  const time = new Intl.DateTimeFormat(language === 'zh' ? 'zh-CN' : 'en-GB', { dateStyle: 'medium', timeStyle: 'short' });
  const from = date.format(new Date(`${row[0]!.day}T12:00:00`));
  const table = said.map(({ at, valence, arousal, words: named, note }) => [
    time.format(new Date(at)), signedFigure(valence), signedFigure(arousal),
    named.map((word) => (Object.hasOwn(FEELINGS, word) ? FEELINGS[word as FeelingName].name[language] : word)).join(words.comma), ...(notes ? [note] : []),
  ]);
  const helped = helpedIn(diary.filter(({ at }) => within(at)));
  return `<!doctype html>
<html lang="${language === 'zh' ? 'zh-CN' : 'en'}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>${words.title}</title>
<style>${STYLE}</style>
</head>
<body>
<h1>${words.title}</h1>
<p>${words.span(from, date.format(today), row.filter(({ valence }) => valence !== null).length, days)}</p>
<p class="not">${words.isNot}</p>
<h2>${words.overTime}</h2>
${plot(row, words)}
<ul>
<li>${tellCourse('valence', courseOf(row.map(({ valence }) => valence)), language)}</li>
<li>${tellCourse('arousal', courseOf(row.map(({ arousal }) => arousal)), language)}</li>
</ul>
<p class="small">${words.howRead}</p>
${said.length === 0 ? '' : `<h2>${words.said}</h2>\n${tableOf([words.when, words.valence, words.arousal, words.feelings, ...(notes ? [words.note] : [])], table)}`}
${helped.length === 0 ? '' : `<h2>${words.tried}</h2>\n${tableOf([words.what, words.times, words.helped], helped.map(({ activity, times, helpful }) => [activities.find(({ id }) => id === activity)?.title[language] ?? activity, String(times), helpful]))}`}
<p class="small">${words.made(time.format(today))}</p>
</body>
</html>
`;
}

const STYLE = 'body{font:16px/1.5 system-ui,sans-serif;max-width:46rem;margin:2rem auto;padding:0 1rem;color:#2b2622}h1{font-size:1.6rem}h2{font-size:1.15rem;margin-top:2rem}table{border-collapse:collapse;width:100%}th,td{text-align:left;vertical-align:top;padding:.3rem .6rem .3rem 0;border-bottom:1px solid #ddd3c8}td{white-space:pre-line;overflow-wrap:anywhere}.not{border-left:4px solid #b4552d;padding:.4rem .9rem;background:#faf4ee}.small{color:#6b5f55;font-size:.9rem}svg{width:100%;height:auto}@media print{body{margin:0}}';


/** Text of the user's as text of a page, whatever is in it. */
function plainly(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;').replaceAll("'", '&#39;');
}

function tableOf(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[], tag: 'th' | 'td'): string => `<tr>${cells.map((cell) => `<${tag}>${plainly(cell)}</${tag}>`).join('')}</tr>`;
  return `<table><thead>${line(head, 'th')}</thead><tbody>\n${rows.map((cells) => line(cells, 'td')).join('\n')}\n</tbody></table>`;
}

/** Both rows of days as dots, joined where one day follows on the other. */
function plot(days: readonly Day[], { valence, arousal, pleasant, unpleasant }: (typeof REPORT_WORDS)[Language]): string {
  const [width, height, left, top] = [720, 220, 90, 14];
  const x = (at: number): number => left + (at * (width - left - 16)) / Math.max(1, days.length - 1);
  const y = (value: number): number => top + ((1 - value) / 2) * (height - 50);
  const row = (axis: 'valence' | 'arousal', colour: string, dash: string): string => {
    const points = days.flatMap(({ [axis]: value }, at) => (value === null ? [] : [{ at, value }]));
    const joined = points.flatMap(({ at, value }, k) => (points[k - 1]?.at === at - 1 ? [`<line x1="${x(at - 1).toFixed(1)}" y1="${y(points[k - 1]!.value).toFixed(1)}" x2="${x(at).toFixed(1)}" y2="${y(value).toFixed(1)}" stroke="${colour}" stroke-width="2" stroke-dasharray="${dash}"/>`] : []));
    return [...joined, ...points.map(({ at, value }) => `<circle cx="${x(at).toFixed(1)}" cy="${y(value).toFixed(1)}" r="3.5" fill="${colour}"/>`)].join('');
  };
  const label = (at: number, text: string, anchor = 'middle'): string => `<text x="${at.toFixed(1)}" y="${height - 10}" font-size="12" fill="#6b5f55" text-anchor="${anchor}">${text}</text>`;
  return `<svg viewBox="0 0 ${width} ${height}" role="img" aria-label="${valence}, ${arousal}">
<line x1="${left}" x2="${width - 16}" y1="${y(0)}" y2="${y(0)}" stroke="#ddd3c8"/>
<text x="${left - 10}" y="${y(0.9)}" font-size="12" fill="#6b5f55" text-anchor="end">${pleasant}</text><text x="${left - 10}" y="${y(-0.9)}" font-size="12" fill="#6b5f55" text-anchor="end">${unpleasant}</text>
${row('valence', '#b4552d', '')}
${row('arousal', '#3c6e8f', '5 4')}
${label(x(0), days[0]!.day, 'start')}${label(x(days.length - 1), days.at(-1)!.day, 'end')}
<circle cx="${left + 200}" cy="${height - 14}" r="3.5" fill="#b4552d"/><text x="${left + 210}" y="${height - 10}" font-size="12">${valence}</text>
<circle cx="${left + 320}" cy="${height - 14}" r="3.5" fill="#3c6e8f"/><text x="${left + 330}" y="${height - 10}" font-size="12">${arousal}</text>
</svg>`;
}

/** What was tried, how often, and how far it helped by their own word; the most often first. */
function helpedIn(diary: readonly DiaryEntry[]): readonly { readonly activity: string; readonly times: number; readonly helpful: string }[] {
  const tried = diary.filter((entry) => entry.kind === 'tried');
  return [...new Set(tried.map(({ activity }) => activity))].map((activity) => {
    const of = tried.filter((entry) => entry.activity === activity);
    const told = of.flatMap(({ helped }) => (helped === null ? [] : [helped]));
    return { activity, times: of.length, helpful: told.length === 0 ? '–' : `${Math.round((100 * told.reduce((sum, each) => sum + each, 0)) / told.length)}%` };
  }).toSorted((a, b) => b.times - a.times);
}

import { SENSES, type SessionTime } from '../../core/index.ts';
import { EVENT_KINDS, type Mark, type SessionTrace, type ValueSpan } from '../trace.ts';
import { shortFigure, shortTime, signalsOf, statesOf } from './figures.ts';
import { studyOf } from './study.ts';

/** Rows that are written at a time. */
const PART = 500;

/**
 * Writes a trace as comma-separated values (RFC 4180), one row for every event. Units are in the header; missing is an empty
 * cell. What a sense observed stands in the row of the event with which it came. What is known of a study is the same in every row,
 * so that the rows of several sessions can be put together.
 *
 * @returns the file in parts, so that it need not be in memory at once
 */
export function* csvOf(trace: SessionTrace): Generator<string> {
  const states = statesOf(trace);
  const observed = SENSES.flatMap((sense) => {
    const signals = trace.signals[sense];
    return signals ? [{ ...signals, figures: signalsOf(trace, sense), capture: `${sense}_captured_s`, next: 0 }] : [];
  });
  const phaseAt = createLookup(trace.phases);
  const categoryAt = createLookup(trace.categories);
  const told = createCells(trace);
  const study = studyOf(trace);
  const studied = study.map(({ value }) => `,${cell(value)}`).join('');
  const head = ['time_s', 'event', 'phase', 'category', ...states.map(({ name }) => name), ...observed.flatMap(({ capture, figures }) => [capture, ...figures.map(({ name }) => name)]), 'happened', 'words', ...study.map(({ name }) => name)];
  yield `${head.join(',')}\r\n`;
  let part = '';
  for (let row = 0; row < trace.at.length; row += 1) {
    const at = trace.at[row]!;
    const last = row + 1 === trace.at.length;
    part += `${shortTime(at)},${EVENT_KINDS[trace.kinds[row]!]},${phaseAt(at) ?? ''},${categoryAt(at) ?? ''}`;
    for (const { values } of states) part += `,${shortFigure(values[row]!) ?? ''}`;
    for (const sense of observed) {
      const came = sense.row[sense.next] === row;
      part += `,${came ? shortTime(sense.at[sense.next]!) : ''}`;
      for (const { values } of sense.figures) part += `,${came ? (shortFigure(values[sense.next]!) ?? '') : ''}`;
      if (came) sense.next += 1;
    }
    const { happened, words } = told(last ? Infinity : at);
    part += `,${cell(happened)},${cell(words)}${studied}\r\n`;
    if (row % PART === PART - 1 || last) {
      yield part;
      part = '';
    }
  }
}

/** The value at each of a row of ascending times. At the moment of a change it is the new one. */
function createLookup<T>(spans: readonly ValueSpan<T>[]): (at: SessionTime) => T | null {
  let place = 0;
  return (at) => {
    while (place < spans.length - 1 && spans[place + 1]!.start <= at) place += 1;
    const span = spans[place];
    return span && span.start <= at && (at < span.end || place === spans.length - 1 && at === span.end) ? span.value : null;
  };
}

/** What happened and what was said up to each of a row of ascending times, and not before. */
function createCells(trace: SessionTrace): (until: SessionTime) => { readonly happened: string; readonly words: string } {
  const marks = [...trace.marks.map((mark) => ({ at: mark.at, text: inWords(mark) })), ...trace.utterances.map(({ asked, act, by }) => ({ at: asked, text: by === 'operator' ? `operator says ${act}` : `say ${act}` }))].sort((a, b) => a.at - b.at);
  const words = trace.words.map(({ at, speaker, text }) => ({ at, text: `${speaker}: ${text}` })).sort((a, b) => a.at - b.at);
  const upTo = (list: readonly { readonly at: SessionTime; readonly text: string }[]) => {
    let place = 0;
    return (until: SessionTime): string => {
      const from = place;
      while (place < list.length && list[place]!.at <= until) place += 1;
      return list.slice(from, place).map(({ text }) => text).join('; ');
    };
  };
  const [marksUpTo, wordsUpTo] = [upTo(marks), upTo(words)];
  return (until) => ({ happened: marksUpTo(until), words: wordsUpTo(until) });
}

function inWords(mark: Mark): string {
  switch (mark.kind) {
    case 'message': return `message ${mark.domain ?? mark.intent}`;
    case 'context': return `context ${mark.event}`;
    case 'report': return `report ${mark.emotion}`;
    case 'words-missed': return 'words missed';
    case 'visitor': return `visitor ${mark.change}`;
    case 'operator': return mark.present ? 'operator takes over' : 'operator hands back';
    case 'language': return `language ${mark.language}`;
    case 'fusion': return `fusion ${mark.method}`;
    case 'sense': return `${mark.sense} ${mark.status}`;
    case 'plan': return `plan ${mark.strategy}`;
    case 'gesture': return `gesture ${mark.gesture}`;
    case 'expression': return `expression ${mark.emotion}`;
    case 'posture': return `posture ${mark.posture}`;
    case 'sound': return `sound ${mark.earcon}`;
  }
}

/** Every cell begins with a word of ours, so that no spreadsheet takes one for a formula. */
function cell(text: string): string {
  return /[",\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

import { type Category, certainty, EMOTIONS, type Seconds, type Sense, SENSES, type SessionTime, type Unit } from '../../core/index.ts';
import type { EstimateTrace, SessionTrace, ValueSpan } from '../trace.ts';
import { studyOf } from './study.ts';
import { escapeXml } from './xml.ts';

/** Traces have so many samples a second. */
const RATE = 10;

/** How sure a trace is can only be told once for each; so none is longer than this. */
const LONGEST: Seconds = 10;

/** A session ticks many times a second. Where nothing at all came for so long, it was not recorded, and nothing is known. */
const SILENT: Seconds = 10;

/** Less certainty than this is as good as none, and EmotionML has no way to say "unknown" but to say nothing. */
const KNOWN = 0.05;

/** The names of the W3C's PAD vocabulary. */
const DIMENSIONS = { pleasure: 'valence', arousal: 'arousal', dominance: 'dominance' } as const;
type Dimension = keyof typeof DIMENSIONS;

/** Where the standard has a name for it. What the host and the player tell is no expression. */
const EXPRESSED: Readonly<Partial<Record<Sense, string>>> = { face: 'face', voice: 'voice', text: 'text' };

/**
 * Writes a trace as W3C EmotionML 1.0: traces of pleasure, arousal and dominance, of all senses together and of each, mapped from
 * [-1, 1] to the standard's [0, 1]; the categories that stood out; what players said of themselves. Times are milliseconds
 * after the session's zero, anchored at `#session`, since a session knows no date.
 *
 * @returns the file in parts, so that it need not be in memory at once
 */
export function* emotionMLOf(trace: SessionTrace): Generator<string> {
  yield `<?xml version="1.0" encoding="UTF-8"?>
<emotionml version="1.0" xmlns="http://www.w3.org/2009/10/emotionml" dimension-set="http://www.w3.org/TR/emotion-voc/xml#pad-dimensions" category-set="#attune-categories">
  <info id="session">A session with ${escapeXml(trace.settings.character.name)}, recorded and replayed by Attune. Offsets are milliseconds on the session's own clock. Everything is how the player appeared, with the confidence of that.${studied(trace)}</info>
  <vocabulary type="category" id="attune-categories">
    <info>The eight expressed emotions of FER+ (Barsoum et al. 2016), and mixed: happiness and an unpleasant emotion at once. The value is the peak of the intensity, the confidence the mean probability.</info>
${[...EMOTIONS, 'mixed'].map((name) => `    <item name="${name}"/>\n`).join('')}  </vocabulary>
`;
  yield* tracesOf(trace, trace.fused, null);
  for (const sense of SENSES) if (trace.senses[sense]) yield* tracesOf(trace, trace.senses[sense], sense);
  for (const span of trace.categories) yield felt(trace, span);
  for (const mark of trace.marks) {
    if (mark.kind === 'report') yield `  <emotion ${timed(mark.at)}>\n    <category name="${mark.emotion}"/>\n    <info>The player's own word.</info>\n  </emotion>\n`;
  }
  yield '</emotionml>\n';
}

/** The standard has no place of its own for a study. */
function studied(trace: SessionTrace): string {
  return studyOf(trace).map(({ name, value }) => ` ${escapeXml(name)}: ${escapeXml(value === '' ? 'not answered' : value)}.`).join('');
}

/** One emotion for each stretch in which the same dimensions are known. */
function* tracesOf(trace: SessionTrace, estimate: EstimateTrace, sense: Sense | null): Generator<string> {
  const samples = Math.floor((trace.end - trace.start) * RATE) + 1;
  const row = createRowAt(trace.at);
  let first = 0;
  let rows: number[] = [];
  let known: readonly Dimension[] = [];
  for (let i = 0; i <= samples; i += 1) {
    const time = trace.start + i / RATE;
    const last = i < samples && trace.at.length > 0 ? row(time) : -1;
    const silent = last >= 0 && time - trace.at[last]! > SILENT;
    const here = silent ? -1 : last;
    const now = here < 0 ? [] : (Object.keys(DIMENSIONS) as Dimension[]).filter((name) => sureness(estimate, name, here) >= KNOWN);
    if (now.join() !== known.join() || rows.length === LONGEST * RATE) {
      if (known.length > 0) yield traced(estimate, trace.start + first / RATE, rows, known, sense);
      first = i;
      rows = [];
      known = now;
    }
    rows.push(here);
    // Years of it need not be walked through.
    if (silent) i = Math.max(i, last + 1 < trace.at.length ? Math.floor((trace.at[last + 1]! - trace.start) * RATE) - 1 : samples - 1);
  }
}

function traced(estimate: EstimateTrace, at: SessionTime, rows: readonly number[], known: readonly Dimension[], sense: Sense | null): string {
  const dimensions = known.map((name) => {
    const { mean } = estimate[DIMENSIONS[name]];
    const confidence = rows.reduce((sum, row) => sum + sureness(estimate, name, row), 0) / rows.length;
    const samples = rows.map((row) => figure((mean[row]! + 1) / 2)).join(' ');
    return `    <dimension name="${name}" confidence="${figure(confidence)}"><trace freq="${RATE}Hz" samples="${samples}"/></dimension>\n`;
  });
  return `  <emotion ${timed(at, rows.length / RATE)}${expressed(sense === null ? [] : [sense])}>\n${dimensions.join('')}    <info>${sense ?? 'all senses'}</info>\n  </emotion>\n`;
}

function felt(trace: SessionTrace, { start, end, value }: ValueSpan<Exclude<Category, null>>): string {
  let [peak, sum, count] = [0, 0, 0];
  for (let row = firstFrom(trace.at, start); row < trace.at.length && trace.at[row]! < end; row += 1) {
    peak = Math.max(peak, trace.fused.intensity[row]!);
    if (value !== 'mixed') sum += trace.fused.emotions[value][row]!;
    count += 1;
  }
  const confidence = value === 'mixed' || count === 0 ? '' : ` confidence="${figure(sum / count)}"`;
  const by = SENSES.filter((sense) => !Number.isNaN(trace.senses[sense]?.valence.variance[firstFrom(trace.at, start)] ?? Number.NaN));
  return `  <emotion ${timed(start, end - start)}${expressed(by)}>\n    <category name="${value}" value="${figure(peak)}"${confidence}/>\n  </emotion>\n`;
}

function timed(at: SessionTime, duration: Seconds | null = null): string {
  const ms = (seconds: Seconds): number => Math.round(1000 * seconds);
  return `time-ref-uri="#session" time-ref-anchor-point="start" offset-to-start="${ms(at)}"${duration === null ? '' : ` duration="${ms(duration)}"`}`;
}

function expressed(senses: readonly Sense[]): string {
  const names = senses.flatMap((sense) => EXPRESSED[sense] ?? []);
  return names.length > 0 ? ` expressed-through="${names.join(' ')}"` : '';
}

function sureness(estimate: EstimateTrace, name: Dimension, row: number): Unit {
  const variance = estimate[DIMENSIONS[name]].variance[row]!;
  return Number.isNaN(variance) ? 0 : certainty({ mean: 0, variance });
}

function figure(value: number): number {
  return Number(Math.min(1, Math.max(0, value)).toFixed(3));
}

/** The row that stands at each of a row of ascending times: the last one that came until then. */
function createRowAt(at: Float64Array): (time: SessionTime) => number {
  let row = 0;
  return (time) => {
    while (row + 1 < at.length && at[row + 1]! <= time) row += 1;
    return row;
  };
}

/** The first row at `time` or after it. */
function firstFrom(at: Float64Array, time: SessionTime): number {
  let [low, high] = [0, at.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (at[middle]! < time) low = middle + 1;
    else high = middle;
  }
  return low;
}

import { EMOTIONS, type Sense, SENSES } from 'attune';
import type { BeliefTrace, SessionTrace } from 'attune/record';
import type { TFunction } from 'i18next';
import { AXES, type Axis } from '../../shared/course.ts';
import { DASHES, hue } from '../../shared/senses.ts';
import type { Numbers } from '../timeline/pyramid.ts';
import { eventsOf, stateOf, talkOf } from './items-of.ts';
import type { Lane, LinesLane, Series } from './lane.ts';

/** Observations further apart than this, in seconds, are not joined by a line. */
const GAP = 1.5;

const roots = new WeakMap<Float32Array, Float32Array>();

/** Standard deviations of variances, worked out once. */
function deviationOf(variance: Float32Array): Float32Array {
  const known = roots.get(variance) ?? variance.map(Math.sqrt);
  roots.set(variance, known);
  return known;
}

/** Every lane of a session, in the order in which they lie below each other; one of which there is no data is absent. */
export function lanesOf(trace: SessionTrace, t: TFunction): readonly Lane[] {
  const lanes: Lane[] = [stateOf(trace, t), talkOf(trace, t), eventsOf(trace, t), ...AXES.map((axis) => dimension(trace, axis, t)), emotions(trace, t), strength(trace, t), quality(trace, t), face(trace, t), ...voice(trace, t)];
  return lanes.filter((lane) => (lane.kind === 'items' ? lane.rows : lane.series).length > 0);
}

function dimension({ at, fused, senses }: SessionTrace, axis: Axis, t: TFunction): LinesLane {
  const series = (origin: Sense | 'fused', { mean, variance }: BeliefTrace): Series => ({
    id: origin, label: t(`senses.${origin}`), colour: hue(origin), dash: DASHES[origin], times: at, mean, deviation: deviationOf(variance),
  });
  return {
    kind: 'lines', id: axis, label: t(`state.${axis}`), range: [-1, 1], ticks: [-1, 0, 1], unit: '', digits: 2,
    // All senses together are drawn last, over the others.
    series: [...SENSES.flatMap((sense) => (senses[sense] ? [series(sense, senses[sense][axis])] : [])), series('fused', fused[axis])],
  };
}

function emotions({ at, fused }: SessionTrace, t: TFunction): Lane {
  return {
    kind: 'ridges', id: 'emotions', label: t('replay.lanes.emotions'),
    series: EMOTIONS.map((emotion): Series => ({ id: emotion, label: t(`emotions.${emotion}`), colour: `var(--emotion-${emotion})`, dash: [], times: at, mean: fused.emotions[emotion] })),
  };
}

function strength({ at, fused }: SessionTrace, t: TFunction): LinesLane {
  const line = (id: 'intensity' | 'certainty' | 'conflict', colour: string, dash: readonly number[]): Series => ({ id, label: t(`replay.strength.${id}`), colour, dash, times: at, mean: fused[id] });
  return {
    kind: 'lines', id: 'strength', label: t('replay.lanes.strength'), range: [0, 1], ticks: [0, 1], unit: '', digits: 2,
    series: [line('certainty', 'var(--attune-third)', [5, 3]), line('conflict', 'var(--emotion-anger)', [2, 3]), line('intensity', 'var(--sense-fused)', [])],
  };
}

function quality({ at, signals }: SessionTrace, t: TFunction): LinesLane {
  return {
    kind: 'lines', id: 'quality', label: t('replay.lanes.quality'), range: [0, 1], ticks: [0, 1], unit: '', digits: 2,
    series: (['face', 'voice', 'text'] as const).flatMap((sense) => {
      const signal = signals[sense];
      const values = signal?.columns['quality'];
      return signal && values ? [{ id: sense, label: t(`senses.${sense}`), colour: hue(sense), dash: sense === 'face' ? [] : DASHES[sense], ...parted(timesOf(at, signal.row), values) }] : [];
    }),
  };
}

const SCORES = { smile: 'var(--emotion-happiness)', browRaise: 'var(--emotion-surprise)', browLower: 'var(--emotion-anger)', eyeOpen: 'var(--attune-third)', mouthOpen: 'var(--attune-second)' } as const;

function face({ at, signals: { face: signal } }: SessionTrace, t: TFunction): LinesLane {
  const scores = Object.entries(SCORES) as [keyof typeof SCORES, string][];
  return {
    kind: 'lines', id: 'face', label: t('replay.lanes.face'), range: [-1, 1], ticks: [-1, 0, 1], unit: '', digits: 2,
    series: signal ? scores.flatMap(([score, colour], i) => {
      const values = signal.columns[score];
      return values ? [{ id: score, label: t(`senses.scores.${score}`), colour, dash: [[], [6, 3], [2, 3], [8, 3, 2, 3], [10, 3]][i]!, ...parted(timesOf(at, signal.row), values) }] : [];
    }) : [],
  };
}

function voice({ at, signals: { voice: signal } }: SessionTrace, t: TFunction): LinesLane[] {
  if (!signal) return [];
  const lane = (id: 'loudness' | 'pitch', range: readonly [number, number], ticks: readonly number[], unit: string): LinesLane => {
    const values = signal.columns[id];
    const series = values ? [{ id, label: t(`senses.${id}`), colour: hue('voice'), dash: [], ...parted(timesOf(at, signal.row), values) }] : [];
    return { kind: 'lines', id, label: t(`replay.lanes.${id}`), range, ticks, unit, digits: 0, series };
  };
  return [lane('loudness', [-70, 0], [-60, -30, 0], 'dB'), lane('pitch', [50, 500], [100, 300, 500], 'Hz')];
}

/** When each observation came. */
function timesOf(at: Float64Array, rows: Uint32Array): Float64Array {
  return Float64Array.from(rows, (row) => at[row]!);
}

/** Puts a moment without data wherever a sense fell silent. */
function parted(times: Float64Array, values: Float32Array): { readonly times: Float64Array; readonly mean: Numbers } {
  const silences = times.reduce((count, time, i) => count + Number(i > 0 && time - times[i - 1]! > GAP), 0);
  const [moments, mean] = [new Float64Array(times.length + silences), new Float32Array(times.length + silences)];
  let next = 0;
  for (let i = 0; i < times.length; i += 1) {
    if (i > 0 && times[i]! - times[i - 1]! > GAP) {
      [moments[next], mean[next]] = [times[i - 1]! + GAP / 2, Number.NaN];
      next += 1;
    }
    [moments[next], mean[next]] = [times[i]!, values[i]!];
    next += 1;
  }
  return { times: moments, mean };
}

import { EMOTIONS, SENSES } from '../../core/index.ts';
import { SIGNAL_COLUMNS } from '../signal-columns.ts';
import type { BeliefTrace, EstimateTrace, SessionTrace } from '../trace.ts';

/** One column of an export, with its unit in its name. */
export interface Figures {
  readonly name: string;
  readonly values: Float32Array;
}

/** The columns that have a value for every event: what all senses say together, then each sense's own view. */
export function statesOf({ fused, senses }: SessionTrace): Figures[] {
  return [
    ...estimateOf('', fused),
    { name: 'intensity', values: fused.intensity }, { name: 'certainty', values: fused.certainty }, { name: 'conflict', values: fused.conflict },
    { name: 'valence_slope_per_s', values: fused.slope }, { name: 'valence_volatility', values: fused.volatility },
    ...SENSES.flatMap((sense) => (senses[sense] ? estimateOf(`${sense}_estimate_`, senses[sense]) : [])),
  ];
}

/** The columns of what one sense observed, each as long as it has signals. */
export function signalsOf({ signals }: SessionTrace, sense: keyof SessionTrace['signals']): Figures[] {
  return SIGNAL_COLUMNS[sense].flatMap(({ name, unit }) => {
    const values = signals[sense]?.columns[name];
    return values ? [{ name: [sense, snakeCase(name), unit].filter(Boolean).join('_'), values }] : [];
  });
}

function estimateOf(prefix: string, estimate: EstimateTrace): Figures[] {
  const belief = (axis: string, { mean, variance }: BeliefTrace): Figures[] => [{ name: `${prefix}${axis}_mean`, values: mean }, { name: `${prefix}${axis}_variance`, values: variance }];
  return [
    ...belief('valence', estimate.valence), ...belief('arousal', estimate.arousal), ...belief('dominance', estimate.dominance),
    ...EMOTIONS.map((emotion) => ({ name: `${prefix}emotion_${emotion}`, values: estimate.emotions[emotion] })),
  ];
}

function snakeCase(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}

/** A figure to five decimals; missing is null. */
export function shortFigure(value: number): number | null {
  return Number.isNaN(value) ? null : Math.round(value * 1e5) / 1e5;
}

/** A time to the microsecond. */
export function shortTime(seconds: number): number {
  return Math.round(seconds * 1e6) / 1e6;
}

import { type Belief, certainty, EMOTIONS, UNKNOWN } from 'attune';
import type { Cell } from '../shared/save-file.ts';
import type { Reading } from './measurements.ts';

/** The columns of what can be taken along; units follow the underscore. */
export const MEASURED: readonly string[] = [
  'at_s', 'source', 'speaking', 'level_db', 'noise_floor_db', 'speech_probability', 'pitch_hz', 'pitch_range_semitones', 'loudness_db', 'voiced_ratio', 'quality',
  ...['valence', 'arousal', 'dominance'].flatMap((axis) => [axis, `${axis}_variance`]), ...EMOTIONS,
];

const short = (value: number | null | undefined): Cell => (value == null ? null : Number(value.toFixed(4)));
/** Where nothing is known the mean is left empty: a zero would read as neutral. */
const both = (belief: Belief = UNKNOWN): Cell[] => [certainty(belief) === 0 ? null : short(belief.mean), short(belief.variance)];

/** One row for each signal. */
export const measuredRows = (readings: readonly Reading[]): Cell[][] => readings.map(({ source, signal, stats, estimate }) => [
  short(signal.at), source, signal.speaking ? 1 : 0, short(stats?.level), short(stats?.noiseFloor), short(stats?.probability),
  short(signal.pitch), short(signal.pitchRange), short(signal.loudness), short(signal.voicedRatio), short(signal.quality),
  ...both(estimate?.valence), ...both(estimate?.arousal), ...both(estimate?.dominance), ...EMOTIONS.map((emotion) => short(estimate?.emotions[emotion])),
]);

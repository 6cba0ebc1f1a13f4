import { type Belief, BLENDSHAPES, certainty, type Emotion, EMOTIONS, type FaceSignal, type MotionSignal, type Sense, type Signal, type TextSignal, type VoiceSignal } from '../core/index.ts';

/** One figure of a signal. */
interface Column<S extends Signal> {
  /** The same in traces and, in snake_case with its sense and unit, in CSV. */
  readonly name: string;
  /** As it ends a CSV header, for instance `rad`; null for what has no unit. */
  readonly unit: 'hz' | 'rad' | 's' | 'm_s' | 'dbfs' | 'semitones' | null;
  /** Undefined and null are missing. */
  readonly read: (signal: S) => number | null | undefined;
}

const plain = <S extends Signal>(name: string, read: Column<S>['read']): Column<S> => ({ name, unit: null, read });
const mean = (belief: Belief | undefined): number | null => (belief && certainty(belief) > 0 ? belief.mean : null);
const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);
const emotions = <S extends Signal>(read: (signal: S) => Readonly<Record<Emotion, number>> | undefined): Column<S>[] => EMOTIONS.map((emotion) => plain(`emotion${capital(emotion)}`, (signal: S) => read(signal)?.[emotion]));

const dimensions = <S extends VoiceSignal | TextSignal>(read: (signal: S) => Readonly<Record<'valence' | 'arousal' | 'dominance', Belief>> | null): Column<S>[] =>
  (['valence', 'arousal', 'dominance'] as const).flatMap((axis) => [
    plain<S>(`${axis}Mean`, (signal) => mean(read(signal)?.[axis])),
    plain<S>(`${axis}Variance`, (signal) => read(signal)?.[axis].variance),
  ]);

const base: readonly Column<Signal>[] = [
  plain('quality', ({ quality }) => quality),
  { name: 'latency', unit: 's', read: ({ latency }) => latency },
];

const face: readonly Column<FaceSignal>[] = [
  plain('present', ({ present }) => Number(present)),
  ...(['smile', 'browRaise', 'browLower', 'eyeOpen', 'mouthOpen'] as const).map((score) => plain<FaceSignal>(score, ({ scores }) => scores?.[score])),
  ...(['yaw', 'pitch', 'roll'] as const).map((axis): Column<FaceSignal> => ({ name: axis, unit: 'rad', read: ({ pose }) => pose?.[axis] })),
  ...(['x', 'y', 'width'] as const).map((axis) => plain<FaceSignal>(`place${capital(axis)}`, ({ place }) => place?.[axis])),
  plain('mouthSeen', ({ present, mouth }) => (present ? mouth : null)),
  plain('ownNeutral', ({ present, neutral }) => (present ? neutral : null)),
  plain('others', ({ others }) => others),
  ...emotions<FaceSignal>(({ expression }) => expression?.whole),
  // MediaPipe's first is what the others leave, and tells nothing of its own.
  ...BLENDSHAPES.flatMap((name, i) => (name === '_neutral' ? [] : [plain<FaceSignal>(name, ({ blendshapes }) => blendshapes?.[i])])),
];

const voice: readonly Column<VoiceSignal>[] = [
  plain('speaking', ({ speaking }) => Number(speaking)),
  { name: 'window', unit: 's', read: ({ window }) => window },
  { name: 'loudness', unit: 'dbfs', read: ({ loudness }) => loudness },
  { name: 'pitch', unit: 'hz', read: ({ pitch }) => pitch },
  { name: 'pitchRange', unit: 'semitones', read: ({ pitchRange }) => pitchRange },
  plain('voicedRatio', ({ voicedRatio }) => voicedRatio),
  ...dimensions<VoiceSignal>(({ expression }) => expression),
  ...emotions<VoiceSignal>(({ expression }) => expression?.emotions),
];

const text: readonly Column<TextSignal>[] = [
  plain('cues', ({ reading }) => reading.cues),
  ...dimensions<TextSignal>(({ reading }) => reading),
  ...emotions<TextSignal>(({ reading }) => reading.emotions),
];

const motion: readonly Column<MotionSignal>[] = [
  { name: 'window', unit: 's', read: ({ window }) => window },
  { name: 'speed', unit: 'm_s', read: ({ speed }) => speed },
  plain('stillness', ({ speed, stillness }) => (speed === null ? null : stillness)),
];

/** Every figure of each sense's signals, in the order of a trace's columns. What is no figure, such as an intent, is a mark. */
export const SIGNAL_COLUMNS: Readonly<Record<Sense, readonly Column<Signal>[]>> = {
  face: [...base, ...face] as readonly Column<Signal>[],
  voice: [...base, ...voice] as readonly Column<Signal>[],
  text: [...base, ...text] as readonly Column<Signal>[],
  context: base,
  report: base,
  motion: [...base, ...motion] as readonly Column<Signal>[],
};

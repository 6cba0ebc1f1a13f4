import type { Seconds, SessionTime, Unit } from '../units.ts';
import { EMOTIONS, type Emotion, type EmotionDistribution } from './emotion.ts';

/**
 * How far Attune can see the player at all: nobody there, getting to know them, following them, or
 * following them badly.
 */
export type Phase = 'absent' | 'calibrating' | 'tracking' | 'uncertain';

/** What the player appears to feel while they are followed; null is that nothing stands out. */
export type Category = Emotion | 'mixed' | null;

/** What transitions are decided on. */
export interface MachineInput {
  /** Whether any sense tells anything about a player. */
  readonly present: boolean;
  /** How certain the fused estimate is. */
  readonly certainty: Unit;
  readonly emotions: EmotionDistribution;
}

/** Where the affect of a player stands. */
export interface MachineState {
  readonly phase: Phase;
  /** When the phase began. */
  readonly since: SessionTime;
  readonly category: Category;
  /** When the category began. */
  readonly felt: SessionTime;
  /** Transitions whose guard holds, and since when without a break. */
  readonly wanted: Readonly<Partial<Record<Region, { readonly to: Phase | Category; readonly since: SessionTime }>>>;
}

/** The machine's two regions: the phase, and within tracking the category. */
type Region = 'phase' | 'category';

/** One way from one state to another. */
export interface Transition {
  readonly region: Region;
  /** The states that it leaves; `any` is every other one of its region. */
  readonly from: Phase | Category | 'any';
  readonly to: Phase | Category;
  /** The guard in words, for the diagram. */
  readonly when: string;
  readonly guard: (input: MachineInput, now: MachineState) => boolean;
  /** How long the guard must hold without a break. */
  readonly dwell: Seconds;
}

/** Certainty falls below the first to be lost, and must rise above the second to be found again. */
const LOST = 0.25;
const FOUND = 0.4;

/** An emotion is entered above the first probability, and left below the second. */
const ENTERED = 0.42;
const LEFT = 0.28;
/** Another emotion takes over when it leads by so much. */
const LEAD = 0.12;
/** Two emotions, one pleasant and one not, are both felt when each has this probability. */
const BOTH = 0.27;
const BOTH_LEFT = 0.2;

/** Surprise is over before others have begun. */
const CATEGORY_DWELL = (emotion: Emotion): Seconds => (emotion === 'surprise' ? 0.25 : 0.5);

const share = (value: number): string => value.toFixed(2);

/** The likeliest unpleasant emotion, whose mixture with happiness is a feeling of its own. */
function darkest(emotions: EmotionDistribution): Unit {
  return Math.max(emotions.sadness, emotions.anger, emotions.fear, emotions.disgust, emotions.contempt);
}

const torn = (emotions: EmotionDistribution): Unit => Math.min(emotions.happiness, darkest(emotions));

const PHASES: readonly Transition[] = ([
  ['absent', 'calibrating', 'somebody is there', ({ present }) => present, 0.2],
  ['calibrating', 'absent', 'nobody is there', ({ present }) => !present, 2],
  ['calibrating', 'tracking', `certainty at least ${share(FOUND)}`, ({ certainty }) => certainty >= FOUND, 1.5],
  ['calibrating', 'uncertain', 'still there, not certain', ({ present }) => present, 5],
  ['tracking', 'absent', 'nobody is there', ({ present }) => !present, 2],
  ['tracking', 'uncertain', `certainty under ${share(LOST)}`, ({ certainty }) => certainty < LOST, 0.8],
  ['uncertain', 'absent', 'nobody is there', ({ present }) => !present, 2],
  ['uncertain', 'tracking', `certainty at least ${share(FOUND)}`, ({ certainty }) => certainty >= FOUND, 0.5],
] as const satisfies readonly (readonly [Phase, Phase, string, Transition['guard'], Seconds])[]).map(([from, to, when, guard, dwell]) => ({ region: 'phase', from, to, when, guard, dwell }));

const CATEGORIES: readonly Transition[] = [
  {
    region: 'category', from: 'any', to: null, when: 'not tracking', dwell: 0,
    guard: (_, { phase }) => phase !== 'tracking',
  },
  {
    region: 'category', from: 'any', to: 'mixed', when: `happiness and an unpleasant emotion at least ${share(BOTH)} each`, dwell: 0.8,
    guard: ({ emotions }, { phase }) => phase === 'tracking' && torn(emotions) >= BOTH,
  },
  ...EMOTIONS.map((emotion): Transition => ({
    region: 'category', from: 'any', to: emotion, when: `at least ${share(ENTERED)}, and ${share(LEAD)} above the present one`, dwell: CATEGORY_DWELL(emotion),
    guard: ({ emotions }, { phase, category }) => phase === 'tracking' && emotions[emotion] >= ENTERED && emotions[emotion] >= strengthOf(category, emotions) + LEAD,
  })),
  {
    region: 'category', from: 'any', to: null, when: `the present one under ${share(LEFT)} (mixed: either under ${share(BOTH_LEFT)})`, dwell: 0.8,
    guard: ({ emotions }, { category }) => (category === 'mixed' ? torn(emotions) < BOTH_LEFT : category !== null && emotions[category] < LEFT),
  },
];

/** How probable what is felt now still is; nothing to beat where nothing stands out. */
function strengthOf(category: Category, emotions: EmotionDistribution): number {
  if (category === null) return -LEAD;
  return category === 'mixed' ? torn(emotions) : emotions[category];
}

/** Every transition. In each region the first whose guard holds is the one that is wanted. */
export const TRANSITIONS: readonly Transition[] = [...PHASES, ...CATEGORIES];

export const NOBODY: MachineState = { phase: 'absent', since: 0, category: null, felt: 0, wanted: {} };

/** Moves phase and category on. Time that goes back only restarts a dwell; it can't force a transition. */
export function stepMachine(state: MachineState, at: SessionTime, input: MachineInput): MachineState {
  const moved = stepRegion(PHASES, 'phase', state, at, input);
  return stepRegion(CATEGORIES, 'category', moved, at, input);
}

function stepRegion(table: readonly Transition[], region: Region, state: MachineState, at: SessionTime, input: MachineInput): MachineState {
  const current = region === 'phase' ? state.phase : state.category;
  const transition = table.find(({ from, to, guard }) => (from === current || (from === 'any' && to !== current)) && guard(input, state));
  const { [region]: wanted, ...others } = state.wanted;
  if (!transition) return wanted ? { ...state, wanted: others } : state;
  const since = wanted && wanted.to === transition.to ? Math.min(wanted.since, at) : at;
  if (at - since < transition.dwell) {
    return wanted && wanted.to === transition.to && wanted.since === since ? state : { ...state, wanted: { ...others, [region]: { to: transition.to, since } } };
  }
  return region === 'phase'
    ? { ...state, phase: transition.to as Phase, since: at, wanted: others }
    : { ...state, category: transition.to as Category, felt: at, wanted: others };
}

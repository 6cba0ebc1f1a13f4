import { clamp, type Seconds, type SessionTime, type Unit } from '../units.ts';
import { EMOTIONS, type Emotion, type EmotionDistribution } from './emotion.ts';
import { BOTH, BOTH_LEFT } from './mixed.ts';

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
  /** Hardly averaged: the machine gathers evidence over time itself. */
  readonly emotions: EmotionDistribution;
}

/** Where the affect of a player stands. */
export interface MachineState {
  /** When it was last stepped. */
  readonly at: SessionTime;
  readonly phase: Phase;
  /** When the phase began. */
  readonly since: SessionTime;
  readonly category: Category;
  /** When the category began. */
  readonly felt: SessionTime;
  /** What has been gathered for each transition from here, by its place in {@link TRANSITIONS}; what has nothing is absent. */
  readonly gathered: Readonly<Record<number, Seconds>>;
}

/** One way from one state to another. */
export interface Transition {
  /** The machine has two regions: the phase, and within tracking the category. */
  readonly region: 'phase' | 'category';
  /** The state that it leaves; `any` is every other one of its region. */
  readonly from: Phase | 'any';
  readonly to: Phase | Category;
  /** In words, for the diagram. */
  readonly when: string;
  /**
   * How strongly the input speaks for it: of a phase 1, of a category a logarithm of odds. Negative speaks against it. Seconds of it
   * are gathered, and lost as fast, so that one bad moment neither makes nor unmakes a feeling (a CUSUM test,
   * Page 1954); minus infinity loses all.
   */
  readonly speaks: (input: MachineInput, now: MachineState) => number;
  /** How much of it must have been gathered. */
  readonly dwell: Seconds;
}

/** Certainty falls below the first to be lost, and must rise above the second to be found again. */
const LOST = 0.2;
const FOUND = 0.35;

/** Where nothing stands out, an emotion must exceed the first probability to be felt; one that is felt is left below the second. */
const ENTERED = 0.32;
const LEFT = 0.2;
/** Another emotion that is so many times as probable as what is felt is soon believed; one that leads by less must do so for longer. */
const CLEARLY = 1.6;

/** Odds of five to one speak as strongly as anything can: what nets are surer of is no better evidence. */
const MOST = 1.7;

/** A gap in what is seen counts as no more than this. */
const LONGEST_STEP: Seconds = 0.5;

/** How strongly `a` exceeds `b`, in logarithms of odds. */
function exceeds(a: Unit, b: Unit): number {
  return clamp(Math.log(Math.max(1e-4, a) / Math.max(1e-4, b)), -MOST, MOST);
}

/** How far happiness and the likeliest unpleasant emotion are felt at once. */
function torn({ happiness, sadness, anger, fear, disgust, contempt }: EmotionDistribution): Unit {
  return Math.min(happiness, Math.max(sadness, anger, fear, disgust, contempt));
}

/** How probable what is felt now still is. */
function strengthOf(category: Exclude<Category, null>, emotions: EmotionDistribution): Unit {
  return category === 'mixed' ? emotions.happiness + torn(emotions) : emotions[category];
}

/** How strongly an emotion leads what is felt, `times` over, or stands out where nothing does. */
const leads = (emotion: Emotion, times: number): Transition['speaks'] => ({ emotions }, { category }) =>
  Math.min(exceeds(emotions[emotion], category === null ? ENTERED : times * strengthOf(category, emotions)), exceeds(emotions[emotion], LEFT));

/** A guard that must hold without a break. */
const unbroken = (guard: (input: MachineInput) => boolean): Transition['speaks'] => (input) => (guard(input) ? 1 : -Infinity);
/** A guard that must hold for longer than it does not. */
const mostly = (guard: (input: MachineInput) => boolean): Transition['speaks'] => (input) => (!input.present ? -Infinity : guard(input) ? 1 : -1);
const tracked = (speaks: Transition['speaks']): Transition['speaks'] => (input, now) => (now.phase === 'tracking' ? speaks(input, now) : -Infinity);
const share = (value: number): string => value.toFixed(2);

/** Every transition. In each region the first that has gathered enough is taken. */
export const TRANSITIONS: readonly Transition[] = [
  { region: 'phase', from: 'absent', to: 'calibrating', when: 'somebody is there', speaks: unbroken(({ present }) => present), dwell: 0.2 },
  { region: 'phase', from: 'calibrating', to: 'absent', when: 'nobody is there', speaks: unbroken(({ present }) => !present), dwell: 2 },
  { region: 'phase', from: 'calibrating', to: 'tracking', when: `mostly certain by ${share(FOUND)}`, speaks: mostly(({ certainty }) => certainty >= FOUND), dwell: 1.5 },
  { region: 'phase', from: 'calibrating', to: 'uncertain', when: 'still there, mostly less certain', speaks: mostly(({ certainty }) => certainty < FOUND), dwell: 5 },
  { region: 'phase', from: 'tracking', to: 'absent', when: 'nobody is there', speaks: unbroken(({ present }) => !present), dwell: 2 },
  { region: 'phase', from: 'tracking', to: 'uncertain', when: `still there, mostly less certain than ${share(LOST)}`, speaks: mostly(({ certainty }) => certainty < LOST), dwell: 0.8 },
  { region: 'phase', from: 'uncertain', to: 'absent', when: 'nobody is there', speaks: unbroken(({ present }) => !present), dwell: 2 },
  { region: 'phase', from: 'uncertain', to: 'tracking', when: `mostly certain by ${share(FOUND)}`, speaks: mostly(({ certainty }) => certainty >= FOUND), dwell: 0.5 },
  { region: 'category', from: 'any', to: null, when: 'not tracking', speaks: (_, { phase }) => (phase === 'tracking' ? -Infinity : 1), dwell: 0 },
  {
    region: 'category', from: 'any', to: 'mixed', when: `happiness and an unpleasant emotion exceed ${share(BOTH)} each`, dwell: 0.3,
    speaks: tracked(({ emotions }) => exceeds(torn(emotions), BOTH)),
  },
  ...EMOTIONS.flatMap((emotion): Transition[] => [
    { region: 'category', from: 'any', to: emotion, when: `it exceeds ${CLEARLY} times the present one, and ${share(LEFT)}; ${share(ENTERED)} where there is none`, dwell: 0.18, speaks: tracked(leads(emotion, CLEARLY)) },
    { region: 'category', from: 'any', to: emotion, when: `it exceeds the present one, and ${share(LEFT)}`, dwell: 0.8, speaks: tracked(leads(emotion, 1)) },
  ]),
  {
    region: 'category', from: 'any', to: null, when: `the present one falls under ${share(LEFT)} (mixed: either under ${share(BOTH_LEFT)})`, dwell: 0.85,
    speaks: tracked(({ emotions }, { category }) => (category === null ? -Infinity : category === 'mixed' ? exceeds(BOTH_LEFT, torn(emotions)) : exceeds(LEFT, emotions[category]))),
  },
];

export const NOBODY: MachineState = { at: 0, phase: 'absent', since: 0, category: null, felt: 0, gathered: {} };

/** Moves phase and category on. Time that goes back gathers nothing. */
export function stepMachine(state: MachineState, at: SessionTime, input: MachineInput): MachineState {
  const elapsed = Math.max(0, at - state.at);
  return stepRegion('category', stepRegion('phase', state, at, elapsed, input), at, elapsed, input);
}

function stepRegion(region: Transition['region'], state: MachineState, at: SessionTime, elapsed: Seconds, input: MachineInput): MachineState {
  const current = region === 'phase' ? state.phase : state.category;
  const gathered: Record<number, Seconds> = {};
  for (let index = 0; index < TRANSITIONS.length; index += 1) {
    const transition = TRANSITIONS[index]!;
    const before = state.gathered[index];
    if (transition.region !== region) {
      if (before !== undefined) gathered[index] = before;
      continue;
    }
    if (transition.to === current || (transition.from !== 'any' && transition.from !== current)) continue;
    const speaks = transition.speaks(input, state);
    if (speaks === -Infinity) continue;
    // What begins to speak has held for no time yet.
    const now = before === undefined ? (speaks > 0 ? 0 : -1) : before + Math.min(elapsed, region === 'phase' ? elapsed : LONGEST_STEP) * speaks;
    if (now < 0) continue;
    if (now >= transition.dwell) return taken(region, state, transition.to, at);
    gathered[index] = now;
  }
  return { ...state, at, gathered };
}

function taken(region: Transition['region'], state: MachineState, to: Transition['to'], at: SessionTime): MachineState {
  const others = Object.fromEntries(Object.entries(state.gathered).filter(([index]) => TRANSITIONS[Number(index)]!.region !== region));
  return region === 'phase'
    ? { ...state, at, phase: to as Phase, since: at, gathered: others }
    : { ...state, at, category: to as Category, felt: at, gathered: others };
}

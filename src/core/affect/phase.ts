import type { Seconds, SessionTime, Unit } from '../units.ts';

/**
 * How far Attune can see the player at all: nobody there, getting to know them, following them, or
 * following them badly.
 */
export type Phase = 'absent' | 'calibrating' | 'tracking' | 'uncertain';

/** What the phases are decided on. */
export interface PhaseInput {
  /** Whether any sense tells anything about a player. */
  readonly present: boolean;
  /** How certain the fused estimate is. */
  readonly certainty: Unit;
}

export interface PhaseState {
  readonly phase: Phase;
  readonly since: SessionTime;
  /** The phase that the guards now ask for, and since when they have asked without a break. */
  readonly wanted: { readonly phase: Phase; readonly since: SessionTime } | null;
}

interface Transition {
  readonly from: Phase;
  readonly to: Phase;
  readonly guard: (input: PhaseInput) => boolean;
  /** How long the guard must hold without a break. */
  readonly dwell: Seconds;
}

/** Certainty falls below the first to be lost, and must rise above the second to be found again. */
const LOST = 0.3;
const FOUND = 0.45;

/** Every transition. The first whose guard holds is the one that is wanted. */
export const PHASE_TRANSITIONS: readonly Transition[] = [
  { from: 'absent', to: 'calibrating', guard: ({ present }) => present, dwell: 0.2 },
  { from: 'calibrating', to: 'absent', guard: ({ present }) => !present, dwell: 2 },
  { from: 'calibrating', to: 'tracking', guard: ({ certainty }) => certainty >= FOUND, dwell: 1.5 },
  { from: 'calibrating', to: 'uncertain', guard: ({ present }) => present, dwell: 5 },
  { from: 'tracking', to: 'absent', guard: ({ present }) => !present, dwell: 2 },
  { from: 'tracking', to: 'uncertain', guard: ({ certainty }) => certainty < LOST, dwell: 0.8 },
  { from: 'uncertain', to: 'absent', guard: ({ present }) => !present, dwell: 2 },
  { from: 'uncertain', to: 'tracking', guard: ({ certainty }) => certainty >= FOUND, dwell: 0.5 },
];

export const NOBODY: PhaseState = { phase: 'absent', since: 0, wanted: null };

/** Moves the phase on. Time that goes back only restarts the dwell; it can't force a transition. */
export function stepPhase(state: PhaseState, at: SessionTime, input: PhaseInput): PhaseState {
  const transition = PHASE_TRANSITIONS.find(({ from, guard }) => from === state.phase && guard(input));
  if (!transition) return state.wanted ? { ...state, wanted: null } : state;
  const since = state.wanted?.phase === transition.to ? Math.min(state.wanted.since, at) : at;
  if (at - since >= transition.dwell) return { phase: transition.to, since: at, wanted: null };
  return state.wanted?.phase === transition.to && state.wanted.since === since ? state : { ...state, wanted: { phase: transition.to, since } };
}

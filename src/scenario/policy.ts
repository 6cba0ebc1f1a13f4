import type { ContextEvent, DialogueAct, Unit } from '../core/index.ts';
import type { Mood } from './mood.ts';
import type { PackContent } from './pack.ts';

/** What a message seems to want, without a word of it. */
export interface Finding {
  /** Whether it wants one of the pack's intents at all. */
  readonly known: boolean;
  /** Whether the likeliest is hardly likelier than the next. */
  readonly close: boolean;
  /** The likeliest intents, the likeliest first. */
  readonly ranking: readonly { readonly intent: string; readonly confidence: Unit }[];
  /** Which of the offers it takes, from 0; -1 for none of them, null where it does not say. */
  readonly choice: number | null;
}

/** What a policy hears of. No words are in it, so a log of it may be kept. */
export type ScenarioEvent =
  /** Somebody said something. The turn counts their messages from 1; one that comes again was corrected, and what it led to is taken back. */
  | { readonly type: 'message'; readonly turn: number; readonly act: DialogueAct; readonly finding: Finding; readonly mood: Mood; /** Slots whose values are known. */ readonly slots: readonly string[] }
  /** They appear to feel otherwise than before. */
  | { readonly type: 'mood'; readonly mood: Mood }
  /** They said how good it was, from 1 to 5. */
  | { readonly type: 'rated'; readonly stars: number }
  /** A person took over, or left it to the character again. */
  | { readonly type: 'person'; readonly present: boolean };

/** A piece of what is said, put into words outside. */
export type Piece =
  | { readonly reaction: Mood }
  | { readonly line: string }
  | { readonly knowledge: string }
  /** Asks for what a line needs. */
  | { readonly slot: string }
  /** Titles of intents to choose from. */
  | { readonly offer: readonly string[] };

/** What a policy wants to happen; the scenario does it. */
export type ScenarioEffect =
  /** Nothing said leaves the words to the next dialogue. */
  | { readonly type: 'say'; readonly pieces: readonly Piece[] }
  /** Something that the agent's core should know of: `agent.observe`. The core may answer it, which takes the turn of a message that is being answered. */
  | { readonly type: 'observe'; readonly event: ContextEvent }
  | { readonly type: 'measure'; readonly measure: string; readonly by: number }
  /** A person should take over; what they should know is in the state. */
  | { readonly type: 'hand-over' };

/**
 * Decides in a scenario what is said, what the agent is told of and what is counted: a reducer, pure and without words. The same events
 * lead to the same state.
 */
export interface Policy<State> {
  readonly name: string;
  /** Lines that a pack must have for it. */
  readonly lines: readonly string[];
  /** Acts that an intent may name instead of an answer. */
  readonly acts: readonly string[];
  /** Measures that it counts, all of which a pack must describe. */
  readonly measures: readonly string[];
  begin(): State;
  step(state: State, event: ScenarioEvent, content: PackContent): readonly [State, readonly ScenarioEffect[]];
}

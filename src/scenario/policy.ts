import type { ContextEvent, DialogueAct, Language, SessionTime, Unit } from '../core/index.ts';
import type { Mood, MoodEvidence } from './mood.ts';
import type { MoreReading, PackContent, Texts } from './pack.ts';

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

/** What a policy hears of. No words are in it, so a log of it may be kept. `Own` is what the policy notices for itself; plain data without words. */
export type ScenarioEvent<Own = never> =
  /** Somebody said something. The turn counts their messages from 1; one that comes again was corrected, and what it led to is taken back. */
  | { readonly type: 'message'; readonly turn: number; readonly act: DialogueAct; readonly finding: Finding; readonly mood: Mood; /** Slots whose values are known. */ readonly slots: readonly string[]; /** What the policy noticed in it. */ readonly own?: Own }
  /** They appear to feel otherwise than before. */
  | { readonly type: 'mood'; readonly mood: Mood }
  /** They said how good it was, from 1 to 5. */
  | { readonly type: 'rated'; readonly stars: number }
  /** A person took over, or left it to the character again. */
  | { readonly type: 'person'; readonly present: boolean }
  /** Something that only this policy knows of, noticed by it or told by the page. */
  | ([Own] extends [never] ? never : { readonly type: 'own'; readonly own: Own });

/** What a policy may notice something in: words, or how somebody appears. */
export interface Noticed {
  /** What they wrote or said; null where only how they appear may have changed. */
  readonly words: string | null;
  readonly language: Language;
  /** How they appear; null where that is not known, or the policy must not hear of it. */
  readonly affect: MoodEvidence | null;
  /** The session's time; null where nobody tells it. */
  readonly at: SessionTime | null;
}

/** A piece of what is said, put into words outside. */
export type Piece =
  | { readonly reaction: Mood }
  | { readonly line: string }
  | { readonly knowledge: string }
  /** Asks for what a line needs. */
  | { readonly slot: string }
  /** Titles of intents to choose from. */
  | { readonly offer: readonly string[] }
  /** A text out of the pack's `more`, in the languages that it has. */
  | { readonly text: Texts };

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
 *
 * @typeParam More what its packs have beyond what every pack has, where it needs that
 * @typeParam Own what it notices for itself
 */
export interface Policy<State, More = undefined, Own = never> {
  readonly name: string;
  /** Lines that a pack must have for it. */
  readonly lines: readonly string[];
  /** Acts that an intent may name instead of an answer. */
  readonly acts: readonly string[];
  /** Measures that it counts, all of which a pack must describe. */
  readonly measures: readonly string[];
  /** Whether it may hear how somebody appears. Where it is false every mood is unknown. Default true. */
  readonly feelings?: boolean;
  /** Reads the `more` of a pack, which may hold anything, or tells what is wrong with it. Without one a pack must have none. */
  more?(data: unknown, languages: readonly Language[]): MoreReading<More>;
  /** Makes an event of its own out of words (which then comes with the message) or of how somebody appears; null for nothing. Runs once, outside; what it returns is what is logged. */
  notice?(noticed: Noticed, state: State, more: More): Own | null;
  begin(): State;
  step(state: State, event: ScenarioEvent<Own>, content: PackContent, more: More): readonly [State, readonly ScenarioEffect[]];
}

import type { AgentEvent } from '../agent/event.ts';
import type { Supervised } from '../health/part.ts';
import type { AttuneError } from '../problem.ts';
import type { Sense } from '../signals/signal.ts';
import type { HeardWords } from '../signals/text.ts';
import type { Clock } from './clock.ts';

/** Where a source sends what it observes. */
export interface SignalSink {
  /** Signals, speech boundaries and changes of the sense's own status. */
  readonly event: (event: AgentEvent) => void;
  /** Words of the player, as far as they were made out; the last of a speech are answered. */
  readonly words: (words: HeardWords) => void;
  /** Whether the player looks at the agent now, as somebody does who hands over; null where that is not seen. */
  readonly looking?: () => boolean | null;
  /** Something went wrong, in words for people; the status event goes beside it. */
  readonly problem: (problem: AttuneError) => void;
}

/**
 * A sense: camera, microphone, or anything that observes the player.
 *
 * A source never throws after `start` was called: it reports a problem and a status, and the loop
 * goes on without it. It may be started again after a stop.
 */
export interface SignalSource extends Supervised {
  readonly sense: Sense;
  /** Begins to observe. Resolves when live, or when the attempt has failed and was reported. */
  start(clock: Clock, sink: SignalSink): Promise<void>;
  /** Releases the device and every worker. Safe to call at any time, also twice. */
  stop(): Promise<void>;
}

import { type AgentEvent, type AgentState, AttuneError, type Cue, type EmotionFuser, guardFuser, initialState, step } from '../core/index.ts';
import type { EventLog } from './log.ts';

/** What of a log a replay goes by. */
type Replayable = Pick<EventLog, 'settings' | 'events'>;

/** By which fusion net a session is replayed, and who sees it on the way. */
export interface ReplayOptions {
  /** The net that the session was fused by, where there was one. */
  readonly fuser?: EmotionFuser | null;
  /** Sees every state on the way. */
  readonly onStep?: (state: AgentState, event: AgentEvent) => void;
}

/** What a replayed session came to. */
export interface Replay {
  readonly state: AgentState;
  /** Every cue, in order; the same log gives the same ones, byte for byte. */
  readonly cues: readonly Cue[];
}

/** The names of the fusion nets that a session used; empty where all was weighted. */
export function netsOf({ settings, events }: Replayable): string[] {
  const named = [settings.fusion, ...events.filter((event) => event.type === 'fusion')].flatMap((choice) => choice?.net ?? []);
  return [...new Set(named)];
}

/** The same session as if there had been no fusion net: face and voice are weighted, so it may go another way than it did. */
export function withoutNet<T extends Replayable>(log: T): T {
  const { fusion, ...settings } = log.settings;
  return { ...log, settings: fusion ? { ...settings, fusion: { ...fusion, net: null } } : settings, events: log.events.map((event) => (event.type === 'fusion' ? { type: event.type, at: event.at, method: event.method, net: null } : event)) };
}

/** @throws {AttuneError} `model-missing` where the net that a session was fused by is not the one given */
export function expectNet(name: string | null | undefined, fuser: EmotionFuser | null): void {
  if (name == null || name === fuser?.name) return;
  throw new AttuneError('model-missing', `Expected the fusion net "${name}", by which this session was fused, but got ${fuser ? `"${fuser.name}"` : 'none'}. Pass it as fuser, or ask for a replay without it, which may go another way.`);
}

/**
 * Runs a log through the core again.
 *
 * @throws {AttuneError} `model-missing` when the net that it was fused by was not given; {@link withoutNet} replays the session without it
 */
export function replay(log: Replayable, { fuser = null, onStep }: ReplayOptions = {}): Replay {
  for (const name of netsOf(log)) expectNet(name, fuser);
  const guarded = fuser && guardFuser(fuser);
  let state = initialState(log.settings);
  const cues: Cue[] = [];
  for (const event of log.events) {
    const [next, effects] = step(state, event, guarded);
    state = next;
    for (const effect of effects) if (effect.type === 'perform') cues.push(effect.cue);
    onStep?.(state, event);
  }
  return { state, cues };
}

import { type Agent, type AgentOptions, AttuneError, type Seconds, type SessionTime } from '../../core/index.ts';
import { firstKioskState, isVisit, type KioskEvent, type KioskStage, parseKioskConfig, stepKiosk } from '../../kiosk/index.ts';
import { createMemory } from '../../memory/index.ts';
import type { Befell, Fault } from '../faults/fault.ts';
import { createChance, createMadePlayer, type MadePlayer } from '../made-player.ts';
import { createManualClock, type ManualClock } from '../manual-clock.ts';
import { nextDeed } from './deeds.ts';
import { type MakeEar, simpleEar } from './ear.ts';
import type { Invariant, Violation } from './invariants.ts';
import { createRoom, type Room } from './room.ts';
import { AGENT, type Torment, type TorturedPorts } from './seat.ts';

/** How long and how badly the loop is tortured, and with which ports; everything may be left out. */
export interface TortureOptions {
  /** The same seed gives the same torture. Default: 1. */
  readonly seed?: number;
  /** How long it lasts, by the session's clock. Default: 600. */
  readonly duration?: Seconds;
  /** How probable a fault is at each step of a port; 0 for a day on which nothing breaks. Default: 0.15. */
  readonly share?: number;
  /** Only these faults. Default: all. */
  readonly only?: readonly Fault[];
  /** Ports of your own, made for the clock of the torture; they are made faulty in place of the fakes. */
  readonly ports?: (clock: ManualClock) => TorturedPorts;
  /** Makes the agents. Default: createAgent. */
  readonly makeAgent?: (options: AgentOptions) => Agent;
  /** How speech becomes words by a recogniser. Default: as plainly as can be. */
  readonly makeEar?: MakeEar;
  /** What only the host knows of its process; looked at once a simulated minute. */
  readonly host?: TorturedHost;
  /** Hears every violation as it is found. */
  readonly onViolation?: (violation: Violation) => void;
  /** Hears every line of every log, every problem and every fault, to look at how something came about. */
  readonly trace?: (line: string) => void;
  /** Hears how far it is, in [0, 1], once a simulated minute. */
  readonly onProgress?: (share: number) => void;
}

/** What the torture needs of the process that it runs in, to notice what is lost or kept. */
export interface TorturedHost {
  /** Lets the process do what it does between tasks, such as telling of rejections. */
  readonly breathe: () => Promise<void>;
  /** Rejections that nobody awaited since the last call. */
  readonly rejections: () => readonly string[];
  /** Memory that is in use, in bytes, after what nobody holds was taken away. */
  readonly memory: () => number;
}

/** What came of it. */
export interface TortureReport {
  readonly seed: number;
  readonly seconds: Seconds;
  /** States that were looked at. */
  readonly steps: number;
  readonly visits: number;
  readonly agents: number;
  readonly utterances: number;
  /** How often each fault happened, by port and fault: "speech slow". */
  readonly faults: ReadonlyMap<string, number>;
  /** Seconds from each fault to the next sign that what it hit works again, by port and fault. */
  readonly recoveries: ReadonlyMap<string, readonly Seconds[]>;
  /** The first twenty of each invariant. */
  readonly violations: readonly Violation[];
}

/** Which stages of a kiosk follow each other. */
const STAGES: Readonly<Record<KioskStage, readonly KioskStage[]>> = {
  attract: ['consent', 'closed'], consent: ['visit', 'attract', 'closed'], visit: ['asking', 'farewell'], asking: ['visit', 'farewell'], farewell: ['consent', 'attract', 'closed'], closed: ['attract'],
};
const BEAT: Seconds = 1;
/** Quiet hours are ten minutes out of six hours, so that a day has several. */
const isQuietAt = (at: SessionTime): boolean => at % 21_600 > 21_000;
/** More memory than at the first look may be in use by so many bytes. */
const MOST_GROWTH = 64e6;
/** Minutes between looks. */
const LOOKS = 10;
/** Of each invariant. */
const MOST_TOLD = 20;

/**
 * Lets agents live in a hall where visitors come, talk, fall silent and leave, while everything breaks that they depend on, and looks
 * after every step at whether what must hold does ({@link INVARIANTS}).
 *
 * ```ts
 * import { torture } from 'attune/testing';
 *
 * const { violations } = await torture({ seed: 7, duration: 3600 });
 * console.log(violations); // [] is what to hope for
 * ```
 *
 * @throws {AttuneError} `bad-input` when the duration is not above 0, or as createFaults does
 */
export async function torture(options: TortureOptions = {}): Promise<TortureReport> {
  const { seed = 1, duration = 600, share = 0.15, only, ports = () => ({}), makeAgent = AGENT, makeEar = simpleEar, host, trace = null, onViolation, onProgress } = options;
  if (!(duration > 0)) throw new AttuneError('bad-input', `Expected a duration above 0, but got ${duration}.`);
  const clock = createManualClock();
  const chance = createChance(seed);
  const times = parseKioskConfig({}).idle;
  const faults = new Map<string, number>();
  const recoveries = new Map<string, Seconds[]>();
  const violations: Violation[] = [];
  let [steps, visits, agents, utterances] = [0, 0, 0, 0];
  let kiosk = firstKioskState(0);
  let room: Room | null = null;
  /** How many visitors the agents of the room are still to meet. */
  let staysFor = 0;
  let minutes = 0;
  let used: number | null = null;

  function violate(invariant: Invariant, found: string): void {
    const violation = { invariant, found, at: clock.now() };
    trace?.(`VIOLATION ${invariant}: ${found}`);
    if (violations.filter((each) => each.invariant === invariant).length < MOST_TOLD) violations.push(violation);
    onViolation?.(violation);
  }

  const torment: Torment = {
    clock, share, only, makeAgent, ports, violate, pass, recoveries, trace,
    onFault({ port, fault, at }: Befell) {
      const name = `${port} ${fault}`;
      faults.set(name, (faults.get(name) ?? 0) + 1);
      trace?.(`FAULT ${name} at ${at.toFixed(2)}`);
    },
  };

  function tell(event: KioskEvent): void {
    const before = kiosk.stage;
    kiosk = stepKiosk(kiosk, event, times);
    if (kiosk.stage !== before && !STAGES[before].includes(kiosk.stage)) violate('phases', `the kiosk went from ${before} to ${kiosk.stage}`);
  }

  /** Nothing that is due may throw at the clock that calls it. */
  async function pass(seconds: Seconds): Promise<void> {
    for (const until = clock.now() + seconds; ;) {
      try {
        await clock.advanceAsync(Math.max(0, until - clock.now()));
        return;
      } catch (thrown) {
        violate('goes', thrown instanceof Error ? thrown.stack ?? thrown.message : String(thrown));
      }
    }
  }

  async function beat(player: MadePlayer | null): Promise<void> {
    await pass(BEAT);
    const at = clock.now();
    tell({ type: 'quiet', at, quiet: isQuietAt(at) });
    tell({ type: 'tick', at });
    attempt(() => room?.sense(player));
    if (at < 60 * (minutes + 1)) return;
    await lookAtHost();
    onProgress?.(Math.min(1, at / duration));
  }

  async function lookAtHost(): Promise<void> {
    minutes += 1;
    if (!host) return;
    await host.breathe();
    for (const rejection of host.rejections()) violate('goes', `nobody awaited ${rejection}`);
    if (minutes % LOOKS !== 0) return;
    const now = host.memory();
    used ??= now;
    if (now - used > MOST_GROWTH) violate('memory', `${((now - used) / 1e6).toFixed(0)} MB more are in use than after ${LOOKS} minutes`);
  }

  async function enter(): Promise<Room> {
    visits += 1;
    staysFor -= 1;
    if (room) return room;
    const two = chance() < 0.15;
    agents += two ? 2 : 1;
    // Most agents are made for one visit, as in a kiosk; some stay for hours.
    staysFor = chance() < 0.6 ? 0 : Math.floor(15 * chance() ** 2);
    room = createRoom(torment, { name: `agent ${agents}`, seed: seed * 100_003 + visits * 17, agents: two ? 2 : 1, replays: visits % 3 === 1, chance, makeEar });
    return room;
  }

  async function leave(): Promise<void> {
    if (!room) return;
    room.forget();
    if (staysFor > 0) return;
    const closing = room;
    room = null;
    for (const seat of closing.seats) [steps, utterances] = [steps + seat.steps, utterances + seat.utterances];
    await closing.close();
  }

  async function visit(): Promise<void> {
    tell(chance() < 0.5 ? { type: 'presence', at: clock.now(), present: true } : { type: 'sign', at: clock.now() });
    if (chance() < 0.1) {
      for (const until = clock.now() + 60; kiosk.stage === 'consent' && clock.now() < until;) await beat(null);
      return;
    }
    tell({ type: 'consent', at: clock.now() });
    if (!isVisit(kiosk.stage)) return;
    const { do: act } = await enter();
    const player = createMadePlayer(chance);
    player.live(clock.now());
    const leavesAt = clock.now() + 20 + 600 * chance() ** 2;
    const talks = 2 + 28 * chance() ** 2;
    for (let next = clock.now() + talks * chance(); isVisit(kiosk.stage) && clock.now() < duration;) {
      const here = clock.now() < leavesAt;
      await beat(here ? player : null);
      if (!here) {
        tell({ type: 'presence', at: clock.now(), present: false });
        if (chance() < 0.05) tell({ type: 'leave', at: clock.now() });
      } else if (clock.now() >= next) {
        next = clock.now() + talks * chance();
        tell({ type: 'sign', at: clock.now() });
        attempt(() => act(nextDeed(chance)));
      }
    }
    tell({ type: 'presence', at: clock.now(), present: chance() < 0.1 ? null : false });
    await leave();
  }

  function attempt(deed: () => void): void {
    try {
      deed();
    } catch (thrown) {
      // What is asked for wrongly is refused in one sentence.
      if (!(thrown instanceof AttuneError)) violate('goes', thrown instanceof Error ? thrown.stack ?? thrown.message : String(thrown));
    }
  }

  // What memories load when they are first wanted, so that no time passes outside of the clock.
  await createMemory({ span: 'session' }).settled();
  while (clock.now() < duration) {
    await visit();
    for (const until = Math.min(duration, clock.now() + 5 + 40 * chance() ** 2); clock.now() < until;) await beat(null);
  }
  staysFor = 0;
  await leave();
  await lookAtHost();
  return { seed, seconds: clock.now(), steps, visits, agents, utterances, faults, recoveries, violations };
}

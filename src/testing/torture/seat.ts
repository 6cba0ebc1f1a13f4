import {
  type Agent, type AgentOptions, type AgentState, asProblem, AttuneError, createAgent, type DialogueProvider, EMOTIONS, type EmotionFuser, normalise, readText, type Seconds, type Sense, type SignalSource,
  type SpeechSynthesizer, type TextReader, UNIFORM,
} from '../../core/index.ts';
import { createMemory } from '../../memory/index.ts';
import { createFakeDialogue, createFakeSpeech } from '../fake-ports.ts';
import { createFakeStore } from '../fake-store.ts';
import { createFaults, type FaultsOptions } from '../faults/create-faults.ts';
import { type Befell, Planted } from '../faults/fault.ts';
import type { ManualClock } from '../manual-clock.ts';
import type { Invariant } from './invariants.ts';
import { createRecovery, type Recoveries, type Recovery } from './recovery.ts';
import { createShadow } from './shadow.ts';
import { createTally } from './tally.ts';
import { watchAgent } from './watch-agent.ts';
import { type UnderWay, watchVoice } from './watched-voice.ts';

/** Ports of somebody's own, which are made faulty as the fakes are that stand in for those left out. */
export interface TorturedPorts {
  readonly dialogue?: DialogueProvider;
  readonly text?: TextReader;
  readonly speech?: SpeechSynthesizer;
}

/** What all of a torture has in common. */
export interface Torment {
  readonly clock: ManualClock;
  /** The share of faults; 0 for none. */
  readonly share: number;
  readonly only: FaultsOptions['only'];
  readonly makeAgent: (options: AgentOptions) => Agent;
  readonly ports: (clock: ManualClock) => TorturedPorts;
  readonly violate: (invariant: Invariant, found: string) => void;
  /** Lets time pass; what is thrown meanwhile is a violation. */
  readonly pass: (seconds: Seconds) => Promise<void>;
  readonly onFault: (fault: Befell) => void;
  readonly recoveries: Recoveries;
  readonly trace: ((line: string) => void) | null;
}

interface SeatOptions {
  readonly name: string;
  readonly seed: number;
  /** Whether its log is replayed beside it. */
  readonly replays: boolean;
  /** What brings a voice to the floor of its room. */
  readonly floor: (voice: SpeechSynthesizer) => SpeechSynthesizer;
  /** Utterances of all voices of the room. */
  readonly underWay: UnderWay;
  /** Hears that a sense told of something. */
  readonly sensed: (sense: Sense) => void;
}

/** One agent with everything that it depends on, all of it faulty, and watched. */
export interface Seat {
  readonly agent: Agent;
  readonly steps: number;
  /** How many utterances it began. */
  readonly utterances: number;
  attach(source: SignalSource): void;
  /** The player writes; what may not be written is refused in one sentence. */
  write(text: string, corrects?: string): void;
  look(): void;
  forget(): void;
  /** Stops the agent; resolves when that is done. */
  close(): Promise<void>;
  /** Tells what it left open. */
  checkReleased(): void;
}

/** Lines a second, on average over a minute and more; a picture of a face twice a second is most of what is in them. */
const MOST_LINES = 60;
const LONGEST_LINE = 8000;

/** A net that knows as much as both say, on average. */
const FUSER: EmotionFuser = {
  name: 'tortured',
  fuse: ({ face, voice }) => normalise(Object.fromEntries(EMOTIONS.map((emotion) => [emotion, (face ?? UNIFORM)[emotion] + (voice ?? UNIFORM)[emotion]])) as typeof UNIFORM),
};

export function createSeat(torment: Torment, { name, seed, replays, floor, underWay, sensed }: SeatOptions): Seat {
  const { clock, share, only, violate } = torment;
  const recovery: Recovery = createRecovery(torment.recoveries);
  const onFault = (fault: Befell): void => {
    torment.onFault(fault);
    recovery.broke(fault);
  };
  const chosen = only ? { only } : {};
  const faults = createFaults({ clock, seed, share, onFault, ...chosen });
  const fuserAgain = (told?: FaultsOptions['onFault']): EmotionFuser => createFaults({ clock, seed, share: share / 20, ...chosen, ...(told && { onFault: told }) }).fuser(FUSER);
  const tally = createTally();
  const given = torment.ports(clock);

  const memory = createMemory({ span: 'session', store: faults.store(createFakeStore()) });
  if (seed % 2 === 0) void memory.remember('device');
  const born = clock.now();
  let [lines, utterances] = [0, 0];
  const shadow = replays ? createShadow(fuserAgain()) : null;
  let differs = false;
  function record(line: string): void {
    lines += 1;
    torment.trace?.(`${name} ${line}`);
    if (line.length > LONGEST_LINE) violate('log-bounded', `${name} wrote a line of ${line.length} characters`);
    const difference = differs ? null : shadow?.read(line) ?? null;
    if (difference === null) return;
    differs = true;
    violate('replayable', `${name}: ${difference}`);
  }

  const voice = faults.speech(given.speech ?? createFakeSpeech({ languages: seed % 3 === 0 ? ['en', 'zh'] : ['en'] }));
  const speech = watchVoice(floor(watchVoice(voice, { name, underWay, violate })), {
    name, violate, underWay: new Set(),
    onCancel(id) {
      watch.cancelled(id);
      recovery.dropped('speech', 'dialogue');
    },
  });
  const agent = torment.makeAgent({
    clock: tally.clock(faults.clock(clock)), seed: seed >>> 0, language: seed % 5 === 0 ? 'zh' : 'en', speech,
    dialogue: tally.dialogue(faults.dialogue(memory.welcoming(given.dialogue ?? createFakeDialogue({ streams: clock })))),
    fallback: tally.dialogue(faults.dialogue(createFakeDialogue())),
    text: faults.text(given.text ?? { read: async (text, language) => readText(text, language) }),
    memory: faults.memory(memory), fusion: { method: 'auto', fuser: fuserAgain(onFault) },
    // Hundreds of lines a minute are recorded, and the first that can't be is the last.
    record: createFaults({ clock, seed: seed + 1, share: share / 3000, onFault, ...chosen }).host(record), recordWords: seed % 4 === 0, playSound: faults.host(() => undefined),
    onProblem(problem) {
      torment.trace?.(`${name} problem ${problem.code} ${problem.message}`);
      if (!(problem instanceof AttuneError)) violate('goes', `${name} told of a problem that is none: ${String(problem)}`);
    },
  });
  const watch = watchAgent(agent, { clock, violate: (invariant, found) => violate(invariant, `${name}: ${found}`), stepped: signsOfLife });
  const driver = faults.driver({ apply: () => recovery.works('driver', clock.now()), dispose: () => undefined });

  /** What shows that a port works again. */
  function signsOfLife(now: AgentState, before: AgentState): void {
    const at = clock.now();
    if (now.at > before.at) recovery.works('clock', at);
    recovery.works('fuser', at);
    recovery.works('host', at);
    for (const sense of ['face', 'voice', 'motion'] as const) if (now.signals[sense] !== before.signals[sense]) sensed(sense);
    if (now.signals.text !== before.signals.text) {
      recovery.works('text', at);
      recovery.works('memory', at);
      recovery.works('store', at);
    }
    const [is, was] = [now.conversation.utterance, before.conversation.utterance];
    if (is && is.id !== was?.id) utterances += 1;
    // One that takes another's place shows nothing yet: whoever finds its words has only just been asked.
    if (is?.id === was?.id && is?.started !== was?.started) recovery.works('dialogue', at);
    if (was && !is) {
      recovery.works('speech', at);
      recovery.works('dialogue', at);
    }
  }

  /** Calls something of the agent's as a host does; it may only refuse by one clear sentence. */
  function ask(call: () => void): void {
    try {
      call();
    } catch (thrown) {
      if (!(thrown instanceof AttuneError)) violate('goes', `${name} threw at its host: ${told(thrown)}`);
    }
  }

  const settled = (doing: string, promise: Promise<unknown>): Promise<unknown> => promise.catch((thrown: unknown) => violate('goes', `${name} rejected ${doing}: ${told(thrown)}`));

  ask(() => agent.start());
  return {
    agent,
    get steps() {
      return watch.steps;
    },
    get utterances() {
      return utterances;
    },
    attach: (source) => void settled('a source', agent.attach(source)),
    write(text, corrects) {
      ask(() => {
        const [captions, read] = [agent.captions, agent.state.signals.text];
        agent.say(text, corrects === undefined ? {} : { corrects });
        const shown = corrects ?? agent.captions.findLast(({ speaker }) => speaker === 'player')?.id;
        // What is said outright is read at once.
        if (agent.captions !== captions && shown !== undefined && agent.state.signals.text === read) watch.expectRead(shown);
      });
    },
    look() {
      ask(() => watch.look());
      try {
        driver.apply(watch.frame, 1);
      } catch (thrown) {
        if (!(thrown instanceof Planted)) throw thrown;
      }
    },
    forget: () => ask(() => watch.forget(() => agent.erase())),
    async close() {
      await settled('to stop', agent.stop());
      const seconds = Math.max(60, clock.now() - born);
      if (lines / seconds > MOST_LINES) violate('log-bounded', `${name} wrote ${lines} lines in ${seconds.toFixed(0)} s`);
    },
    checkReleased() {
      const left = [[tally.timers, 'timers'], [tally.streams, 'streams of words'], [tally.watchers, 'listeners to parts'], [underWay.size, 'utterances']] as const;
      const open = left.filter(([count]) => count > 0).map(([count, what]) => `${count} ${what}`);
      if (open.length > 0) violate('released', `${name} was stopped and left ${open.join(', ')}`);
    },
  };
}

const told = (thrown: unknown): string => (thrown instanceof Error ? thrown.stack ?? thrown.message : asProblem(thrown, 'bad-input', 'thrown').message);
export const AGENT: (options: AgentOptions) => Agent = createAgent;

import { AttuneError, type AvatarDriver, type Clock, type DialogueProvider, type EmotionFuser, type PlayerMemory, type SignalSource, type SpeechRecognizer, type SpeechSynthesizer, type Store, type TextReader, type Unit } from '../../core/index.ts';
import { createChance } from '../made-player.ts';
import { type Befell, type Fault, FAULTS, FAULTS_OF, type FaultyPort, type Trouble } from './fault.ts';
import { faultyClock } from './faulty-clock.ts';
import { faultyDialogue } from './faulty-dialogue.ts';
import { faultyDriver, faultyFuser, faultyHost, faultyMemory } from './faulty-calls.ts';
import { faultyRecognizer } from './faulty-recognizer.ts';
import { faultySource } from './faulty-source.ts';
import { faultySpeech } from './faulty-speech.ts';
import { faultyStore } from './faulty-store.ts';
import { faultyText } from './faulty-text.ts';

/** Which faults come, how often, and by which clock. */
export interface FaultsOptions {
  /** The clock by which what is slow is slow: the sound one, also where the agent gets a faulty one. */
  readonly clock: Clock;
  /** The same seed and the same use give the same faults. Default: 1. */
  readonly seed?: number;
  /** Only these; what a port can't have is passed over. Default: all. */
  readonly only?: readonly Fault[];
  /** How probable a fault is at each step of a port, such as a call. Default: 0.1. */
  readonly share?: Unit;
  /** The steps at which there is one, counted from 1 for each port, in place of a share: `[3]` is the third step. */
  readonly at?: readonly number[];
  /** Hears of each as it happens. */
  readonly onFault?: (befell: Befell) => void;
}

/** Makes faulty versions of ports. Each counts its own steps and draws its own faults; made faulty twice, it has the faults of both. */
export interface Faults {
  clock(clock: Clock): Clock;
  source(source: SignalSource): SignalSource;
  recognizer(recognizer: SpeechRecognizer): SpeechRecognizer;
  text(reader: TextReader): TextReader;
  fuser(fuser: EmotionFuser): EmotionFuser;
  dialogue(provider: DialogueProvider): DialogueProvider;
  speech(voice: SpeechSynthesizer): SpeechSynthesizer;
  memory(memory: PlayerMemory): PlayerMemory;
  store(store: Store): Store;
  driver(driver: AvatarDriver): AvatarDriver;
  /** A function that the agent calls, such as `record` or `playSound`. */
  host<Arguments extends readonly unknown[]>(call: (...given: Arguments) => void): (...given: Arguments) => void;
  /** From now on nothing new breaks; what stalls or is dead by now stays so. */
  heal(): void;
}

/**
 * Makes the ports of an agent break, by a seed.
 *
 * ```ts
 * import { createAgent } from 'attune';
 * import { createFakeDialogue, createFakeSpeech, createFaults, createManualClock } from 'attune/testing';
 *
 * const clock = createManualClock();
 * const faults = createFaults({ clock, seed: 7, only: ['silent', 'rejects'], share: 0.5 });
 * const agent = createAgent({ clock, dialogue: faults.dialogue(createFakeDialogue()), speech: faults.speech(createFakeSpeech()) });
 * agent.start();
 * agent.say('Hello!');
 * await clock.advanceAsync(20);
 * console.log(agent.captions); // it answered all the same
 * ```
 *
 * @throws {AttuneError} `bad-input` where the share is none, or a fault is unknown
 */
export function createFaults({ clock, seed = 1, only = FAULTS, share = 0.1, at, onFault }: FaultsOptions): Faults {
  if (!(share >= 0 && share <= 1)) throw new AttuneError('bad-input', `Expected a share of faults from 0 to 1, but got ${share}.`);
  for (const fault of only) if (!FAULTS.includes(fault)) throw new AttuneError('bad-input', `Expected faults out of ${FAULTS.join(', ')}, but got ${String(fault)}.`);
  let healed = false;
  let made = 0;

  function trouble(port: FaultyPort): Trouble {
    made += 1;
    const chance = createChance(seed * 7919 + made * 104_729);
    let steps = 0;
    const between = (low: number, high: number): number => low + chance() * (high - low);
    const pick = <T>(choices: readonly T[]): T => choices[Math.floor(chance() * choices.length)]!;
    function later(seconds: number, action: () => void): void {
      const due = clock.now() + seconds;
      const stop = clock.every(Math.max(0.01, seconds), () => {
        if (clock.now() < due) return;
        stop();
        action();
      });
    }
    return {
      next(...possible) {
        steps += 1;
        // Drawn at every step, so that what comes later does not depend on what was possible here.
        const [drawn, which] = [chance(), chance()];
        if (healed || !(at ? at.includes(steps) : drawn < share)) return null;
        const choices = possible.filter((fault) => only.includes(fault) && FAULTS_OF[port].includes(fault));
        const fault = choices[Math.floor(which * choices.length)];
        if (fault === undefined) return null;
        onFault?.({ port, fault, step: steps, at: clock.now() });
        return fault;
      },
      between, pick, later,
      pass: (seconds) => new Promise((resolve) => {
        later(seconds, resolve);
      }),
    };
  }

  return {
    clock: (each) => faultyClock(each, trouble('clock')),
    source: (each) => faultySource(each, trouble('source')),
    recognizer: (each) => faultyRecognizer(each, trouble('recognizer')),
    text: (each) => faultyText(each, trouble('text')),
    fuser: (each) => faultyFuser(each, trouble('fuser')),
    dialogue: (each) => faultyDialogue(each, trouble('dialogue')),
    speech: (each) => faultySpeech(each, trouble('speech')),
    memory: (each) => faultyMemory(each, trouble('memory')),
    store: (each) => faultyStore(each, trouble('store')),
    driver: (each) => faultyDriver(each, trouble('driver')),
    host: (each) => faultyHost(each, trouble('host')),
    heal() {
      healed = true;
    },
  };
}

import {
  AttuneError, createScriptedDialogue, type ContextEvent, type DialogueProvider, type DialogueRequest, FIXED_ACTS, type Language,
} from '../core/index.ts';
import { findingOf, type WishReading } from './find.ts';
import { fitPolicy, readMore } from './fits.ts';
import { decidedAt, type Mood, moodOf, type MoodEvidence, moodOfMessage } from './mood.ts';
import { languagesOf, type Pack, type PackContent } from './pack.ts';
import type { Finding, Policy, ScenarioEffect, ScenarioEvent } from './policy.ts';
import { beginSession, type ScenarioState, stateBefore, stepSession } from './session.ts';
import { catchSlots, wordPieces } from './words.ts';

/** What a scenario is made of: its content, its policy, and what tells it the wish of a message. */
export interface ScenarioOptions<State, More = undefined, Own = never> {
  readonly pack: Pack;
  readonly policy: Policy<State, More, Own>;
  /** Tells what a message wants: `createIntentClassifier(encoder, pack's intents).classify`, or a learned desk's `read`. */
  readonly read: (message: string) => Promise<WishReading>;
  /** Which of the offered intents are open to be chosen, out of the policy's state; none by default. */
  readonly offered?: (state: State) => readonly string[];
  /** Finds the words where the policy says nothing. Default: the scripted lines. */
  readonly otherwise?: DialogueProvider;
  /** Tells the agent what its core should know of: `agent.observe`. */
  readonly observe?: (event: ContextEvent) => void;
  /** Hears that a person should take over. */
  readonly onHandOver?: () => void;
  /** Says something that is no answer, such as that it is time: {@link speakThrough}. Without it only answers are said. */
  readonly speak?: (words: string) => void;
  /** Values of slots that are known outside, asked for after each event; words may be in them. What is caught from words goes behind. */
  readonly fill?: (state: State, language: Language, heard: string | null) => Readonly<Record<string, string>>;
  /** Deletes what the host keeps of the player for this scenario, such as a diary, on the device too, and its record: called by `agent.erase()`, after the scenario has begun anew. */
  readonly forget?: () => void;
  /** Receives each event, for {@link replayScenario}. No words are in them. */
  readonly record?: (event: LoggedEvent<Own>) => void;
}

/** An event, and the language in which it was answered. */
export interface LoggedEvent<Own = never> {
  readonly language: Language;
  readonly event: ScenarioEvent<Own>;
}

/** A scenario that runs over an agent. */
export interface Scenario<State, Own = never> {
  /** Give it to the agent as its dialogue. */
  readonly dialogue: DialogueProvider;
  readonly state: ScenarioState<State>;
  /** What the last message was found to want; null before the first. */
  readonly finding: Finding | null;
  /** What the pack's slots stand for, out of what was said up to the last message. They are words, so they are in no log. */
  readonly slots: ReadonlyMap<string, string>;
  /** Calls `listener` after every event; returns how to stop. */
  subscribe(listener: () => void): () => void;
  /** Takes how the player appears to feel, whenever that may have changed: `agent.state.affect`. What was decided before the last message is passed over. */
  feel(affect: MoodEvidence, language: Language): void;
  /** Reads a message that a person answers, not the character: {@link finding} tells what it wants, and nothing else changes. */
  look(message: string, language: Language): Promise<void>;
  /** Takes a rating, that a person came or left, or something of the policy's own. */
  take(event: Extract<ScenarioEvent<Own>, { type: 'rated' | 'person' | 'own' }>, language: Language): void;
}

/**
 * Runs a pack over an agent: as the dialogue that it asks for words, and by what it is told of.
 *
 * @throws {AttuneError} `bad-input` when the pack lacks something that the policy needs, naming the field
 */
export function createScenario<State, More = undefined, Own = never>({ pack, policy, read, offered = () => [], otherwise = createScriptedDialogue(), observe, onHandOver, speak, fill, forget, record }: ScenarioOptions<State, More, Own>): Scenario<State, Own> {
  const [fault] = fitPolicy(pack, policy);
  if (fault) throw new AttuneError('bad-input', `Expected the scenario "${pack.id}" to fit its policy, but ${fault.path.join('.')} ${fault.fault}. docs/scenarios.md tells what it needs.`);
  const more = readMore(pack, policy).more as More;
  const blind = policy.feelings === false;
  let session = beginSession(pack, policy);
  let finding: Finding | null = null;
  let saidSlots: ReadonlyMap<string, string> = new Map();
  let heardAt = -Infinity;
  /** Messages that were cut off before they were read. */
  const cutOff: { readonly turn: number; hear(): void }[] = [];
  /** What was said unasked, the newest last: its wordings take turns, too. */
  let unasked: readonly string[] = [];
  /** Raised when all is forgotten, so that no message of before is heard after it. */
  let age = 0;
  const listeners = new Set<() => void>();

  function contentIn(language: Language): PackContent | null {
    return pack.content[language] ?? null;
  }

  function step(event: ScenarioEvent<Own>, language: Language): readonly ScenarioEffect[] {
    const content = contentIn(language) ?? pack.content[languagesOf(pack)[0]!]!;
    const [next, effects] = stepSession(session, event, policy, content, more);
    session = next;
    record?.({ language, event });
    for (const effect of effects) {
      if (effect.type === 'observe') observe?.(effect.event);
      else if (effect.type === 'hand-over') onHandOver?.();
    }
    for (const listener of listeners) listener();
    return effects;
  }

  function slotsBy(language: Language, heard: string | null, caught: ReadonlyMap<string, string>): ReadonlyMap<string, string> {
    return new Map([...caught, ...Object.entries(fill?.(session.now.policy, language, heard) ?? {})]);
  }

  /** What an event that is no message leads to is said by the host's own way of speaking. */
  function stepUnasked(event: ScenarioEvent<Own>, language: Language): void {
    const pieces = step(event, language).flatMap((effect) => (effect.type === 'say' ? effect.pieces : []));
    const content = contentIn(language);
    if (pieces.length === 0 || !content || !speak) return;
    const words = wordPieces(pieces, content, { language, replies: unasked, slots: slotsBy(language, null, new Map()), variant: 0 });
    if (words === '') return;
    unasked = [...unasked.slice(-20), words];
    speak(words);
  }

  function notice(words: string | null, affect: MoodEvidence, language: Language, state: State): Own | null {
    return policy.notice?.({ words, language, affect: blind ? null : affect, at: affect.estimate?.at ?? null }, state, more) ?? null;
  }

  function findIn(reading: WishReading, message: string, language: Language): Finding {
    const titles = offered(session.now.policy).map((intent) => contentIn(language)?.intents.find(({ id }) => id === intent)?.title ?? intent);
    return findingOf(reading, message, language, titles);
  }

  async function answer(request: DialogueRequest, signal: Parameters<DialogueProvider['reply']>[1]): Promise<string | null> {
    const { act, heard, history, language, affect, variant } = request;
    const content = contentIn(language);
    if (heard === null || !content || FIXED_ACTS.has(act)) return null;
    const messages = history.filter(({ speaker }) => speaker === 'player').map(({ text }) => text);
    const slots = catchSlots(content, messages.includes(heard) ? messages : [...messages, heard]);
    const asOf = age;
    const reading = await read(heard);
    if (asOf !== age) return null;
    const turn = Math.max(1, messages.length);
    const hear = (): readonly ScenarioEffect[] => {
      finding = findIn(reading, heard, language);
      saidSlots = slots;
      const mood: Mood = blind ? 'unknown' : moodOfMessage(affect, stateBefore(session, turn));
      const own = notice(heard, affect, language, stateBefore(session, turn).policy);
      return step({ type: 'message', turn, act, finding, mood, slots: [...slots.keys()].toSorted(), ...(own !== null && { own }) }, language);
    };
    // Whoever goes on before there was an answer is answered by another turn, and was heard all the same.
    if (signal.aborted) {
      cutOff.push({ turn, hear });
      return null;
    }
    for (const earlier of cutOff.splice(0)) if (earlier.turn < turn) earlier.hear();
    heardAt = affect.estimate.at;
    const effects = hear();
    const pieces = effects.flatMap((effect) => (effect.type === 'say' ? effect.pieces : []));
    const replies = history.filter(({ speaker }) => speaker === 'agent').map(({ text }) => text);
    return pieces.length === 0 ? null : wordPieces(pieces, content, { language, replies, slots: slotsBy(language, heard, slots), variant }) || null;
  }

  return {
    dialogue: {
      // People wrote all that a pack says; what the others say, they answer for themselves.
      written: otherwise.written ?? false,
      async reply(request: DialogueRequest, signal) {
        const words = await answer(request, signal);
        if (words !== null) return words;
        let rest = '';
        const other = otherwise.reply(request, signal);
        if (!(Symbol.asyncIterator in other)) return other;
        for await (const piece of other) rest += piece;
        return rest;
      },
      forget() {
        age += 1;
        session = beginSession(pack, policy);
        [finding, saidSlots, unasked] = [null, new Map(), []];
        cutOff.splice(0);
        for (const listener of listeners) listener();
        otherwise.forget?.();
        forget?.();
      },
    },
    get state() {
      return session.now;
    },
    get finding() {
      return finding;
    },
    get slots() {
      return saidSlots;
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    feel(affect, language) {
      const mood: Mood = blind ? 'unknown' : moodOf(affect, session.now);
      const decided = decidedAt(affect) > heardAt || session.now.mood === 'unknown';
      if (decided && mood !== session.now.mood) stepUnasked({ type: 'mood', mood }, language);
      const own = notice(null, affect, language, session.now.policy);
      if (own !== null) stepUnasked({ type: 'own', own } as ScenarioEvent<Own>, language);
    },
    async look(message, language) {
      const asOf = age;
      const reading = await read(message);
      if (asOf !== age) return;
      finding = findIn(reading, message, language);
      const content = contentIn(language);
      if (content) saidSlots = new Map([...saidSlots, ...catchSlots(content, [message])]);
      for (const listener of listeners) listener();
    },
    take: stepUnasked,
  };
}

/** The state that a recorded log of events leads to, the same that it led to when it was recorded. */
export function replayScenario<State, More, Own>(pack: Pack, policy: Policy<State, More, Own>, log: readonly LoggedEvent<Own>[]): ScenarioState<State> {
  const more = readMore(pack, policy).more as More;
  return log.reduce((session, { language, event }) => stepSession(session, event, policy, pack.content[language] ?? pack.content[languagesOf(pack)[0]!]!, more)[0], beginSession(pack, policy)).now;
}

import type { SpeechCue } from '../perform/cue.ts';
import { FIXED_ACTS, SKILLS_OF_ACT, type SupportSkill } from '../plan/dialogue-act.ts';
import type { HelpOptions } from '../safety/help.ts';
import { introduce } from '../safety/introduce.ts';
import { createSafetyDialogue, isSafetyAct, sayNumbers } from '../safety/safety-dialogue.ts';
import type { OperatorChoice } from '../plan/operator.ts';
import { inStyle } from '../plan/style-range.ts';
import { createScriptedDialogue } from '../plan/scripted-dialogue.ts';
import type { Clock } from '../ports/clock.ts';
import type { DialogueProvider, DialogueRequest, Said } from '../ports/dialogue-provider.ts';
import { isRemembered, type PlayerMemory, type Remembered } from '../ports/player-memory.ts';
import type { SpeechOutcome, SpeechSynthesizer } from '../ports/speech-synthesizer.ts';
import { asProblem } from '../problem.ts';
import type { Risk } from '../signals/risk.ts';
import type { HeardWords, Language } from '../signals/text.ts';
import { clamp, type Seconds, type SessionTime, type Unit, unit } from '../units.ts';
import { type Abort, createAbort } from './abort.ts';
import type { AgentEvent } from './event.ts';
import { type Asked, findWords, type Patience } from './find-words.ts';
import type { Guard } from './guard.ts';
import { gather } from './gather.ts';
import type { AgentState } from './state.ts';
import { restOf, takeUp } from './take-up.ts';

/** Something that was said, for reading. */
export interface Caption {
  readonly id: string;
  readonly speaker: 'player' | 'agent';
  readonly text: string;
  readonly at: SessionTime;
  /** How words were heard that were spoken; null for those that were typed, corrected or the agent's own. */
  readonly heard: { readonly stable: number; readonly final: boolean; readonly confidence: Unit } | null;
}

/** The words of the conversation, which stay outside the core. */
export interface Turns {
  readonly captions: readonly Caption[];
  /** Keeps a typed message of the player, or what corrects an earlier one; returns the id by which the core speaks of it. */
  read(text: string, at: SessionTime, corrects: string | null): string;
  /** Shows words that are heard, and again as they grow; returns the id of what was said when it is whole and not empty. */
  hear(words: HeardWords): string | null;
  /** Keeps words that an operator found for the agent; returns the id by which the core speaks of them. */
  keep(words: string): string;
  /** Lines that would fit a choice of the operator's, by people and the best first, without saying any. */
  candidates(choice: Omit<OperatorChoice, 'words'>, state: AgentState): Promise<readonly string[]>;
  /** A message has been read and screened. Before that no model sees it, and where something in it calls for care, none ever does. */
  screened(id: string, risk: Risk | null): void;
  /** Finds the words for a cue, shows them and says them, a sentence after another as they come. Never rejects. */
  speak(cue: SpeechCue, state: AgentState): Promise<void>;
  hush(id: string): void;
  /** Says an utterance more softly, 1 as usual. Below 1 no further part of it is begun. */
  duck(id: string, level: Unit): void;
  /** Forgets all words. */
  clear(): void;
  /** Falls silent for good. */
  end(): void;
}

interface TurnsOptions {
  readonly clock: Clock;
  /** Null for the scripted lines alone. */
  readonly dialogue: DialogueProvider | null;
  /** What stands in for it. Null for the scripted lines alone. */
  readonly fallback: DialogueProvider | null;
  readonly patience: Patience;
  /** What turns may bring up of the player, and who may remember them. */
  readonly memory: PlayerMemory | null;
  /** Where people answer in a crisis. */
  readonly help: () => HelpOptions;
  readonly speech: SpeechSynthesizer | null;
  readonly dispatch: (event: AgentEvent) => void;
  readonly changed: () => void;
  readonly guard: Guard;
  readonly words: ((caption: Caption) => void) | null;
  /** Hears that the words of a turn take long; null where nobody cares. */
  readonly slow: (() => void) | null;
}

/** An utterance on its way. */
interface Turn {
  readonly id: string;
  readonly abort: Abort;
  stopWaiting: (() => void) | null;
  /** How loud it may be; below 1 nothing is begun. */
  level: Unit;
  stopHolding: (() => void) | null;
  /** The part of it that sounds. */
  sounding: { readonly text: string; readonly at: SessionTime; readonly duration: Seconds } | null;
}

async function* asWords(text: string): AsyncGenerator<string, void> {
  yield text;
}

/** Silence that is longer than this makes players doubt that they were heard. */
const SLOW: Seconds = 1.5;

/** Captions that are kept; older ones are forgotten. */
const REMEMBERED = 200;

const NOT_OBEYED = 'The voice did not do as it was told';

/** Sound is told of so much before or after it is heard at most; no part of an utterance lasts longer than the second. */
const LONGEST_LATENCY: Seconds = 1;
const LONGEST_PART: Seconds = 300;

/** So much of what is remembered is told to who finds the words; more would not be read. */
const MOST_RECALLED = 50;

/** Words of an operator's that were said or given up; more are not waiting. */
const MOST_KEPT = 20;

/** So many lines are looked for when an operator asks for some. */
const CANDIDATES = 4;

/** How long a caption with no voice stays: as long as it takes to read, at about 15 characters a second, 4 in Chinese. */
export function readingTime(text: string): Seconds {
  const characters = /\p{Script=Han}/u.test(text) ? 4 : 15;
  return Math.max(1.5, text.length / characters);
}

export function createTurns(options: TurnsOptions): Turns {
  const { clock, speech, dispatch, changed, guard } = options;
  const onProblem = guard.tell;
  const lines = createScriptedDialogue();
  /** Captions that a model may see: messages in which nothing calls for care, and what was answered to them. */
  const open = new Set<string>();
  let captions: readonly Caption[] = [];
  let messages = 0;
  let current: Turn | null = null;
  /** What an operator wants said in words of their own. */
  const kept = new Map<string, string>();
  let keptSoFar = 0;
  /** What was not heard of the last utterance that was cut off. */
  let cutOff: { readonly id: string; readonly rest: string } | null = null;

  /** Shows a caption, in place of the one with its id if there is one. */
  function show(caption: Caption): void {
    const known = captions.some(({ id }) => id === caption.id);
    const oldest = known || captions.length < REMEMBERED ? undefined : captions[0];
    if (oldest) open.delete(oldest.id);
    captions = known ? captions.map((each) => (each.id === caption.id ? caption : each)) : [...captions.slice(1 - REMEMBERED), caption];
    changed();
  }

  function hush(id: string): void {
    if (current?.id !== id) return;
    const { sounding } = current;
    if (sounding) cutOff = { id, rest: restOf(sounding.text, unit((clock.now() - sounding.at) / sounding.duration)) };
    current.abort.abort();
    current.stopWaiting?.();
    guard.call('speech-failed', NOT_OBEYED, () => speech?.cancel(id), undefined);
  }

  function duck(id: string, level: Unit): void {
    if (current?.id !== id) return;
    current.level = level;
    guard.call('speech-failed', NOT_OBEYED, () => speech?.duck?.(id, level), undefined);
    if (level === 1) current.stopHolding?.();
  }

  /** Waits while the player may be taking the floor. */
  async function hold(turn: Turn): Promise<void> {
    if (turn.level === 1 || turn.abort.signal.aborted) return;
    await new Promise<void>((resolve) => {
      turn.stopHolding = resolve;
      turn.abort.signal.addEventListener('abort', resolve);
    });
  }

  /** Waits while a caption without sound is read. */
  function wait(turn: Turn, seconds: Seconds): Promise<void> {
    return new Promise((resolve) => {
      const until = clock.now() + seconds;
      const done = (): void => {
        stop();
        resolve();
      };
      const stop = clock.every(0.1, () => {
        if (turn.abort.signal.aborted || clock.now() >= until) done();
      });
      turn.stopWaiting = done;
    });
  }

  /** Tells once if the words are not there by then; returns how to stop waiting. */
  function expectWords(signal: Abort['signal']): () => void {
    const { slow } = options;
    if (!slow) return () => {};
    const until = clock.now() + SLOW;
    const stop = clock.every(0.1, () => {
      if (clock.now() < until) return;
      stop();
      if (!signal.aborted) slow();
    });
    return stop;
  }

  /** What was said, of which `may` tells what may be told. */
  function historyOf(may: (id: string) => boolean): Said[] {
    return captions.filter(({ id, heard }) => heard?.final !== false && may(id)).map(({ speaker, text }) => ({ speaker, text }));
  }

  /** Who may be asked for the words of a cue, in turn. What calls for care is answered by lines that people wrote, and no model is told of it. */
  function chainFor(cue: SpeechCue, state: AgentState): { readonly chain: Asked[]; readonly guarded: boolean; readonly skill: SupportSkill } {
    const request = requestFor({ act: cue.act, strategy: state.plan?.strategy ?? 'attend', skill: state.plan?.skill ?? SKILLS_OF_ACT[cue.act][0] }, cue.heard, state, cue.variant);
    const guarded = state.safety.crisis !== null || FIXED_ACTS.has(cue.act) || (cue.heard !== null && !open.has(cue.heard));
    const toldOfAll = { ...request, history: historyOf(() => true) };
    if (isSafetyAct(cue.act)) return { chain: [{ provider: createSafetyDialogue(options.help(), state.safety.crisis?.kind ?? null), request: toldOfAll }], guarded, skill: request.skill };
    const chain = [options.dialogue, options.fallback].flatMap((provider): Asked[] => {
      if (!provider) return [];
      if (provider.written) return [{ provider, request: toldOfAll }];
      return guarded ? [] : [{ provider, request }];
    });
    return { chain: [...chain, { provider: lines, request: toldOfAll }], guarded, skill: request.skill };
  }

  function requestFor(choice: Omit<OperatorChoice, 'words'>, answers: string | null, state: AgentState, variant: Unit): DialogueRequest {
    const { language, affect, appraisal } = state;
    return {
      ...choice, language, character: inStyle(state).character, heard: captions.find(({ id }) => id === answers)?.text ?? null,
      history: historyOf((id) => open.has(id)), memory: recall(), affect, appraisal, variant, patience: options.patience.first,
    };
  }

  /** What is not remembered in the shape that it has is not brought up. */
  function recall(): readonly Remembered[] {
    const recalled: unknown = guard.call('storage-failed', 'The memory could not recall anything', () => options.memory?.recall() ?? [], []);
    return Array.isArray(recalled) ? recalled.filter(isRemembered).slice(0, MOST_RECALLED) : [];
  }

  async function candidates(choice: Omit<OperatorChoice, 'words'>, state: AgentState): Promise<readonly string[]> {
    const provider = isSafetyAct(choice.act) ? createSafetyDialogue(options.help(), state.safety.crisis?.kind ?? null) : options.fallback ?? lines;
    const request = { ...requestFor(choice, state.operator?.awaits?.id ?? null, state, 0), history: historyOf(() => true) };
    const found: string[] = [];
    for (let i = 0; i < CANDIDATES; i += 1) {
      // What has been found counts as said, so that the next one is another.
      const history = [...request.history, ...found.map((text) => ({ speaker: 'agent' as const, text }))];
      let text = '';
      for await (const part of findWords([{ provider, request: { ...request, history, variant: i / CANDIDATES } }], { clock, patience: options.patience, signal: createAbort().signal, onProblem })) text += part;
      if (text !== '' && !found.includes(text)) found.push(text);
    }
    return found;
  }

  /** The operator's own words for what is about to be said; null where a dialogue finds them. */
  function ownWords({ plan }: AgentState): string | null {
    const intent = plan?.intents.find(({ kind }) => kind === 'say');
    return intent?.kind === 'say' && intent.words !== undefined ? kept.get(intent.words) ?? null : null;
  }

  async function speak(cue: SpeechCue, state: AgentState): Promise<void> {
    const turn: Turn = { id: cue.id, abort: createAbort(), stopWaiting: null, level: 1, stopHolding: null, sounding: null };
    current = turn;
    const { signal } = turn.abort;
    const end = (outcome: 'finished' | 'cancelled' | 'failed' | 'unvoiced'): void => {
      if (current === turn) current = null;
      turn.abort.abort();
      dispatch({ type: 'utterance-end', at: clock.now(), id: cue.id, outcome });
    };
    const { chain, guarded, skill } = chainFor(cue, state);
    const resumed = cue.resumes !== null && cutOff?.id === cue.resumes && cutOff.rest !== '' ? takeUp(cutOff.rest, state.language, cue.variant) : null;
    const mayBeTold = resumed === null ? !guarded : open.has(cue.resumes ?? '');
    const voice = guard.call('speech-failed', NOT_OBEYED, () => speech?.speaks(state.language) ?? false, false) ? speech : null;
    let caption = null as Caption | null;
    let [text, failed, unheard, shownAt] = ['', false, '', 0];
    const own = ownWords(state);
    const found = resumed === null ? introduce(own === null ? findWords(chain, { clock, patience: options.patience, signal, onProblem }) : asWords(own), cue, state.language, state.character.name) : asWords(resumed);
    const stopExpecting = expectWords(signal);
    for await (const part of gather(found)) {
      stopExpecting();
      if (signal.aborted) break;
      text += part;
      if (mayBeTold) open.add(cue.id);
      caption = { id: cue.id, speaker: 'agent', text: text.trim(), at: caption?.at ?? clock.now(), heard: null };
      show(caption);
      if (voice && !failed) failed = !(await sound(voice, cue, state.language, part.trim(), turn));
      if (voice && !failed) continue;
      if (unheard === '') shownAt = clock.now();
      unheard += part;
    }
    stopExpecting();
    const left = readingTime(unheard) - (clock.now() - shownAt);
    if (unheard !== '' && !signal.aborted && left > 0) await wait(turn, left);
    // Only what is whole is recorded: what is still being found would be recorded many times.
    if (caption) options.words?.(caption);
    const said = caption;
    if (said && !guarded && resumed === null) guard.call('storage-failed', 'The memory failed', () => options.memory?.take({ speaker: 'agent', text: said.text, language: state.language, affect: state.affect, move: { act: cue.act, skill } }), undefined);
    if (signal.aborted) return end('cancelled');
    if (failed || !caption) return end('failed');
    end(voice ? 'finished' : 'unvoiced');
  }

  /** Says a part of an utterance. False when the voice failed. */
  async function sound(voice: SpeechSynthesizer, { id, act, tone }: SpeechCue, language: Language, text: string, turn: Turn): Promise<boolean> {
    const { abort } = turn;
    await hold(turn);
    if (abort.signal.aborted) return true;
    const started = (at: SessionTime, duration: Seconds): void => {
      if (abort.signal.aborted) return;
      // A voice that does not know when it sounds, or for how long, sounds now, and for as long as it takes to read.
      const now = clock.now();
      const begins = Number.isFinite(at) ? clamp(at, now - LONGEST_LATENCY, now + LONGEST_LATENCY) : now;
      const lasts = duration > 0 && duration <= LONGEST_PART ? duration : readingTime(text);
      turn.sounding = { text, at: begins, duration: lasts };
      dispatch({ type: 'utterance-start', at: Math.max(0, begins), id, duration: lasts });
    };
    try {
      const outcome: SpeechOutcome = await voice.speak({ id, text: isSafetyAct(act) ? sayNumbers(text) : text, language, tone }, clock, { started });
      if (outcome === 'cancelled') abort.abort();
      return true;
    } catch (thrown) {
      onProblem(asProblem(thrown, 'speech-failed', 'The voice failed, so this was only shown'));
      return false;
    }
  }

  return {
    get captions() {
      return captions;
    },
    read(text, at, corrects) {
      const corrected = captions.find(({ id, speaker }) => id === corrects && speaker === 'player');
      if (!corrected) messages += 1;
      const caption: Caption = corrected ? { ...corrected, text, heard: null } : { id: `message-${messages}`, speaker: 'player', text, at, heard: null };
      open.delete(caption.id);
      show(caption);
      options.words?.(caption);
      return caption.id;
    },
    hear({ id, text, stable, final, confidence, at }) {
      if (text.trim() !== '') {
        const caption: Caption = { id, speaker: 'player', text, at, heard: { stable, final, confidence } };
        show(caption);
        // Guesses at words that are still being said would be recorded many times.
        if (final) options.words?.(caption);
        return final ? id : null;
      }
      if (captions.some((caption) => caption.id === id)) {
        captions = captions.filter((caption) => caption.id !== id);
        changed();
      }
      return null;
    },
    keep(words) {
      keptSoFar += 1;
      const id = `operator-words-${keptSoFar}`;
      kept.set(id, words);
      if (kept.size > MOST_KEPT) for (const oldest of [...kept.keys()].slice(0, -MOST_KEPT)) kept.delete(oldest);
      return id;
    },
    candidates,
    screened(id, risk) {
      if (risk === null) open.add(id);
    },
    speak,
    hush,
    duck,
    clear() {
      if (current) hush(current.id);
      captions = [];
      cutOff = null;
      open.clear();
      kept.clear();
      changed();
    },
    end() {
      if (current) hush(current.id);
    },
  };
}

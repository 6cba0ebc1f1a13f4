import type { SpeechCue } from '../perform/cue.ts';
import { SKILLS_OF_ACT } from '../plan/dialogue-act.ts';
import { createScriptedDialogue } from '../plan/scripted-dialogue.ts';
import type { Clock } from '../ports/clock.ts';
import type { AbortSignal, DialogueProvider, DialogueRequest } from '../ports/dialogue-provider.ts';
import type { SpeechSynthesizer } from '../ports/speech-synthesizer.ts';
import { asProblem, type AttuneError } from '../problem.ts';
import type { HeardWords } from '../signals/text.ts';
import type { Seconds, SessionTime, Unit } from '../units.ts';
import { type Abort, createAbort } from './abort.ts';
import type { AgentEvent } from './event.ts';
import type { AgentState } from './state.ts';

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
  /** Finds the words for a cue, shows them and says them. Never rejects. */
  speak(cue: SpeechCue, state: AgentState): Promise<void>;
  hush(id: string): void;
  /** Forgets all words. */
  clear(): void;
  /** Falls silent for good. */
  end(): void;
}

interface TurnsOptions {
  readonly clock: Clock;
  readonly dialogue: DialogueProvider;
  readonly speech: SpeechSynthesizer | null;
  readonly dispatch: (event: AgentEvent) => void;
  readonly changed: () => void;
  readonly onProblem: (problem: AttuneError) => void;
  readonly words: ((caption: Caption) => void) | null;
}

/** Captions that are kept; older ones are forgotten. */
const REMEMBERED = 50;

/** A caption with no voice stays as long as it takes to read: about 15 characters a second, 4 in Chinese. */
function readingTime(text: string): Seconds {
  const characters = /\p{Script=Han}/u.test(text) ? 4 : 15;
  return Math.max(1.5, text.length / characters);
}

export function createTurns(options: TurnsOptions): Turns {
  const { clock, speech, dispatch, changed, onProblem } = options;
  const fallback = createScriptedDialogue();
  let captions: readonly Caption[] = [];
  let messages = 0;
  let current: { readonly id: string; readonly abort: Abort; stopWaiting: (() => void) | null } | null = null;

  /** Shows a caption, in place of the one with its id if there is one. */
  function show(caption: Caption): void {
    const known = captions.some(({ id }) => id === caption.id);
    captions = known ? captions.map((each) => (each.id === caption.id ? caption : each)) : [...captions.slice(1 - REMEMBERED), caption];
    // Only what is whole is recorded: guesses at words that are still being said would be recorded many times.
    if (caption.heard?.final !== false) options.words?.(caption);
    changed();
  }

  function hush(id: string): void {
    if (current?.id !== id) return;
    current.abort.abort();
    current.stopWaiting?.();
    speech?.cancel(id);
  }

  async function wordsFor(request: DialogueRequest, signal: AbortSignal): Promise<string> {
    try {
      const reply = options.dialogue.reply(request, signal);
      if (!(Symbol.asyncIterator in reply)) return await reply;
      let text = '';
      for await (const piece of reply) text += piece;
      return text;
    } catch (thrown) {
      if (!signal.aborted) onProblem(asProblem(thrown, 'dialogue-failed', 'The dialogue provider failed, so a scripted line is said'));
      return fallback.reply(request);
    }
  }

  /** Waits while a caption without sound is read. */
  function wait(turn: NonNullable<typeof current>, seconds: Seconds): Promise<void> {
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

  async function speak(cue: SpeechCue, state: AgentState): Promise<void> {
    const turn = { id: cue.id, abort: createAbort(), stopWaiting: null };
    const { signal } = turn.abort;
    current = turn;
    const end = (outcome: 'finished' | 'cancelled' | 'failed' | 'unvoiced'): void => {
      if (current === turn) current = null;
      dispatch({ type: 'utterance-end', at: clock.now(), id: cue.id, outcome });
    };
    const { language, character, affect, appraisal } = state;
    const heard = captions.find(({ id }) => id === cue.heard)?.text ?? null;
    const history = captions.filter((caption) => caption.heard?.final !== false).map(({ speaker, text: words }) => ({ speaker, text: words }));
    const request = { act: cue.act, strategy: state.plan?.strategy ?? 'attend', skill: state.plan?.skill ?? SKILLS_OF_ACT[cue.act][0], language, character, heard, history, affect, appraisal, variant: cue.variant };
    const text = await wordsFor(request, signal);
    if (signal.aborted) return end('cancelled');
    show({ id: cue.id, speaker: 'agent', text, at: clock.now(), heard: null });
    if (!speech?.speaks(language)) {
      await wait(turn, readingTime(text));
      return end(signal.aborted ? 'cancelled' : 'unvoiced');
    }
    try {
      const started = (at: SessionTime, duration: Seconds): void => {
        if (!signal.aborted) dispatch({ type: 'utterance-start', at, id: cue.id, duration });
      };
      end(await speech.speak({ id: cue.id, text, language, tone: cue.tone }, clock, { started }));
    } catch (thrown) {
      onProblem(asProblem(thrown, 'speech-failed', 'The voice failed, so this was only shown'));
      await wait(turn, readingTime(text));
      end('failed');
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
      show(caption);
      return caption.id;
    },
    hear({ id, text, stable, final, confidence, at }) {
      if (text.trim() !== '') {
        show({ id, speaker: 'player', text, at, heard: { stable, final, confidence } });
        return final ? id : null;
      }
      if (captions.some((caption) => caption.id === id)) {
        captions = captions.filter((caption) => caption.id !== id);
        changed();
      }
      return null;
    },
    speak,
    hush,
    clear() {
      if (current) hush(current.id);
      captions = [];
      changed();
    },
    end() {
      if (current) hush(current.id);
    },
  };
}

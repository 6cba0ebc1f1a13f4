import type { Clock } from '../ports/clock.ts';
import type { AbortSignal, DialogueProvider, DialogueRequest } from '../ports/dialogue-provider.ts';
import { asProblem, AttuneError } from '../problem.ts';
import type { Seconds, SessionTime } from '../units.ts';
import { createAbort } from './abort.ts';
import { expectReply } from './guard.ts';
import { goOn } from './go-on.ts';
import { partSentences } from './sentences.ts';

/** How long a dialogue provider is waited for before others find the words. */
export interface Patience {
  /** For its first words; 6 s by default. */
  readonly first: Seconds;
  /** For more of them; 3 s by default. */
  readonly next: Seconds;
  /** For all of them; 20 s by default. What was said in whole sentences by then is kept. */
  readonly whole: Seconds;
}

const DEFAULT_PATIENCE: Patience = { first: 6, next: 3, whole: 20 };

/** Nobody is waited for longer than this: an utterance that nobody hears of is given up. */
const LONGEST_PATIENCE: Seconds = 25;

/** @throws {AttuneError} `bad-input` when a time is out of its range */
export function readPatience(given: Partial<Patience> = {}): Patience {
  const patience = { ...DEFAULT_PATIENCE, ...given };
  for (const [name, seconds] of Object.entries(patience)) {
    if (!(seconds > 0 && seconds <= LONGEST_PATIENCE)) throw new AttuneError('bad-input', `Expected patience.${name} to be above 0 and at most ${LONGEST_PATIENCE} seconds, but got ${seconds}.`);
  }
  return patience;
}

/** A turn is no speech: what goes on for longer, in characters, is not waited for. */
const LONGEST_REPLY = 1200;

/** Somebody who may be asked for words, and with what. */
export interface Asked {
  readonly provider: DialogueProvider;
  readonly request: DialogueRequest;
}

const NOTHING_SAID = 'Expected words from the dialogue provider, but its answer was empty. Look at what it is connected to.';

interface Waiting {
  readonly clock: Clock;
  readonly patience: Patience;
  /** Aborted when nobody wants the words any more. */
  readonly signal: AbortSignal;
  readonly onProblem: (problem: AttuneError) => void;
}

/**
 * Finds the words of one turn, in whole sentences as they come.
 *
 * The first of `chain` is asked. Where it fails, stalls or says nothing, the next one is; where it had said something by
 * then, the next one only brings that to an end. The last one must be there at once and not fail.
 */
export async function* findWords(chain: readonly Asked[], waiting: Waiting): AsyncGenerator<string, void> {
  const [asked, ...others] = chain;
  if (!asked || waiting.signal.aborted) return;
  let said = '';
  try {
    for await (const sentence of sentencesOf(asked, waiting)) {
      said += sentence;
      yield sentence;
    }
  } catch (thrown) {
    if (waiting.signal.aborted) return;
    waiting.onProblem(asProblem(thrown, 'dialogue-failed', 'The dialogue provider failed, so other words were found'));
    const before = said;
    const standIns = others.map(({ provider, request }) => ({
      provider, request: before === '' ? request : { ...request, history: [...request.history, { speaker: 'agent' as const, text: before.trim() }] },
    }));
    if (before === '') yield* findWords(standIns, waiting);
    else {
      let line = '';
      for await (const sentence of findWords(standIns, waiting)) line += sentence;
      const more = goOn(before, line);
      if (more !== '') yield more;
    }
  }
}

/** Whole sentences of one provider. @throws {AttuneError} `dialogue-failed` when it is late or says nothing */
async function* sentencesOf({ provider, request }: Asked, { clock, patience, signal }: Waiting): AsyncGenerator<string, void> {
  const abort = createAbort();
  signal.addEventListener('abort', abort.abort);
  const begun = clock.now();
  const end = begun + patience.whole;
  let pieces: AsyncIterator<string> | null = null;
  try {
    const reply = expectReply(provider.reply(request, abort.signal));
    let due = Math.min(begun + patience.first, end);
    if (!(Symbol.asyncIterator in reply)) {
      const text = asText(await inTime(reply, due, clock, abort.signal));
      if (text.trim() === '') throw new AttuneError('dialogue-failed', NOTHING_SAID);
      // Words that are all there sound best when the voice gets them at once.
      yield text.length <= LONGEST_REPLY ? text : partSentences(text.slice(0, LONGEST_REPLY)).sentences.join('');
      return;
    }
    let [rest, length] = ['', 0];
    for (pieces = reply[Symbol.asyncIterator](); ;) {
      const { done, value } = await inTime(pieces.next(), due, clock, abort.signal);
      if (done) break;
      const piece = asText(value);
      // Blanks are no words: whoever sends only those is late all the same.
      if (piece.trim() !== '') due = Math.min(clock.now() + patience.next, end);
      const parted = partSentences(rest + piece);
      rest = parted.rest;
      for (const sentence of parted.sentences) {
        length += sentence.length;
        if (length > LONGEST_REPLY) return;
        yield sentence;
      }
    }
    if (rest.trim() !== '') yield rest;
    else if (length === 0) throw new AttuneError('dialogue-failed', NOTHING_SAID);
  } finally {
    signal.removeEventListener('abort', abort.abort);
    // Whoever is still at work may stop; after the end this tells nobody anything. A stream that is stuck never answers, so nobody waits.
    abort.abort();
    pieces?.return?.().catch(() => undefined);
  }
}

function asText(value: unknown): string {
  if (typeof value !== 'string') throw new AttuneError('dialogue-failed', `Expected text from the dialogue provider, but got ${typeof value}. Give strings only.`);
  return value;
}

/** A promise that is not waited for after `due`, by the session's clock, nor once nobody wants its result. */
function inTime<T>(promise: Promise<T>, due: SessionTime, clock: Clock, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    const asked = clock.now();
    const done = (act: () => void): void => {
      stop();
      signal.removeEventListener('abort', aborted);
      act();
    };
    const late = (): void => reject(new AttuneError('dialogue-failed', `Expected more words from the dialogue provider within ${(due - asked).toFixed(1)} s, but none came. See whether it is overloaded, or give the agent more patience.`));
    const aborted = (): void => done(() => reject(new AttuneError('dialogue-failed', 'Nobody waits for these words any more.')));
    const stop = clock.every(0.1, () => {
      if (clock.now() >= due) done(late);
    });
    signal.addEventListener('abort', aborted);
    promise.then((value) => done(() => resolve(value)), (thrown: unknown) => done(() => reject(thrown as Error)));
    if (signal.aborted) aborted();
  });
}

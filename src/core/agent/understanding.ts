import { readText } from '../affect/read-text.ts';
import type { Clock } from '../ports/clock.ts';
import type { ReadMessage, TextReader } from '../ports/text-reader.ts';
import { heedReader, type Screening, screen } from '../safety/screen-words.ts';
import { isCrisis } from '../signals/risk.ts';
import { asProblem, AttuneError } from '../problem.ts';
import type { Language, TextSignal } from '../signals/text.ts';
import type { Seconds } from '../units.ts';
import type { AgentEvent } from './event.ts';
import { admitReading } from './event-schema.ts';

interface UnderstandingOptions {
  readonly clock: Clock;
  /** Null for the core's own lexicon. */
  readonly reader: TextReader | null;
  readonly dispatch: (event: AgentEvent) => void;
  readonly onProblem: (problem: AttuneError) => void;
}

/** What is known of a message beside its words. */
type Origin = Pick<TextSignal, 'id' | 'at' | 'source' | 'quality' | 'language'>;

/** Screens messages and turns them into signals, in the order in which they came; a crisis waits for nobody. */
export interface Understanding {
  understand(text: string, origin: Origin): void;
  /** What is still being read was said by somebody who has left: it is told to nobody. */
  forget(): void;
}

/** A reader that takes longer than this is not waited for: an answer must not seem to have been lost. */
const PATIENCE: Seconds = 1.5;

/** Promises of another library, or of another page, are promises too. */
function isAwaited<T extends object>(read: T | PromiseLike<T>): read is PromiseLike<T> {
  return read !== null && typeof read === 'object' && 'then' in read;
}

export function createUnderstanding({ clock, reader, dispatch, onProblem }: UnderstandingOptions): Understanding {
  /** The last message that is still being read. */
  let reading: Promise<void> | null = null;
  let visitor = 0;

  function tell(origin: Origin, { danger, boundary, ...read }: ReadMessage, { risk }: Screening): void {
    dispatch({ type: 'signal', at: clock.now(), signal: { kind: 'text', ...origin, latency: Math.max(0, clock.now() - origin.at), reading: read, risk: heedReader(risk, danger, boundary) } });
  }

  /** Where danger is said outright, or suspected and no reader listens for it, nobody is asked: the core's own lexicon reads on. */
  function asked(text: string, { language }: Origin, { risk, outright }: Screening): ReadMessage | PromiseLike<ReadMessage> {
    if (!reader || outright || (isCrisis(risk) && !reader.listensForDanger)) return readText(text, language);
    try {
      const read = reader.read(text, language);
      return isAwaited(read) ? read : admitReading(read);
    } catch (thrown) {
      return standIn(thrown, text, language);
    }
  }

  function standIn(thrown: unknown, text: string, language: Language): ReadMessage {
    onProblem(asProblem(thrown, 'model-missing', 'The text reader failed, so the message was read by a small lexicon'));
    return readText(text, language);
  }

  /** What the reader says in time, else what the lexicon says. */
  async function patiently(promised: PromiseLike<ReadMessage>, text: string, origin: Origin): Promise<ReadMessage> {
    const asOf = clock.now();
    let stop = (): void => undefined;
    const late = new Promise<never>((_, reject) => {
      stop = clock.every(PATIENCE / 5, () => {
        if (clock.now() - asOf >= PATIENCE) reject(new AttuneError('model-missing', `Expected the text reader to answer within ${PATIENCE} s, but it did not.`));
      });
    });
    try {
      return admitReading(await Promise.race([promised, late]));
    } catch (thrown) {
      return standIn(thrown, text, origin.language);
    } finally {
      stop();
    }
  }

  return {
    understand(text, origin) {
      const screening = screen(text);
      const read = asked(text, origin, screening);
      if (!isAwaited(read) && (!reading || isCrisis(screening.risk))) return tell(origin, read, screening);
      const before = reading;
      const writer = visitor;
      const mine = (isAwaited(read) ? patiently(read, text, origin) : Promise.resolve(read)).then(async (done) => {
        await before;
        if (writer === visitor) tell(origin, done, screening);
        if (reading === mine) reading = null;
      });
      reading = mine;
    },
    forget() {
      visitor += 1;
    },
  };
}

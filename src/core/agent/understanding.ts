import { readText } from '../affect/read-text.ts';
import type { Clock } from '../ports/clock.ts';
import type { TextReader } from '../ports/text-reader.ts';
import { screenWords } from '../safety/screen-words.ts';
import { isCrisis, type Risk } from '../signals/risk.ts';
import { asProblem, AttuneError } from '../problem.ts';
import type { TextReading, TextSignal } from '../signals/text.ts';
import type { Seconds } from '../units.ts';
import type { AgentEvent } from './event.ts';

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

export function createUnderstanding({ clock, reader, dispatch, onProblem }: UnderstandingOptions): Understanding {
  /** The last message that is still being read. */
  let reading: Promise<void> | null = null;
  let visitor = 0;

  function tell(origin: Origin, read: TextReading, risk: Risk | null): void {
    dispatch({ type: 'signal', at: clock.now(), signal: { kind: 'text', ...origin, latency: Math.max(0, clock.now() - origin.at), reading: read, risk } });
  }

  /** Where somebody may be in danger, no model is asked: the core's own lexicon reads on. */
  function asked(text: string, { language }: Origin, risk: Risk | null): TextReading | Promise<TextReading> {
    try {
      return reader && !isCrisis(risk) ? reader.read(text, language) : readText(text, language);
    } catch (thrown) {
      return Promise.reject(thrown as Error);
    }
  }

  /** What the reader says in time, else what the lexicon says. */
  async function patiently(promised: Promise<TextReading>, text: string, origin: Origin): Promise<TextReading> {
    const asOf = clock.now();
    let stop = (): void => undefined;
    const late = new Promise<never>((_, reject) => {
      stop = clock.every(PATIENCE / 5, () => {
        if (clock.now() - asOf >= PATIENCE) reject(new AttuneError('model-missing', `Expected the text reader to answer within ${PATIENCE} s, but it did not.`));
      });
    });
    try {
      return await Promise.race([promised, late]);
    } catch (thrown) {
      onProblem(asProblem(thrown, 'model-missing', 'The text reader failed, so the message was read by a small lexicon'));
      return readText(text, origin.language);
    } finally {
      stop();
    }
  }

  return {
    understand(text, origin) {
      const risk = screenWords(text);
      const read = asked(text, origin, risk);
      if (!(read instanceof Promise) && (!reading || isCrisis(risk))) return tell(origin, read, risk);
      const before = reading;
      const writer = visitor;
      const mine = (read instanceof Promise ? patiently(read, text, origin) : Promise.resolve(read)).then(async (done) => {
        await before;
        if (writer === visitor) tell(origin, done, risk);
        if (reading === mine) reading = null;
      });
      reading = mine;
    },
    forget() {
      visitor += 1;
    },
  };
}

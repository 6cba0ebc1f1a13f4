import type { ReadMessage, TextReader } from '../../core/index.ts';
import { never, Planted, type Trouble } from './fault.ts';

/** A reader of words that is late, gone, or makes no sense. */
export function faultyText(reader: TextReader, trouble: Trouble): TextReader {
  let dead = false;
  return {
    ...(reader.parts && { parts: reader.parts }),
    ...(reader.listensForDanger !== undefined && { listensForDanger: reader.listensForDanger }),
    read(text, language) {
      const fault = dead ? 'rejects' : trouble.next('slow', 'silent', 'throws', 'rejects', 'rejects-late', 'garbage', 'not-finite', 'lies', 'dies');
      const read = (): ReadMessage | Promise<ReadMessage> => reader.read(text, language);
      switch (fault) {
        case 'throws': throw new Planted('text', fault);
        case 'dies':
          dead = true;
          return Promise.reject(new Planted('text', fault));
        case 'rejects': return Promise.reject(new Planted('text', fault));
        case 'rejects-late': return trouble.pass(trouble.between(0.2, 8)).then(() => Promise.reject(new Planted('text', fault)));
        case 'slow': return trouble.pass(trouble.between(0.2, 8)).then(read);
        case 'silent': return never();
        case 'garbage': return trouble.pick<unknown>([undefined, null, 'happy', 12, {}, Promise.resolve(null), { valence: 'good' }]) as ReadMessage;
        case 'not-finite': return Promise.resolve(read()).then((found) => ({ ...found, valence: { mean: Number.NaN, variance: 0.1 }, cues: Number.POSITIVE_INFINITY }));
        case 'lies': return Promise.resolve(read()).then((found) => ({ ...found, intent: 'to-rule-the-world', emotions: { ...found.emotions, happiness: 5 } }) as unknown as ReadMessage);
        default: return read();
      }
    },
  };
}

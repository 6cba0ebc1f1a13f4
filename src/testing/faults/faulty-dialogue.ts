import type { AbortSignal, DialogueProvider, DialogueRequest } from '../../core/index.ts';
import { type Fault, never, Planted, type Trouble } from './fault.ts';

type Reply = ReturnType<DialogueProvider['reply']>;

/** Nothing that people would wait for: an answer that never ends. */
const HUGE = 200_000;

/** A dialogue whose words come late, in pieces of the wrong order, without end, or not at all. */
export function faultyDialogue(provider: DialogueProvider, trouble: Trouble): DialogueProvider {
  let dead = false;
  return {
    // Who finds the words may change while the agent lives.
    get written() {
      return provider.written ?? false;
    },
    forget: () => provider.forget?.(),
    reply(request, signal) {
      const fault = dead ? 'rejects' : trouble.next('slow', 'silent', 'throws', 'rejects', 'rejects-late', 'garbage', 'empty', 'huge', 'stalls', 'out-of-order', 'after-stop', 'twice', 'dies');
      switch (fault) {
        case null: return provider.reply(request, signal);
        case 'throws': throw new Planted('dialogue', fault);
        case 'dies':
          dead = true;
          return Promise.reject(new Planted('dialogue', fault));
        case 'rejects': return Promise.reject(new Planted('dialogue', fault));
        case 'slow': return trouble.pass(trouble.between(0.5, 15)).then(() => wordsOf(provider, request, signal));
        case 'silent': return never();
        case 'garbage': return trouble.pick<unknown>([undefined, null, 7, 'words that nobody promised', Promise.resolve({ text: 'hello' }), Promise.resolve(undefined), oddPieces()]) as Reply;
        case 'empty': return trouble.pick<Reply>([Promise.resolve(''), Promise.resolve(' \n\t'), piecesOf([]), piecesOf(['', ' '])]);
        case 'huge': return trouble.pick<Reply>([Promise.resolve('on and on, '.repeat(HUGE / 11)), endless()]);
        default: return broken(provider, request, signal, fault, trouble);
      }
    },
  };
}

/** Words in pieces, as a language model sends them, until what is wrong with them shows. */
async function* broken(provider: DialogueProvider, request: DialogueRequest, signal: AbortSignal, fault: Fault, trouble: Trouble): AsyncGenerator<string, void> {
  const words = `${await wordsOf(provider, request, signal)} There is more to be said of this. `.split(/(?<=\s)/);
  const half = Math.ceil(words.length / 2);
  for (const [i, word] of (fault === 'out-of-order' ? words.toReversed() : words).entries()) {
    if (i === half && fault === 'rejects-late') throw new Planted('dialogue', fault);
    if (i === half && fault === 'stalls') await never();
    if (signal.aborted && fault !== 'after-stop') return;
    await trouble.pass(fault === 'after-stop' ? 1.5 : 0.05);
    yield word;
    if (fault === 'twice') yield word;
  }
}

async function wordsOf(provider: DialogueProvider, request: DialogueRequest, signal: AbortSignal): Promise<string> {
  const reply = provider.reply(request, signal);
  if (!(Symbol.asyncIterator in reply)) return reply;
  let text = '';
  for await (const piece of reply) text += piece;
  return text;
}

async function* piecesOf(pieces: readonly string[]): AsyncGenerator<string, void> {
  yield* pieces;
}

async function* endless(): AsyncGenerator<string, void> {
  for (let i = 0; i < HUGE; i += 1) yield `And ${i} more. `;
}

async function* oddPieces(): AsyncGenerator<string, void> {
  yield* ['Well. ', 7, null] as unknown as string[];
}

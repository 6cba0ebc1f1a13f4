import { AttuneError } from '../../core/index.ts';
import type { DialogueModel, ModelMessage, ModelPart } from './dialogue-model.ts';

interface ChatChunk {
  readonly choices: readonly { readonly delta?: { readonly content?: string | null | undefined } | undefined }[];
}

interface ChatRequest {
  messages: { role: 'system' | 'user' | 'assistant'; content: string }[];
  stream: true;
  max_tokens: number;
  temperature: number;
}

/** An engine of `@mlc-ai/web-llm` with its model loaded, as far as it is used here. */
export interface WebLlmEngine {
  readonly chat: { readonly completions: { create(request: ChatRequest): Promise<AsyncIterable<ChatChunk>> } };
  interruptGenerate(): void | Promise<void>;
}

/** A `Wllama` of `@wllama/wllama` (3 or later) with its model loaded, as far as it is used here. */
export interface WllamaEngine {
  createChatCompletion(request: ChatRequest & { abortSignal: AbortSignal }): Promise<AsyncIterable<ChatChunk>>;
}

/** Lively, and still to the point. */
const TEMPERATURE = 0.7;

/**
 * A language model that runs in the page itself, in an engine that the host has loaded with a model from where it likes. It is
 * the host's own: nothing here loads or unloads it.
 *
 * @throws {AttuneError} `bad-input` when it is no engine of these
 */
export function createEngineModel(engine: WebLlmEngine | WllamaEngine): DialogueModel {
  const { start, stop } = handleOf(engine);
  /** The last answer, which must end before the next can begin. */
  let last: Promise<unknown> = Promise.resolve();
  return {
    async* answer({ system, messages, longest }, signal) {
      const before = last;
      let done = (): void => undefined;
      last = new Promise<void>((resolve) => {
        done = resolve;
      });
      const life = new AbortController();
      const abort = (): void => {
        if (life.signal.aborted) return;
        life.abort();
        stop();
      };
      let running = false;
      try {
        await before;
        if (signal.aborted) return;
        signal.addEventListener('abort', abort);
        running = true;
        yield* textOf(await start({ messages: [{ role: 'system', content: system }, ...messages.map(copy)], stream: true, max_tokens: longest, temperature: TEMPERATURE }, life.signal));
        running = false;
      } catch (thrown) {
        throw new AttuneError('dialogue-failed', 'Expected an answer of the language model in this page, but its engine failed. See that a model is loaded, and that there is memory for it.', thrown);
      } finally {
        signal.removeEventListener('abort', abort);
        // An engine that has ended must not be stopped: that would meet the next answer.
        if (running) abort();
        done();
      }
    },
  };
}

function copy({ role, content }: ModelMessage): ModelMessage {
  return { role, content };
}

async function* textOf(chunks: AsyncIterable<ChatChunk>): AsyncGenerator<ModelPart, void> {
  for await (const { choices } of chunks) {
    const text = choices[0]?.delta?.content;
    if (typeof text === 'string' && text !== '') yield { type: 'text', text };
  }
}

interface Handle {
  start(request: ChatRequest, signal: AbortSignal): Promise<AsyncIterable<ChatChunk>>;
  stop(): void;
}

function handleOf(engine: WebLlmEngine | WllamaEngine): Handle {
  if (typeof (engine as WllamaEngine)?.createChatCompletion === 'function') {
    return { start: (request, abortSignal) => (engine as WllamaEngine).createChatCompletion({ ...request, abortSignal }), stop: () => undefined };
  }
  const webLlm = engine as WebLlmEngine;
  if (typeof webLlm?.chat?.completions?.create !== 'function' || typeof webLlm.interruptGenerate !== 'function') {
    throw new AttuneError('bad-input', 'Expected an engine of web-llm or wllama with its model loaded. Create it first, then hand it in.');
  }
  return { start: (request) => webLlm.chat.completions.create(request), stop: () => void webLlm.interruptGenerate() };
}

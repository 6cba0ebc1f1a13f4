import type { OpenAICompatibleProvider } from '@ai-sdk/openai-compatible';
import { AttuneError, type Seconds } from '../../core/index.ts';
import type { DialogueModel, ModelPart, ModelPrompt } from './dialogue-model.ts';
import { limitedFetch } from './limited-fetch.ts';

/** Which server's language model is asked, by OpenAI's protocol. */
export interface EndpointModelOptions {
  /** Below which `/chat/completions` is asked, such as `/dialogue/local` of `attune serve`, or `http://localhost:11434/v1` of Ollama. */
  readonly url: string;
  /** Which of the server's models. */
  readonly model: string;
  /** Sent with every request. Whoever reads the page can read them: keep keys on a server, with `attune serve`. */
  readonly headers?: Readonly<Record<string, string>>;
  /** From 0 to 2; 0.7 by default. */
  readonly temperature?: number;
  /** Must be true for another origin than the page's own: the player's words are sent there. */
  readonly mayLeaveDevice?: boolean;
}

type ChatModel = ReturnType<OpenAICompatibleProvider['chatModel']>;
type ChatStream = Awaited<ReturnType<ChatModel['doStream']>>['stream'];
type ChatPart = ChatStream extends ReadableStream<infer Part> ? Part : never;
type ChatPrompt = Parameters<ChatModel['doStream']>[0]['prompt'];

/** Before the one retry, where the server doesn't say when. */
const PAUSE: Seconds = 0.4;

/** A retry must leave this much time for the answer itself. */
const LEAST_LEFT: Seconds = 1;

/**
 * A language model behind any server that speaks OpenAI's API for chat completions: Ollama, llama.cpp, vLLM, or a cloud by way of
 * `attune serve`. What doesn't answer at all is asked once more, if the patience of the turn allows for it (and for `Retry-After`).
 *
 * Needs `@ai-sdk/openai-compatible`, which is loaded with the first turn.
 *
 * @throws {AttuneError} `bad-input` when an option is wrong, or the server is of another origin and `mayLeaveDevice` is not true
 */
export function createEndpointModel(options: EndpointModelOptions): DialogueModel {
  const { url, model, headers, temperature } = readOptions(options);
  let loading: Promise<ChatModel> | null = null;

  async function load(): Promise<ChatModel> {
    neverMakeCode();
    const { createOpenAICompatible } = await import('@ai-sdk/openai-compatible');
    return createOpenAICompatible({ name: 'endpoint', baseURL: url, headers, fetch: limitedFetch }).chatModel(model);
  }

  async function open(prompt: ModelPrompt, signal: AbortSignal): Promise<ChatStream> {
    const begun = performance.now();
    loading ??= load();
    loading.catch(() => {
      loading = null;
    });
    const loaded = await loading;
    for (let tries = 1; ; tries += 1) {
      try {
        const { stream } = await loaded.doStream({
          prompt: asPrompt(prompt), maxOutputTokens: prompt.longest, temperature, abortSignal: signal,
          ...(prompt.tools.length === 0 ? {} : { tools: prompt.tools.map(({ name, description, parameters }) => ({ type: 'function', name, description, inputSchema: parameters })) }),
        });
        return stream;
      } catch (thrown) {
        const pause = pauseAfter(thrown);
        const left = prompt.patience - (performance.now() - begun) / 1000;
        if (tries > 1 || pause === null || signal.aborted || pause + LEAST_LEFT > left) throw explained(thrown, url);
        await sleep(pause, signal);
      }
    }
  }

  return {
    async* answer(prompt, signal) {
      const reader = (await open(prompt, signal)).getReader();
      try {
        for (let next = await reader.read(); !next.done; next = await reader.read()) {
          const part = readPart(next.value, url);
          if (part) yield part;
        }
      } catch (thrown) {
        throw explained(thrown, url);
      } finally {
        // Who stops listening lets the server stop too.
        await reader.cancel().catch(() => undefined);
      }
    },
  };
}

function readPart(part: ChatPart, url: string): ModelPart | null {
  if (part.type === 'text-delta') return { type: 'text', text: part.delta };
  if (part.type === 'tool-call') return { type: 'tool', name: part.toolName, input: part.input };
  if (part.type === 'error') throw explained(part.error, url);
  return null;
}

function asPrompt({ system, messages }: ModelPrompt): ChatPrompt {
  const said = messages.map(({ role, content }) => ({ role, content: [{ type: 'text' as const, text: content }] }));
  return [{ role: 'system', content: system }, ...said];
}

/** What the library's errors tell, in the fields that are used here. */
interface CallError {
  readonly statusCode?: number;
  readonly responseHeaders?: Readonly<Record<string, string>>;
  readonly isRetryable?: boolean;
}

/** How long to wait before another try; null where there must be none. */
function pauseAfter(thrown: unknown): Seconds | null {
  const { statusCode, responseHeaders, isRetryable } = thrown as CallError;
  if (isRetryable !== true) return null;
  const wish = responseHeaders?.['retry-after'];
  if (statusCode === undefined || wish === undefined) return PAUSE;
  const seconds = /^\d+$/.test(wish.trim()) ? Number(wish) : (Date.parse(wish) - Date.now()) / 1000;
  return Number.isNaN(seconds) ? PAUSE : Math.max(0, seconds);
}

function sleep(seconds: Seconds, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const done = (): void => {
      clearTimeout(timer);
      signal.removeEventListener('abort', done);
      resolve();
    };
    const timer = setTimeout(done, seconds * 1000);
    signal.addEventListener('abort', done);
  });
}

/** One sentence without a word of what the server or the player said. */
function explained(thrown: unknown, url: string): AttuneError {
  if (thrown instanceof AttuneError) return thrown;
  const status = (thrown as CallError | null)?.statusCode;
  if (status !== undefined && (status < 200 || status > 299)) return new AttuneError('dialogue-failed', `Expected an answer of the language model at ${url}, but the server answered ${status}. ${remedyFor(status)}`, thrown);
  return new AttuneError('dialogue-failed', `Expected an answer of the language model at ${url}, but none came that could be read. See whether it runs, speaks OpenAI's API for chat completions, and the page's policy allows it.`, thrown);
}

function remedyFor(status: number): string {
  if (status === 401 || status === 403) return 'Check the key.';
  if (status === 404 || status === 405) return 'Check the address and the name of the model.';
  if (status === 429 || status === 503) return 'It is busy.';
  return 'Look into the server\'s own log.';
}

function readOptions(options: EndpointModelOptions): Required<Omit<EndpointModelOptions, 'mayLeaveDevice'>> {
  const { url, model, headers = {}, temperature = 0.7, mayLeaveDevice = false } = options;
  const address = typeof url === 'string' && URL.canParse(url, document.baseURI) ? new URL(url, document.baseURI) : null;
  expect(address !== null && /^https?:$/.test(address.protocol), 'url', 'the http or https address of a server', url);
  expect(typeof model === 'string' && model !== '', 'model', 'the name of a model', model);
  expect(temperature >= 0 && temperature <= 2, 'temperature', 'from 0 to 2', temperature);
  if (address!.origin !== new URL(document.baseURI).origin && mayLeaveDevice !== true) {
    throw new AttuneError('bad-input', `Expected "mayLeaveDevice" to be true for a language model at ${address!.origin}, because the player's words are sent there. Ask the player first, or serve it on the page's own origin (attune serve).`);
  }
  return { url: address!.href.replace(/\/$/, ''), model, headers, temperature };
}

function expect(holds: boolean, name: string, wanted: string, got: unknown): void {
  if (!holds) throw new AttuneError('bad-input', `Expected the model option "${name}" to be ${wanted}; got ${typeof got === 'string' ? JSON.stringify(got) : String(got)}.`);
}

/** The package's schemas (zod) try `new Function` once, which pages under a strict policy forbid and report, unless they are told not to before they are loaded. */
function neverMakeCode(): void {
  const { __zod_globalConfig: config = {} } = globalThis as { __zod_globalConfig?: { jitless?: boolean } };
  config.jitless ??= true;
  Object.assign(globalThis, { __zod_globalConfig: config });
}

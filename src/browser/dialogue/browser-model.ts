import { AttuneError, type Language, type Unit } from '../../core/index.ts';
import type { DialogueModel, ModelPrompt } from './dialogue-model.ts';

// The browser's own language model (https://webmachinelearning.github.io/prompt-api/), which TypeScript's DOM library lacks.

/** Whether the browser has its language model: not at all, only once it was fetched, just now being fetched, or ready. */
export type ModelAvailability = 'unavailable' | 'downloadable' | 'downloading' | 'available';

interface Session {
  promptStreaming(input: string, options: { readonly signal: AbortSignal }): ReadableStream<string>;
  destroy(): void;
}

interface SessionOptions {
  readonly expectedInputs: readonly { readonly type: 'text'; readonly languages: readonly string[] }[];
  readonly expectedOutputs: readonly { readonly type: 'text'; readonly languages: readonly string[] }[];
  readonly initialPrompts?: readonly { readonly role: 'system' | 'user' | 'assistant'; readonly content: string }[];
  readonly signal?: AbortSignal;
  readonly monitor?: (monitor: EventTarget) => void;
}

interface ModelApi {
  availability(options: SessionOptions): Promise<ModelAvailability>;
  create(options: SessionOptions): Promise<Session>;
}

/** The browser's own language model, which may have to be fetched before it answers. */
export interface BrowserModel extends DialogueModel {
  /** Whether the browser has its model. Where it is `downloadable`, {@link prepare} fetches it, from the browser's maker. */
  availability(): Promise<ModelAvailability>;
  /**
   * Makes the model ready, from a tap or a key where it must be downloaded first.
   *
   * @throws {AttuneError} `unsupported` where the browser has none for this language; `dialogue-failed` where it can't be had
   */
  prepare(): Promise<void>;
}

/** What the browser's own model is to speak, and who hears of its download. */
export interface BrowserModelOptions {
  readonly language: Language;
  /** Share of the model that was downloaded. */
  readonly onProgress?: (share: Unit) => void;
}

function findApi(): ModelApi | null {
  const api = (globalThis as { LanguageModel?: ModelApi }).LanguageModel;
  return typeof api?.availability === 'function' && typeof api.create === 'function' ? api : null;
}

/** Whether this browser offers a language model of its own, as Chrome does on a desktop. */
export function hasBrowserModel(): boolean {
  return findApi() !== null;
}

/** The language model that the browser brings along; all words stay on the device. */
export function createBrowserModel({ language, onProgress }: BrowserModelOptions): BrowserModel {
  const expected = [{ type: 'text', languages: [language] }] as const;
  const options: SessionOptions = { expectedInputs: expected, expectedOutputs: expected };
  const availability = async (): Promise<ModelAvailability> => (await findApi()?.availability(options)) ?? 'unavailable';

  async function open(more: Omit<SessionOptions, 'expectedInputs' | 'expectedOutputs'>): Promise<Session> {
    const api = findApi();
    if (!api || (await availability()) === 'unavailable') {
      throw new AttuneError('unsupported', `Expected a language model of the browser's own for "${language}", but it has none. Use a current Chrome on a desktop, or another model.`);
    }
    try {
      return await api.create({ ...options, ...more });
    } catch (thrown) {
      throw new AttuneError('dialogue-failed', 'Expected the browser\'s own language model, but it could not be started. Prepare it from a tap, and see that there is room on the disk.', thrown);
    }
  }

  return {
    availability,
    async prepare() {
      const session = await open({
        monitor: (monitor) => monitor.addEventListener('downloadprogress', (event) => onProgress?.((event as ProgressEvent).loaded)),
      });
      session.destroy();
    },
    async* answer(prompt: ModelPrompt, signal) {
      // In a turn nothing is downloaded: that takes minutes, and the player's consent.
      const state = await availability();
      if (state !== 'available') throw new AttuneError('dialogue-failed', `Expected the browser's own language model to be ready, but it is ${state}. Prepare it first.`);
      const session = await open({ initialPrompts: [{ role: 'system', content: prompt.system }, ...prompt.messages.slice(0, -1)], signal });
      const reader = session.promptStreaming(prompt.messages.at(-1)?.content ?? '', { signal }).getReader();
      try {
        for (let next = await reader.read(); !next.done; next = await reader.read()) yield { type: 'text', text: next.value };
      } catch (thrown) {
        throw new AttuneError('dialogue-failed', 'Expected an answer of the browser\'s own language model, but it broke off.', thrown);
      } finally {
        await reader.cancel().catch(() => undefined);
        session.destroy();
      }
    },
  };
}

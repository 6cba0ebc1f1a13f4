import { afterEach, describe, expect, it, vi } from 'vitest';
import { createBrowserModel, createEngineModel, createModelDialogue, hasBrowserModel, type DialogueModel, type ModelPart, type ModelPrompt } from '../../../../src/browser/dialogue/index.ts';

afterEach(() => vi.unstubAllGlobals());

const PROMPT: ModelPrompt = { system: 'rules', messages: [{ role: 'user', content: 'one' }, { role: 'assistant', content: 'two' }, { role: 'user', content: 'three' }], tools: [], longest: 99, patience: 5 };

async function all(model: DialogueModel, signal = new AbortController().signal): Promise<string> {
  let text = '';
  for await (const part of model.answer(PROMPT, signal)) text += (part as Extract<ModelPart, { type: 'text' }>).text;
  return text;
}

/** A browser with a model of its own. */
function stubBrowser(state: string, pieces: readonly string[] = ['It sounds ', 'hard.'], fails = false) {
  const created: Record<string, unknown>[] = [];
  const prompts: string[] = [];
  let destroyed = 0;
  vi.stubGlobal('LanguageModel', {
    availability: async () => state,
    async create(options: { monitor?: (target: EventTarget) => void }) {
      created.push(options as Record<string, unknown>);
      const target = new EventTarget();
      options.monitor?.(target);
      target.dispatchEvent(Object.assign(new Event('downloadprogress'), { loaded: 0.5 }));
      if (fails) throw new DOMException('no room', 'QuotaExceededError');
      return {
        promptStreaming(text: string) {
          prompts.push(text);
          return new ReadableStream({ start(controller) {
            for (const piece of pieces) controller.enqueue(piece);
            controller.close();
          } });
        },
        destroy() {
          destroyed += 1;
        },
      };
    },
  });
  return { created, prompts, destroyed: () => destroyed };
}

describe('the browser\'s own model', () => {
  it('is told the rules and what was said, and is let go after each turn', async () => {
    const { created, prompts, destroyed } = stubBrowser('available');
    expect(await all(createBrowserModel({ language: 'en' }))).toBe('It sounds hard.');
    expect(created[0]).toMatchObject({ initialPrompts: [{ role: 'system', content: 'rules' }, { role: 'user', content: 'one' }, { role: 'assistant', content: 'two' }], expectedOutputs: [{ languages: ['en'] }] });
    expect(prompts).toEqual(['three']);
    expect(destroyed()).toBe(1);
  });

  it('is downloaded only when it is prepared, and tells how far it is', async () => {
    const { created, destroyed } = stubBrowser('downloadable');
    const progress: number[] = [];
    const model = createBrowserModel({ language: 'en', onProgress: (share) => progress.push(share) });
    await expect(all(model)).rejects.toThrow(/Prepare it first/);
    expect(created).toEqual([]);
    await model.prepare();
    expect(progress).toEqual([0.5]);
    expect(destroyed()).toBe(1);
  });

  it('says in one sentence that there is none, or that it did not start', async () => {
    expect(hasBrowserModel()).toBe(false);
    const model = createBrowserModel({ language: 'zh' });
    expect(await model.availability()).toBe('unavailable');
    await expect(model.prepare()).rejects.toMatchObject({ code: 'unsupported', message: expect.stringMatching(/"zh"/) as unknown });
    stubBrowser('available', [], true);
    expect(hasBrowserModel()).toBe(true);
    await expect(all(model)).rejects.toMatchObject({ code: 'dialogue-failed' });
  });
});

/** An engine that speaks for as long as nobody stops it. */
function createEngine(kind: 'web-llm' | 'wllama') {
  const requests: { messages: unknown[]; abortSignal?: AbortSignal }[] = [];
  let interrupted = 0;
  const state = { stopped: false };
  const create = async (request: { messages: unknown[]; abortSignal?: AbortSignal }) => {
    requests.push(request);
    state.stopped = false;
    return (async function* () {
      for (let i = 0; i < 5 && !state.stopped && !request.abortSignal?.aborted; i += 1) {
        yield { choices: [{ delta: { content: `word${i} ` } }] };
        yield { choices: [] };
        await Promise.resolve();
      }
    })();
  };
  const engine = kind === 'wllama' ? { createChatCompletion: create } : { chat: { completions: { create } }, interruptGenerate() {
    interrupted += 1;
    state.stopped = true;
  } };
  return { engine: engine as never, requests, interrupts: () => interrupted };
}

describe.each(['web-llm', 'wllama'] as const)('an engine of %s', (kind) => {
  it('is asked like a chat, and not stopped when it has ended', async () => {
    const { engine, requests, interrupts } = createEngine(kind);
    const life = new AbortController();
    expect(await all(createEngineModel(engine), life.signal)).toBe('word0 word1 word2 word3 word4 ');
    life.abort();
    expect(interrupts()).toBe(0);
    expect(requests[0]).toMatchObject({ messages: [{ role: 'system', content: 'rules' }, { role: 'user' }, { role: 'assistant' }, { role: 'user', content: 'three' }], stream: true, max_tokens: 99 });
  });

  it('is stopped by an abort, and before the next answer begins', async () => {
    const { engine, requests, interrupts } = createEngine(kind);
    const model = createEngineModel(engine);
    const life = new AbortController();
    const first = model.answer(PROMPT, life.signal)[Symbol.asyncIterator]();
    await first.next();
    const second = all(model);
    await Promise.resolve();
    expect(requests).toHaveLength(1);
    life.abort();
    await first.return?.();
    expect(kind === 'web-llm' ? interrupts() : Number(requests[0]!.abortSignal!.aborted)).toBe(1);
    expect(await second).toMatch(/word4/);
  });
});

describe('what is no model', () => {
  it('is refused in one sentence', () => {
    expect(() => createEngineModel({} as never)).toThrow(/web-llm or wllama/);
    expect(() => createModelDialogue({ model: {} as never })).toThrow(/option "model"/);
    expect(() => createModelDialogue({ model: createEngineModel(createEngine('wllama').engine), longest: 10 })).toThrow(/"longest".*got 10/);
  });
});

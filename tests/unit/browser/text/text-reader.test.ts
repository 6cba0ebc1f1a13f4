import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { type AttuneError, likeliest, readText } from 'attune';
import { createTextReader } from 'attune/browser';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { readEncoderModel, readVocabulary } from '../../../../scripts/texts/load-sentence-encoder.ts';
import { readGlosses } from '../../../../scripts/texts/meanings.ts';
import { createTextDesk } from '../../../../src/browser/text/text-desk.ts';
import type { TextCommand, TextReply } from '../../../../src/browser/text/text-protocol.ts';

const ORIGIN = 'https://here.test/page/';
const PACKAGES = new URL('../../../../node_modules/', import.meta.url);
const model = (name: string): Uint8Array => readFileSync(fileURLToPath(new URL(`../../../../models/${name}/net.json`, import.meta.url)));

const ORT = 'onnxruntime-web/dist/ort-wasm-simd-threaded';

/** What the full size is made from. */
function fullFiles(): Record<string, Uint8Array> {
  const files = {
    'models/text-full.json': model('text-full'), 'models/text-dimensions.json': model('text-dimensions'), 'models/glosses-zh.tsv': new TextEncoder().encode(readGlosses()),
    'text/sentence-encoder.onnx': readEncoderModel(), 'text/vocabulary.json': new TextEncoder().encode(readVocabulary()),
    'voice/ort/ort-wasm-simd-threaded.wasm': readFileSync(new URL(`${ORT}.wasm`, PACKAGES)),
  };
  return { ...Object.fromEntries(Object.entries(files).map(([path, bytes]) => [`${ORIGIN}attune/${path}`, bytes])), [new URL(`${ORT}.mjs`, PACKAGES).href]: new Uint8Array() };
}

const LIGHT = model('text');

/** A worker that lives on this thread, with all that the real one does. */
class WorkerHere {
  static all: WorkerHere[] = [];
  static files: Readonly<Record<string, Uint8Array>> = {};
  private readonly listeners = new Map<string, (event: never) => void>();
  private ended = false;
  private readonly take = createTextDesk({
    async fetchFile(url, onProgress) {
      const file = WorkerHere.files[url];
      if (!file) throw new Error(`${url} is missing`);
      onProgress(1);
      return new Uint8Array(file);
    },
    tell: (reply) => this.tell(reply),
  });

  constructor() {
    WorkerHere.all.push(this);
  }

  addEventListener(type: string, listener: (event: never) => void): void {
    this.listeners.set(type, listener);
  }

  postMessage(message: TextCommand): void {
    const command = structuredClone(message);
    // The runtime imports its loader by itself, and Node imports no https.
    if (command.type === 'load' && command.assets.full) Object.assign(command.assets.full, { loader: new URL(`${ORT}.mjs`, PACKAGES).href });
    queueMicrotask(() => {
      if (!this.ended) void this.take(command);
    });
  }

  crash(): void {
    this.listeners.get('error')?.({ message: 'out of memory', preventDefault: () => undefined } as never);
  }

  terminate(): void {
    this.ended = true;
  }

  private tell(reply: TextReply): void {
    if (!this.ended) this.listeners.get('message')?.({ data: structuredClone(reply) } as never);
  }
}

beforeEach(() => {
  WorkerHere.all = [];
  WorkerHere.files = { [`${ORIGIN}attune/models/text.json`]: LIGHT, [`${ORIGIN}attune/models/safety.json`]: model('safety'), [`${ORIGIN}attune/models/boundaries.json`]: model('boundaries') };
  vi.stubGlobal('Worker', WorkerHere);
  vi.stubGlobal('document', { baseURI: 'https://here.test/page/' });
});
afterEach(() => vi.unstubAllGlobals());

describe('a text reader', () => {
  it('starts nothing before the first text, then reads with the light model', async () => {
    const shares: number[] = [];
    const reader = createTextReader({ full: false, onProgress: (share) => shares.push(share) });
    expect(reader.size).toBe('nothing');
    expect(WorkerHere.all).toHaveLength(0);
    const glad = await reader.analyse('I am so glad that you came!');
    expect(likeliest(glad.emotions)).toBe('happiness');
    expect(glad).toMatchObject({ size: 'light', language: 'en', domain: null });
    expect(reader.size).toBe('light');
    expect(shares).toEqual([1]);
    await reader.dispose();
  });

  it('hands an agent what it needs and no word of the text', async () => {
    const reader = createTextReader({ full: false });
    const reading = await reader.read('Thank you, that was lovely', 'en');
    expect(Object.keys(reading).sort()).toEqual(['arousal', 'both', 'boundary', 'cues', 'danger', 'domain', 'dominance', 'emotions', 'intent', 'intentConfidence', 'valence']);
    expect(reading.intent).toBe('thanks');
    expect(JSON.stringify(reading)).not.toContain('lovely');
    await reader.dispose();
  });

  it('reads many in their order, tells how far it is, and stops when asked', async () => {
    const reader = createTextReader({ full: false });
    const texts = Array.from({ length: 250 }, (_, i) => (i % 2 === 0 ? `I love number ${i}` : `I hate number ${i}`));
    const done: number[] = [];
    const all = await reader.analyseAll(texts, { onProgress: (count) => done.push(count) });
    expect(all).toHaveLength(250);
    expect(all.every(({ valence }, i) => (i % 2 === 0 ? valence.mean > 0 : valence.mean < 0))).toBe(true);
    expect(done).toEqual([100, 200, 250]);
    const control = new AbortController();
    const kept: number[] = [];
    await expect(reader.analyseAll(texts, {
      signal: control.signal,
      onProgress(count, newest) {
        kept.push(newest.length);
        if (count === 200) control.abort(new Error('enough'));
      },
    })).rejects.toThrow('enough');
    expect(kept).toEqual([100, 100]);
    await reader.dispose();
  });

  it('goes on with the lexicon where its model is missing, and says so once', async () => {
    WorkerHere.files = {};
    const problems: AttuneError[] = [];
    const reader = createTextReader({ full: false, onProblem: (problem) => problems.push(problem) });
    expect(await reader.read('I am happy', 'en')).toEqual(readText('I am happy', 'en'));
    expect(await reader.read('I am sad', 'en')).toEqual(readText('I am sad', 'en'));
    expect(problems.map(({ message }) => message)).toContainEqual(expect.stringContaining('models/text.json is missing'));
    await expect(reader.analyse('I am happy')).rejects.toThrow('is missing');
  });

  it('listens for danger in what an agent asks, in both languages, and not in what is only analysed', async () => {
    const reader = createTextReader({ full: false });
    expect((await reader.read('I want to kill myself tonight', 'en')).danger).toBe('self-harm');
    expect((await reader.read('我真的不想活了，今晚就去死', 'zh')).danger).toBe('self-harm');
    expect((await reader.read('See you at the game tomorrow', 'en')).danger).toBeNull();
    expect(await reader.analyse('I want to kill myself tonight')).not.toHaveProperty('danger');
    await reader.dispose();
    const deaf = createTextReader({ full: false, listens: false });
    expect(await deaf.read('I want to kill myself tonight', 'en')).not.toHaveProperty('danger');
    expect(await deaf.read('I want to kill myself tonight', 'en')).not.toHaveProperty('boundary');
    await deaf.dispose();
  });

  it('reads on where a model that hears danger or boundaries is missing, and says so', async () => {
    WorkerHere.files = { [`${ORIGIN}attune/models/text.json`]: LIGHT };
    const problems: AttuneError[] = [];
    const reader = createTextReader({ full: false, onProblem: (problem) => problems.push(problem) });
    expect(await reader.read('I want to kill myself tonight', 'en')).not.toHaveProperty('danger');
    expect(problems.map(({ message }) => message)).toEqual([expect.stringContaining('Danger in words is heard by a few rules alone'), expect.stringContaining('asks for a boundary is heard by a few rules alone')]);
    await reader.dispose();
    WorkerHere.files = { ...WorkerHere.files, [`${ORIGIN}attune/models/safety.json`]: model('safety') };
    const half = createTextReader({ full: false });
    const reading = await half.read('I want to kill myself tonight', 'en');
    expect(reading.danger).toBe('self-harm');
    expect(reading).not.toHaveProperty('boundary');
    await half.dispose();
  });

  it('rejects what was being read when the worker crashes or it is closed', async () => {
    const reader = createTextReader({ full: false });
    await reader.prepare();
    const crashed = reader.analyse('hello');
    await Promise.resolve();
    WorkerHere.all[0]!.crash();
    await expect(crashed).rejects.toThrow('out of memory');
    expect(reader.parts![0]!.vitals).toMatchObject({ condition: 'restarting', restarts: 1 });
    // Asked for meanwhile, and read by the next worker.
    expect((await reader.analyse('hello')).language).toBe('en');
    expect(WorkerHere.all).toHaveLength(2);
    expect(reader.parts![0]!.vitals.condition).toBe('running');
    await reader.dispose();
    const other = createTextReader({ full: false });
    await other.prepare();
    const closed = other.analyse('hello');
    await Promise.resolve();
    await other.dispose();
    await expect(closed).rejects.toThrow('closed');
  });

  it('reads what a message wants, the host\'s own intents as well', async () => {
    const reader = createTextReader({ full: false });
    expect(await reader.analyse('Would you say that once more, please?')).toMatchObject({ intent: 'repeat', domain: null });
    await reader.setIntents([{ name: 'order-pizza', examples: ['I would like to order a pizza', 'One pizza with mushrooms, please', '来一个大披萨'] }]);
    expect((await reader.read('Please order a mushroom pizza', 'en')).domain?.name).toBe('order-pizza');
    expect((await reader.read('My sister lives in Norway', 'en')).domain).toBeNull();
    await expect(reader.setIntents([{ name: 'pizza', examples: ['pizza'] }])).rejects.toThrow('at least 2 different examples of "pizza"');
    expect((await reader.read('One pizza, please', 'en')).domain?.name).toBe('order-pizza');
    await reader.dispose();
  });

  it('reads English with the full model once that is there', async () => {
    const shares: number[] = [];
    WorkerHere.files = { ...WorkerHere.files, ...fullFiles() };
    const reader = createTextReader({ assets: `${ORIGIN}attune`, onProgress: (share) => shares.push(share) });
    const early = await reader.analyse('I can hardly wait to see you all again');
    expect(early.size).toBe('light');
    await expect.poll(() => reader.size, { timeout: 100_000 }).toBe('full');
    const late = await reader.analyse('I can hardly wait to see you all again');
    expect(late.size).toBe('full');
    expect(late.emotions).not.toEqual(early.emotions);
    expect((await reader.analyse('我今天很开心')).size).toBe('light');
    expect(shares.at(-1)).toBeCloseTo(1, 2);
    expect(shares.every((share, i) => i === 0 || share >= shares[i - 1]!)).toBe(true);
    await reader.dispose();
  });

  it('goes on with the light model where the full one is missing, and says so', async () => {
    const problems: AttuneError[] = [];
    const shares: number[] = [];
    const reader = createTextReader({ onProblem: (problem) => problems.push(problem), onProgress: (share) => shares.push(share) });
    expect((await reader.analyse('I am so glad')).size).toBe('light');
    await expect.poll(() => problems.length).toBe(1);
    expect(problems[0]!.message).toContain('light model alone');
    expect(shares.at(-1)).toBe(1);
    expect(reader.size).toBe('light');
    await reader.dispose();
  });

  it('names a wrong option', () => {
    expect(() => createTextReader({ assets: '' })).toThrow('Expected the text option "assets"');
  });
});

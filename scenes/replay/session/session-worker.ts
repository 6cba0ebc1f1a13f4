import { AttuneError, type Language, type Unit } from 'attune';
import { loadFusionNet } from 'attune/browser';
import { createSessionTracer, csvOf, emotionMLOf, jsonOf, type SessionTrace, type TraceOptions } from 'attune/record';
import { sampleSession } from './sample-session.ts';

/** The formats in which a session can be saved. */
export const EXPORTS = ['csv', 'json', 'emotionml'] as const;
export type ExportFormat = (typeof EXPORTS)[number];

/** What the page asks of this worker. The session that was read last is the one that is exported. */
export type Question =
  | { readonly kind: 'open'; readonly file: File; /** Absolute, where the fusion net lies. */ readonly assets: string }
  | { readonly kind: 'sample'; readonly seed: number; readonly minutes: number; readonly language: Language }
  | { readonly kind: 'export'; readonly format: ExportFormat };

export type Answer =
  | { readonly kind: 'progress'; readonly share: Unit }
  | { readonly kind: 'traced'; readonly trace: SessionTrace }
  | { readonly kind: 'exported'; readonly blob: Blob }
  /** `line` is the line of the file that is wrong; null where it is not one line. */
  | { readonly kind: 'failed'; readonly line: number | null; readonly message: string };

// The part of DedicatedWorkerGlobalScope used here, which TypeScript's DOM library lacks.
interface WorkerScope {
  addEventListener(type: 'message', listener: (message: MessageEvent<Question>) => void): void;
  postMessage(answer: Answer, transfer: Transferable[]): void;
}
const scope = globalThis as unknown as WorkerScope;

/** How often the page is told how far it is, in milliseconds. */
const TOLD = 100;

let trace: SessionTrace | null = null;
let told = 0;

function tell(share: Unit): void {
  if (performance.now() - told < TOLD) return;
  told = performance.now();
  scope.postMessage({ kind: 'progress', share }, []);
}

/** Traces a file; by the fusion net if the session was fused by one and it is here, else without it. */
async function open({ file, assets }: Extract<Question, { kind: 'open' }>): Promise<SessionTrace> {
  try {
    return await read(file, {});
  } catch (thrown) {
    if (!(thrown instanceof AttuneError) || thrown.code !== 'model-missing') throw thrown;
    const fuser = await loadFusionNet({ assets }).catch(() => null);
    return read(file, { fuser, withoutNet: true });
  }
}

async function read(file: File, options: TraceOptions): Promise<SessionTrace> {
  const tracer = createSessionTracer(options);
  const reader = file.stream().pipeThrough(new TextDecoderStream('utf-8', { fatal: true })).getReader();
  // Characters stand for bytes here: a session is nearly all ASCII.
  let done = 0;
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    tracer.write(part.value);
    done += part.value.length;
    tell(Math.min(1, done / file.size));
  }
  return tracer.finish();
}

async function make({ seed, minutes, language }: Extract<Question, { kind: 'sample' }>): Promise<SessionTrace> {
  const tracer = createSessionTracer();
  for await (const { line, share } of sampleSession({ seed, minutes, language })) {
    tracer.write(`${line}\n`);
    tell(share);
  }
  return tracer.finish();
}

const WRITERS = { csv: [csvOf, 'text/csv'], json: [jsonOf, 'application/json'], emotionml: [emotionMLOf, 'application/emotionml+xml'] } as const;
/** So many characters are put together before they leave this worker's memory for the browser's. */
const PART = 4_000_000;

/** Writes the session; an hour may be more than one text can hold. */
function exported(format: ExportFormat): Blob {
  if (!trace) throw new Error('Expected a session to export, but none was read. Open one first.');
  const [write, type] = WRITERS[format];
  const parts: Blob[] = [];
  let part = '';
  for (const piece of write(trace)) {
    part += piece;
    if (part.length < PART) continue;
    parts.push(new Blob([part]));
    part = '';
  }
  return new Blob([...parts, part], { type });
}

async function answer(question: Question): Promise<Answer> {
  if (question.kind === 'export') return { kind: 'exported', blob: exported(question.format) };
  trace = null;
  trace = question.kind === 'open' ? await open(question) : await make(question);
  return { kind: 'traced', trace };
}

scope.addEventListener('message', ({ data }) => void answer(data).catch((thrown: unknown): Answer => {
  const message = thrown instanceof TypeError ? 'Expected text in UTF-8, but the file holds something else. Choose a session that Attune recorded.' : (thrown as Error).message;
  return { kind: 'failed', line: Number(/^Line (\d+)/.exec(message)?.[1] ?? Number.NaN) || null, message };
}).then((each) => scope.postMessage(each, [])));

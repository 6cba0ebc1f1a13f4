import { createReadStream } from 'node:fs';
import { open, readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { defineCommand } from 'citty';
import { createFusionNet } from '../../browser/fusion/fusion-net.ts';
import { parseNet } from '../../browser/nets/net-file.ts';
import type { EmotionFuser } from '../../core/index.ts';
import { createSessionTracer, csvOf, emotionMLOf, jsonOf, type SessionTrace, summariseTrace } from '../../record/index.ts';
import { findOwnPackage } from '../assets/find-package.ts';
import { UsageError } from '../usage-error.ts';
import { describeSession } from './describe-session.ts';

/** `attune replay`: replays a recorded session, tells what happened in it, and writes it in other formats. */
export default defineCommand({
  meta: { name: 'replay', description: 'Replay a recorded session, sum it up and write it as CSV, JSON or EmotionML' },
  args: {
    file: { type: 'positional', required: false, valueHint: 'FILE', description: 'The session, as JSON lines' },
    csv: { type: 'string', valueHint: 'FILE', description: 'Write a row for every event, units in the header' },
    json: { type: 'string', valueHint: 'FILE', description: 'Write the same figures and what happened as one object' },
    emotionml: { type: 'string', valueHint: 'FILE', description: 'Write W3C EmotionML 1.0' },
    'summary-json': { type: 'boolean', description: 'Print the summary as JSON' },
  },
  async run({ args, rawArgs }) {
    const file = onlyFile(rawArgs, args._);
    for (const name of ['csv', 'json', 'emotionml'] as const) if (args[name] === '') throw new UsageError(`Expected --${name} to name a file, but it is empty; see: attune replay --help`);
    const { trace, seconds } = await traceFile(file);
    if (args.csv !== undefined) await writeParts(args.csv, csvOf(trace));
    if (args.json !== undefined) await writeParts(args.json, jsonOf(trace));
    if (args.emotionml !== undefined) await writeParts(args.emotionml, emotionMLOf(trace));
    const summary = summariseTrace(trace);
    const speed = summary.duration / seconds;
    console.log(args['summary-json'] ? JSON.stringify({ file: basename(file), ...summary, replay: { seconds, timesRealTime: speed } }, null, 2) : describeSession(basename(file), summary, speed));
  },
});

/** citty passes over options that it does not know; a typing error must not write something else. */
function onlyFile(rawArgs: readonly string[], positional: readonly string[]): string {
  const option = rawArgs.find((arg) => arg.startsWith('-') && !/^--(csv|json|emotionml)(=|$)|^--summary-json$/.test(arg));
  const unexpected = option ?? positional[1];
  if (unexpected !== undefined) throw new UsageError(`Expected one file and the options --csv, --json, --emotionml and --summary-json, but got "${unexpected}"; see: attune replay --help`);
  const [file] = positional;
  if (file === undefined) throw new UsageError('Expected the file of a session, such as attune-log.jsonl; see: attune replay --help');
  return file;
}

/** Reads and replays a session as it comes off the disk, so that its length does not matter. */
async function traceFile(file: string): Promise<{ readonly trace: SessionTrace; readonly seconds: number }> {
  const fuser = await loadOwnFuser();
  const begun = performance.now();
  const tracer = createSessionTracer({ fuser, withoutNet: true });
  try {
    for await (const part of createReadStream(file, 'utf8')) tracer.write(part as string);
  } catch (error) {
    throw inOneSentence(error, `Expected the file of a session, but "${file}"`);
  }
  const trace = tracer.finish();
  return { trace, seconds: (performance.now() - begun) / 1000 };
}

/** The net that comes with attune; null in an installation without it. */
async function loadOwnFuser(): Promise<EmotionFuser | null> {
  const text = await readFile(join(findOwnPackage(), 'models/fusion/net.json'), 'utf8').catch(() => null);
  return text === null ? null : createFusionNet(parseNet(text, 'fusion'));
}

async function writeParts(path: string, parts: Iterable<string>): Promise<void> {
  try {
    const file = await open(path, 'w');
    try {
      for (const part of parts) await file.write(part);
    } finally {
      await file.close();
    }
  } catch (error) {
    throw inOneSentence(error, `Expected a file that can be written, but "${path}"`);
  }
}

/** What the system says about files is for programmers. */
function inOneSentence(error: unknown, beginning: string): Error {
  const { code, message } = error as NodeJS.ErrnoException;
  if (code === undefined || !/^E[A-Z]+$/.test(code)) return error as Error;
  const reasons: Readonly<Record<string, string>> = { ENOENT: 'does not exist', EISDIR: 'is a folder', EACCES: 'may not be opened by you', ENOSPC: 'does not fit on the disk' };
  return new Error(`${beginning} ${reasons[code] ?? `failed (${message})`}.`, { cause: error });
}

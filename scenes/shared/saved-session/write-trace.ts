import { csvOf, emotionMLOf, jsonOf, type SessionTrace } from 'attune/record';
import { UTF8_MARK } from '../save-file.ts';
import { SESSION_FILES, type SessionFormat } from './formats.ts';

/** Writes a trace as a file. It takes seconds for a long one: call it in a worker. */
export function writeTrace(trace: SessionTrace, format: Exclude<SessionFormat, 'jsonl'>): Blob {
  const parts = { csv: () => [UTF8_MARK, ...csvOf(trace)], json: () => [...jsonOf(trace)], emotionml: () => [...emotionMLOf(trace)] }[format]();
  return new Blob(parts, { type: SESSION_FILES[format].type });
}

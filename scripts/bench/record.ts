import { createSessionTracer, csvOf, emotionMLOf, jsonOf, parseLog, replay, type SessionTrace } from '../../src/record/index.ts';
import { makeSession } from '../../src/testing/index.ts';

const MINUTES = 10;
const RUNS = 5;
const PART = 65_536;

function timed<T>(work: () => T): { readonly result: T; readonly wall: number; readonly own: number } {
  const [begun, before] = [performance.now(), process.cpuUsage()];
  const result = work();
  const { user, system } = process.cpuUsage(before);
  return { result, wall: (performance.now() - begun) / 1000, own: (user + system) / 1e6 };
}

function trace(text: string): SessionTrace {
  const tracer = createSessionTracer();
  for (let place = 0; place < text.length; place += PART) tracer.write(text.slice(place, place + PART));
  return tracer.finish();
}

const middle = (values: readonly number[]): number => values.toSorted((a, b) => a - b)[values.length >> 1]!;

function tell(what: string, runs: readonly { readonly wall: number; readonly own: number }[]): void {
  const times = (seconds: number): string => (60 * MINUTES / seconds).toFixed(0);
  const [first, rest] = [runs[0]!, runs.slice(1)];
  console.log(`  ${what.padEnd(38)} ${times(middle(rest.map(({ wall }) => wall)))} times faster than real time by the clock, ${times(middle(rest.map(({ own }) => own)))} by the processor's own time; the first time ${times(first.wall)} and ${times(first.own)}`);
}

/** A session of ten minutes: whether its replay is exact, and how fast it is read, replayed and written. */
export async function benchRecord(): Promise<void> {
  const text = await makeSession({ duration: 60 * MINUTES });
  const runs = Array.from({ length: RUNS }, () => timed(() => trace(text)));
  const { exactness, at } = runs[0]!.result;
  const log = parseLog(text);
  const replays = Array.from({ length: RUNS }, () => timed(() => replay(log)));
  const identical = exactness && !exactness.differs && replays.every(({ result }) => JSON.stringify(result.cues) === JSON.stringify(log.cues));
  console.log(`record: a made session of ${MINUTES} minutes, ${at.length} events, ${(text.length / 1e6).toFixed(1)} MB; ${log.cues.length} cues ${identical ? 'replayed to identical bytes' : 'NOT replayed to identical bytes'} (bar: identical, 300 times faster than real time)`);
  tell('reading, replaying and tracing it:', runs);
  tell('replaying what was read:', replays);
  const formats = Object.entries({ CSV: csvOf, JSON: jsonOf, EmotionML: emotionMLOf }).map(([name, write]) => {
    const { result, wall } = timed(() => [...write(runs[0]!.result)].reduce((sum, part) => sum + part.length, 0));
    return `${name} ${(result / 1e6).toFixed(1)} MB in ${wall.toFixed(1)} s`;
  });
  console.log(`  written: ${formats.join(', ')}`);
}

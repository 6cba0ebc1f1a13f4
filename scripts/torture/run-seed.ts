import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { createPart } from '../../src/core/index.ts';
import { createWordHearing } from '../../src/browser/voice/word-hearing.ts';
import { type MakeEar, torture, type TortureOptions, type TortureReport } from '../../src/testing/index.ts';

/** What one seed came to, as plain data. */
export interface SeedFigures extends Pick<TortureReport, 'seed' | 'seconds' | 'steps' | 'visits' | 'agents' | 'utterances' | 'violations'> {
  readonly faults: Readonly<Record<string, number>>;
  readonly recoveries: Readonly<Record<string, readonly number[]>>;
  /** Megabytes in use at the end, after what nobody holds was taken away. */
  readonly megabytes: number;
}

/** The ear of the browser's own microphone. */
const browserEar: MakeEar = (recognizer, sink) => {
  const hearing = createWordHearing({ sink, part: createPart('hearing'), paused: () => undefined, progress: () => undefined, wantsSound: () => undefined });
  hearing.change(recognizer);
  return {
    get hears() {
      return hearing.hears;
    },
    open: () => hearing.open(),
    begin: (at) => hearing.begin(at),
    end: () => hearing.end(0.2),
    close: () => hearing.close(),
  };
};

/** Tortures by one seed in this process. */
export async function runSeed(options: TortureOptions): Promise<SeedFigures> {
  setFlagsFromString('--expose_gc');
  const collect = runInNewContext('gc') as () => void;
  const memory = (): number => {
    // What is only weakly held goes at the second time.
    collect();
    collect();
    return process.memoryUsage().heapUsed;
  };
  const rejections: string[] = [];
  for (const event of ['unhandledRejection', 'uncaughtException'] as const) process.on(event, (reason: unknown) => rejections.push(reason instanceof Error ? reason.stack ?? reason.message : String(reason)));
  const report = await torture({
    ...options, makeEar: browserEar,
    host: { breathe: () => new Promise((resolve) => setImmediate(resolve)), rejections: () => rejections.splice(0), memory },
  });
  const { seed, seconds, steps, visits, agents, utterances, violations } = report;
  return { seed, seconds, steps, visits, agents, utterances, violations, faults: Object.fromEntries(report.faults), recoveries: Object.fromEntries(report.recoveries), megabytes: memory() / 1e6 };
}

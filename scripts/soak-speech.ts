/**
 * `npm run soak -- speech [--count N]`: sentences in a row in Chromium, each cut off at a random point: whether one stalls, whether nodes, workers or memory
 * are kept, and whether a cut clicks.
 *
 * A click is told by the second difference of the sound, whose peak within 40 ms after a cut must not be above what speech itself reaches
 * in this run. What is kept is counted by the browser after its rubbish is collected, before and after; 20 sentences go before.
 */
import { join } from 'node:path';
import { build } from 'vite';
import type { CutRun } from '../tests/bench/cut-speech.ts';
import { openPage } from '../tests/e2e/open-page.ts';
import { ensureBrowser } from './find-browser.ts';
import { readNumbers } from './hearing/arguments.ts';
import { mustRun, ROOT } from './run.ts';
import { serve } from './server.ts';
import { describe } from './statistics.ts';

const WARM = 20;
/** Growth of memory over the run that is taken for none, in megabytes. */
const FLAT = 1;
/** -80 dBFS. */
const SILENT = 1e-4;

const { count } = readNumbers({ count: 200 });
const browser = ensureBrowser();
if (!browser) {
  console.log('Left out: no Chromium, Chrome or Edge was found.');
  process.exit(0);
}
process.env.CHROME_PATH = browser;
await mustRun('tsx', ['src/cli/main.ts', 'assets', '--out', 'build/public/attune']);
await build({ configFile: join(ROOT, 'tests/bench/vite.config.ts') });
const site = await serve({ folders: [join(ROOT, 'build/bench'), join(ROOT, 'build/public')], port: 0, host: '127.0.0.1' });
const { page, offences, close } = await openPage(site.url);
try {
  await page.goto(`${site.url}cut-speech.html`);
  await page.waitForFunction(() => window.cutSpeech !== undefined, undefined, { timeout: 120_000 });
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('Performance.enable');
  const kept = async () => {
    for (let i = 0; i < 3; i += 1) await devtools.send('HeapProfiler.collectGarbage');
    const { metrics } = await devtools.send('Performance.getMetrics');
    const of = (name: string): number => metrics.find((each) => each.name === name)?.value ?? Number.NaN;
    return { nodes: of('AudioHandlers'), workers: page.workers().length, heap: of('JSHeapUsedSize') / 1e6 };
  };
  const run = (sentences: number): Promise<CutRun> => page.evaluate((each) => window.cutSpeech!(each), sentences);
  await run(WARM);
  const before = await kept();
  const { cuts, begun } = await run(count);
  const after = await kept();

  const spoken = cuts.filter(({ sounding }) => sounding);
  const speech = Math.max(...spoken.map((cut) => cut.before));
  const roughest = Math.max(...spoken.map((cut) => cut.after));
  const loudest = Math.max(...cuts.map(({ rest }) => rest));
  const above = spoken.filter((cut) => cut.after > cut.before).length;
  const checks: readonly (readonly [string, boolean])[] = [
    [`${begun} of ${count} sentences began, ${spoken.length} were cut while they sounded, after ${describe(cuts.map(({ at }) => at)).p50.toFixed(2)} s in the middle`, begun === count && spoken.length > count / 3],
    [`second difference at cuts at most ${roughest.toFixed(4)} (median ${describe(spoken.map((cut) => cut.after)).p50.toFixed(4)}), in speech before them at most ${speech.toFixed(4)} (median ${describe(spoken.map((cut) => cut.before)).p50.toFixed(4)}); rougher than just before: ${above}`, roughest <= speech],
    [`largest sample from 60 ms after a cut on ${loudest.toExponential(1)}`, loudest < SILENT],
    [`nodes ${before.nodes} before and ${after.nodes} after`, after.nodes <= before.nodes],
    [`workers ${before.workers} before and ${after.workers} after`, after.workers === before.workers],
    [`memory ${before.heap.toFixed(2)} MB before and ${after.heap.toFixed(2)} MB after (flat: within ${FLAT})`, after.heap - before.heap < FLAT],
    [`requests to elsewhere, errors: ${offences.length}`, offences.length === 0],
  ];
  for (const [told, holds] of checks) console.log(`${holds ? 'holds' : 'FAILS'}  ${told}`);
  process.exitCode = checks.every(([, holds]) => holds) ? 0 : 1;
} finally {
  await close();
  await site.close();
}

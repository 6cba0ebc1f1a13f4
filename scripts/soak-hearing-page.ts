/**
 * `npm run soak -- hearing-page [--clips N] [--from N]`: the microphone page in Chromium with a fake microphone that plays clips of
 * RAVDESS, one after the other, and where it finds their speech.
 *
 * The clips are of even speakers, chosen by the hash of their names; 1.5 s of faint noise (-75 dBFS) lies between two. An edge
 * is found when it lies within 150 ms of where the energy says (hearing/speech-envelope.ts). When the browser began to play
 * is not known: the median distance of all starts and ends is taken for it.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import '../scenes/microphone/handle.ts';
import { RATE } from '../src/browser/voice/voice-frame.ts';
import { createResampler } from '../src/browser/voice/resampler.ts';
import { createRandom } from '../src/learn/random.ts';
import { showProgress } from '../src/learn/progress.ts';
import { fnv1a } from '../src/learn/splits.ts';
import { writeWave } from '../tests/e2e/fake-microphone.ts';
import { openPage, serveSite } from '../tests/e2e/open-page.ts';
import { ensureBrowser } from './find-browser.ts';
import { readNumbers } from './hearing/arguments.ts';
import { median } from './hearing/listen.ts';
import { makeNoise } from './hearing/noises.ts';
import { findRavdess } from './hearing/ravdess.ts';
import { envelopeEdges } from './hearing/speech-envelope.ts';
import { mustRun } from './run.ts';
import { describe } from './statistics.ts';

const TOLERANCE = 0.15;
const GAP = 1.5;
const FAINT = -75;
/** Before the first clip, in which the page and its detector start. */
const LEAD = 8;
const DEVICE_RATE = 48_000;

interface Expected {
  readonly begins: number;
  readonly ends: number;
}

const { clips: count, from: first } = readNumbers({ clips: 60, from: 0 });
if (count < 1) throw new Error(`Expected --clips to be at least 1, but got ${count}.`);
const known = findRavdess();
const browser = ensureBrowser();
if (!known || !browser) {
  console.log(`Left out: ${known ? 'no Chromium, Chrome or Edge was found' : 'RAVDESS is not below ATTUNE_DATA (zenodo.org/records/1188976)'}.`);
  process.exit(0);
}
process.env.CHROME_PATH = browser;
const chosen = known.filter(({ speaker }) => speaker % 2 === 0).toSorted((a, b) => fnv1a(a.name) - fnv1a(b.name)).slice(first, first + count);
const folder = mkdtempSync(join(tmpdir(), 'attune-hearing-'));
try {
  const { film, expected } = await makeFilm();
  const sound = join(folder, 'clips.wav');
  writeWave(sound, upsample(film), DEVICE_RATE);
  await mustRun('tsx', ['scripts/build.ts']);
  await mustRun('tsx', ['src/cli/main.ts', 'assets', '--out', 'build/public/attune']);
  const heard = await hear(sound, film.length / RATE);
  process.exitCode = tell(expected, heard) ? 0 : 1;
} finally {
  rmSync(folder, { recursive: true, force: true });
}

/** All clips in a row, and where their speech lies in it. */
async function makeFilm(): Promise<{ film: Float32Array; expected: Expected[] }> {
  const random = createRandom(1);
  const parts: Float32Array[] = [makeNoise('white', LEAD, FAINT, random)];
  const expected: Expected[] = [];
  let length = parts[0]!.length;
  for (const clip of chosen) {
    const samples = await clip.read();
    const part = makeNoise('white', samples.length / RATE + GAP, FAINT, random);
    for (let i = 0; i < samples.length; i += 1) part[i]! += samples[i]!;
    const { begins, ends } = envelopeEdges(part);
    expected.push({ begins: length / RATE + begins, ends: length / RATE + ends });
    parts.push(part);
    length += part.length;
  }
  const film = new Float32Array(length);
  let at = 0;
  for (const part of parts) {
    film.set(part, at);
    at += part.length;
  }
  return { film, expected };
}

function upsample(samples: Float32Array): Float32Array {
  const resampler = createResampler(RATE, DEVICE_RATE);
  const output = new Float32Array(resampler.capacity(samples.length));
  return output.slice(0, resampler.push(samples, output));
}

async function hear(sound: string, duration: number): Promise<Expected[]> {
  const site = await serveSite();
  const { page, offences, close } = await openPage(site.url, { sound: `${sound}%noloop` });
  try {
    await page.goto(`${site.url}microphone/?lang=en`);
    await page.getByTestId('consent-microphone').check({ force: true });
    await page.getByTestId('consent-continue').click();
    const progress = showProgress('Hearing', Math.ceil(duration));
    for (let second = 0; second < duration + 2; second += 1) {
      await page.waitForTimeout(1000);
      progress.update(Math.min(Math.ceil(duration), second + 1));
    }
    progress.stop();
    if (offences.length > 0) throw new Error(`Expected a clean run, but there was: ${offences.join('; ')}`);
    return await page.evaluate(() => window.attuneMicrophone!.measurements.utterances.map(({ from, to }) => ({ begins: from, ends: to ?? Infinity })));
  } finally {
    await close();
    await site.close();
  }
}

/** Prints how many were found, and returns whether the bar is met. */
function tell(expected: readonly Expected[], heard: readonly Expected[]): boolean {
  const rough = (heard[0]?.begins ?? 0) - (expected[0]?.begins ?? 0);
  const match = (shift: number): { start: number; end: number }[] => expected.map(({ begins, ends }) => {
    const own = heard.filter((each) => each.ends - shift > begins - 0.5 && each.begins - shift < ends + 0.5);
    return { start: (own[0]?.begins ?? Infinity) - shift - begins, end: (own.at(-1)?.ends ?? Infinity) - shift - ends };
  });
  const shift = rough + (median(match(rough).flatMap(({ start, end }) => [start, end]).filter(Number.isFinite)) ?? 0);
  const found = match(shift);
  const share = (holds: (each: (typeof found)[number]) => boolean): number => found.filter(holds).length / found.length;
  const near = (error: number): boolean => Math.abs(error) <= TOLERANCE;
  const percent = (value: number): string => `${(100 * value).toFixed(1)}%`;
  const both = share(({ start, end }) => near(start) && near(end));
  console.log(`${found.length} clips of even speakers in Chromium: start within ${1000 * TOLERANCE} ms in ${percent(share(({ start }) => near(start)))}, end in ${percent(share(({ end }) => near(end)))}, both in ${percent(both)}; ${heard.length} utterances heard`);
  for (const edge of ['start', 'end'] as const) {
    const { p5, p50, p95 } = describe(found.map((each) => each[edge]).filter(Number.isFinite));
    console.log(`  ${edge} minus the energy's: median ${p50.toFixed(2)} s, 5th to 95th percentile ${p5.toFixed(2)} to ${p95.toFixed(2)} s`);
  }
  return both >= 0.95;
}

import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'vite';
import { createAvatarFrame, DEFAULT_CHARACTER, initialState, step, type AgentEvent } from '../src/index.ts';
import { fakeFace, fakeVoice } from '../src/testing/index.ts';
import { samplePerformance } from '../src/core/perform/sample.ts';
import type { FaceCost } from '../tests/bench/face-cost-worker.ts';
import type { PageFigures } from '../tests/bench/long-tasks.ts';
import { FACE_CROPS } from '../tests/e2e/face-crops.ts';
import { writeFilm } from '../tests/e2e/fake-camera.ts';
import { writeSpeech } from '../tests/e2e/fake-microphone.ts';
import { openPage } from '../tests/e2e/open-page.ts';
import { ensureBrowser } from './find-browser.ts';
import { mustRun, ROOT } from './run.ts';
import { serve } from './server.ts';

/**
 * `npm run bench`: what the bars in milliseconds are measured by, each beside a baseline of the same
 * run. `npm run bench -- core`, `page`, `face` or `avatars` measures only these.
 */

const FRAMES_PER_SECOND = 60;

/** Ten simulated minutes of everything at once, stepped and sampled as a page does. */
function benchCore(): void {
  const settings = { seed: 1, language: 'en', character: DEFAULT_CHARACTER } as const;
  const frame = createAvatarFrame();
  const costs: number[] = [];
  let state = initialState(settings);
  for (let i = 0; i < 600 * FRAMES_PER_SECOND; i += 1) {
    const at = i / FRAMES_PER_SECOND;
    const events: AgentEvent[] = [];
    if (i % 6 === 0) events.push({ type: 'tick', at });
    if (i % 4 === 0) events.push({ type: 'signal', at, signal: fakeFace(at, { smile: Math.sin(at) }) });
    if (i % 15 === 0) events.push({ type: 'signal', at, signal: fakeVoice(at, { loudness: -30 + 5 * Math.sin(at) }) });
    const begun = performance.now();
    for (const event of events) [state] = step(state, event);
    samplePerformance(state.performance, at, 1, frame);
    costs.push(performance.now() - begun);
  }
  const sum = costs.reduce((total, each) => total + each, 0);
  costs.sort((a, b) => a - b);
  console.log(`core: step and sampling ${(sum / costs.length).toFixed(4)} ms a frame on average, 99th percentile ${(costs[Math.floor(0.99 * costs.length)] ?? 0).toFixed(4)} ms (bar: under 0.2 ms)`);
}

async function figuresOf(origin: string, page: string, media: { film: string; sound: string }): Promise<PageFigures> {
  const watched = await openPage(origin, media);
  try {
    const broken = new Promise<never>((_, reject) => watched.page.once('pageerror', reject));
    await watched.page.goto(`${origin}${page}`);
    await Promise.race([broken, watched.page.waitForFunction(() => window.figures !== undefined, undefined, { timeout: 300_000 })]);
    if (watched.offences.length > 0) throw new Error(`Expected a clean run, but there was: ${watched.offences.join('; ')}`);
    const figures = await watched.page.evaluate(() => window.figures);
    if (!figures) throw new Error('Expected the page to tell its figures, but it told none.');
    return figures;
  } finally {
    await watched.close();
  }
}

async function benchPage(): Promise<void> {
  const browser = ensureBrowser();
  if (!browser) throw new Error('Expected Chromium, Chrome or Edge for this bench, but found none. Install one, or name it in CHROME_PATH.');
  process.env.CHROME_PATH = browser;
  await mustRun('tsx', ['src/cli/main.ts', 'assets', '--out', 'build/public/attune']);
  await build({ configFile: join(ROOT, 'tests/bench/vite.config.ts') });
  const folder = mkdtempSync(join(tmpdir(), 'attune-bench-'));
  const media = { film: join(folder, 'film.y4m'), sound: join(folder, 'speech.wav') };
  writeFilm(media.film, FACE_CROPS[0] ?? null);
  await writeSpeech(media.sound, 'I would like to tell you about my day, which was long but good.', 15);
  // On the main thread MediaPipe loads another build of its wasm than in a worker, so it comes from its package.
  const site = await serve({ folders: [join(ROOT, 'build/bench'), join(ROOT, 'build/public'), join(ROOT, 'node_modules/@mediapipe/tasks-vision')], port: 0, host: '127.0.0.1' });
  try {
    const alone = await figuresOf(site.url, 'landmarker-alone.html', media);
    const loop = await figuresOf(site.url, 'full-loop.html', media);
    const told = ({ longTasks }: PageFigures): string => `${longTasks.length} tasks over 50 ms${longTasks.length > 0 ? ` (longest ${Math.max(...longTasks)} ms)` : ''}`;
    console.log(`FaceLandmarker alone on the main thread, 20 s: ${told(alone)}; ${JSON.stringify(alone)}`);
    console.log(`the full loop of Attune, 20 s: ${told(loop)} (bar: none); ${JSON.stringify(loop)}`);
  } finally {
    await site.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** What a look at a face costs, beside MediaPipe's FaceLandmarker alone on the same pictures in the same worker. */
async function benchFace(): Promise<void> {
  const browser = ensureBrowser();
  if (!browser) throw new Error('Expected Chromium, Chrome or Edge for this bench, but found none. Install one, or name it in CHROME_PATH.');
  process.env.CHROME_PATH = browser;
  await mustRun('tsx', ['src/cli/main.ts', 'assets', '--out', 'build/public/attune']);
  await build({ configFile: join(ROOT, 'tests/bench/vite.config.ts') });
  const folder = mkdtempSync(join(tmpdir(), 'attune-bench-'));
  const media = { film: join(folder, 'film.y4m'), sound: join(folder, 'speech.wav') };
  writeFilm(media.film, FACE_CROPS[0] ?? null);
  await writeSpeech(media.sound, 'Hello.', 1);
  const site = await serve({ folders: [join(ROOT, 'build/bench'), join(ROOT, 'build/public')], port: 0, host: '127.0.0.1' });
  try {
    const { cost } = await figuresOf(site.url, 'face-cost.html', media);
    const { bare, whole, student, head, lacks } = cost as FaceCost;
    const microseconds = (time: number | null): string => (time === null ? 'not there' : `${(1000 * time).toFixed(0)} microseconds`);
    console.log(`a look at a face: ${whole.toFixed(1)} ms, FaceLandmarker alone ${bare.toFixed(1)} ms, so ${(whole / bare).toFixed(3)} times (bar: at most 1.1)${lacks.length > 0 ? `; without ${lacks.join(' and ')}` : ''}`);
    console.log(`blendshape student: ${microseconds(student)} (bar: under 100); expression head: ${microseconds(head)}`);
  } finally {
    await site.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** What an avatar costs to move, beside three-vrm alone, and to draw. */
async function benchAvatars(): Promise<void> {
  await mustRun(process.execPath, ['--expose-gc', '--max-semi-space-size=512', '--conditions=@attune/source', '--import', 'tsx', 'tests/bench/driver-cost.ts']);
  const browser = ensureBrowser();
  if (!browser) throw new Error('Expected Chromium, Chrome or Edge for this bench, but found none. Install one, or name it in CHROME_PATH.');
  process.env.CHROME_PATH = browser;
  await build({ configFile: join(ROOT, 'tests/bench/vite.config.ts') });
  const folder = mkdtempSync(join(tmpdir(), 'attune-bench-'));
  const media = { film: join(folder, 'film.y4m'), sound: join(folder, 'speech.wav') };
  writeFilm(media.film, null);
  await writeSpeech(media.sound, 'Hello.', 1);
  const site = await serve({ folders: [join(ROOT, 'build/bench'), join(ROOT, 'avatars')], port: 0, host: '127.0.0.1' });
  try {
    const files = readdirSync(join(ROOT, 'avatars'), { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.vrm')).sort();
    const { drawn } = await figuresOf(site.url, `draw-calls.html?${files.map((file) => `avatar=${file}`).join('&')}`, media);
    for (const [file, { calls, triangles }] of Object.entries(drawn as Record<string, { calls: number; triangles: number }>)) console.log(`${file}: ${calls} draw calls, ${triangles} triangles`);
  } finally {
    await site.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

const sections = { core: benchCore, page: benchPage, face: benchFace, avatars: benchAvatars };
const asked = process.argv.slice(2);
const unknown = asked.find((name) => !(name in sections));
if (unknown) throw new Error(`Expected ${Object.keys(sections).join(', ')} or nothing, but got "${unknown}". Name one of them.`);
for (const [name, bench] of Object.entries(sections)) if (asked.length === 0 || asked.includes(name)) await bench();

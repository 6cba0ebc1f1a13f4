import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type AgentEvent, createAvatarFrame, DEFAULT_CHARACTER, type FaceSignal, initialState, step } from 'attune';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Served } from '../../scripts/server.ts';
import { FACE_CROPS, type FaceCrop } from './face-crops.ts';
import { writeFilm } from './fake-camera.ts';
import { samplePerformance } from '../../src/core/perform/sample.ts';
import { openPage, serveSite } from './open-page.ts';

/** What was seen over one still, on the session's own clock. */
interface Watched {
  readonly tracked: boolean;
  /** Seconds from the capture of the first face to a happy weight above 0.4, on this machine; null if never. */
  readonly answered: number | null;
  /** The same for the looks of this very run, had they come at 15 a second. */
  readonly answeredInTime: number | null;
  /** The highest happy weight while the still was shown. */
  readonly highest: number;
  /** The happy weight at the end. */
  readonly atEnd: number;
  readonly phase: string;
  readonly rate: number;
  readonly offences: readonly string[];
}

let site: Served;
let folder: string;

beforeAll(async () => {
  site = await serveSite();
  folder = mkdtempSync(join(tmpdir(), 'attune-faces-'));
});

afterAll(async () => {
  await site.close();
  rmSync(folder, { recursive: true, force: true });
});

/** How long the core takes to smile back at these looks when they come 15 times a second, each 0.1 s old. */
function answerAt15Hz(looks: readonly FaceSignal[]): number | null {
  const frame = createAvatarFrame();
  const seen = Array.from({ length: 75 }, (_, i) => looks[i % looks.length]).flatMap((look, i): AgentEvent[] => (look ? [{ type: 'signal', at: i / 15 + 0.1, signal: { ...look, at: i / 15, latency: 0.1 } }] : []));
  const ticks = Array.from({ length: 50 }, (_, i): AgentEvent => ({ type: 'tick', at: i / 10 }));
  let state = initialState({ seed: 1, language: 'en', character: DEFAULT_CHARACTER });
  for (const event of [...seen, ...ticks].sort((a, b) => a.at - b.at)) {
    [state] = step(state, event);
    samplePerformance(state.performance, state.at, 1, frame);
    if (frame.emotions.happiness > 0.4) return state.at;
  }
  return null;
}

/** Shows a still to the playground's camera for some seconds after its first face was captured. */
async function watch(crop: FaceCrop, seconds: number): Promise<Watched> {
  const film = join(folder, `${crop.file}-${crop.x}-${crop.y}.y4m`);
  writeFilm(film, crop);
  const { page, offences, close } = await openPage(site.url, { film });
  try {
    await page.goto(`${site.url}playground/?quality=low`);
    await page.getByTestId('consent-camera').check({ force: true });
    await page.getByTestId('consent-continue').click();
    const seen = await page.evaluate(async (length) => {
      const patience = performance.now() + 120_000;
      let first: number | null = null;
      let answered: number | null = null;
      let highest = 0;
      let now = 0;
      const looks: FaceSignal[] = [];
      // A busy machine looks so seldom that it takes longer to know a face.
      const isKnown = (): boolean => window.attune?.agent.state.affect.phase === 'tracking';
      while (performance.now() < patience && (first === null || now - first < length || !isKnown())) {
        await new Promise((resolve) => setTimeout(resolve, 50));
        const attune = window.attune;
        const face = attune?.agent.state.signals.face;
        if (!attune || (first === null && !(face?.kind === 'face' && face.present))) continue;
        first ??= face?.at ?? 0;
        if (face?.kind === 'face' && face.at !== looks.at(-1)?.at && looks.length < 75) looks.push(face);
        const frame = attune.frame();
        now = frame.at;
        highest = Math.max(highest, frame.emotions.happiness);
        if (frame.emotions.happiness > 0.4) answered ??= now - first;
      }
      const attune = window.attune;
      const status = attune?.agent.state.senses.face.status;
      return {
        tracked: first !== null && status === 'live', answered, highest, atEnd: attune?.weights().happy ?? Number.NaN,
        phase: attune?.agent.state.affect.phase ?? 'none', rate: attune?.stats.face?.rate ?? 0, looks,
      };
    }, seconds);
    const { looks, ...figures } = seen;
    return { ...figures, answeredInTime: answerAt15Hz(looks), offences };
  } finally {
    await close();
  }
}

/** Four of five. */
const most = (all: readonly unknown[]): number => Math.ceil(0.8 * all.length);

/** @param seconds how long each of them is watched, by its place */
async function watchAll(expression: FaceCrop['expression'], seconds: (at: number) => number): Promise<Watched[]> {
  const waiting = [...FACE_CROPS.filter((each) => each.expression === expression).entries()];
  const all: Watched[] = [];
  async function watchNext(): Promise<void> {
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      const [at, crop] = next;
      const watched = await watch(crop, seconds(at));
      console.log(`${crop.expression} ${crop.file} at ${crop.x}, ${crop.y}: ${JSON.stringify(watched)}`);
      all.push(watched);
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, watchNext));
  return all;
}

/** Most of the time is spent on waiting, so two are watched at once. */
const AT_ONCE = 2;
/** So many smiles are watched for half a minute; the others only until they were answered. */
const LONG_WATCHED = 2;

describe('a real face before the camera', () => {
  it('is smiled back at when it smiles, within 3 s and still after 30 s', async () => {
    const all = await watchAll('smiling', (at) => (at < LONG_WATCHED ? 31 : 8));
    expect(all.flatMap(({ offences }) => offences)).toEqual([]);
    expect(all.every(({ tracked }) => tracked)).toBe(true);
    // Ten times the bar for this machine, whatever else it does; the bar itself on simulated time.
    expect(all.filter(({ answered }) => answered !== null && answered < 30).length).toBeGreaterThanOrEqual(most(all));
    expect(all.filter(({ answeredInTime }) => answeredInTime !== null && answeredInTime < 3).length).toBeGreaterThanOrEqual(most(all));
    expect(all.filter(({ atEnd }) => atEnd > 0.4).length).toBeGreaterThanOrEqual(most(all));
  }, 600_000);

  it('is not smiled at when it is neutral', async () => {
    const all = await watchAll('neutral', () => 6);
    expect(all.flatMap(({ offences }) => offences)).toEqual([]);
    expect(all.every(({ tracked, phase }) => tracked && phase === 'tracking')).toBe(true);
    expect(all.filter(({ highest }) => highest < 0.15).length).toBeGreaterThanOrEqual(most(all));
  }, 600_000);
});

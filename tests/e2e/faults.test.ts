import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import type { Part } from 'attune';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { faultsPage, type FaultRow } from '../../scripts/docs/faults-page.ts';
import { ROOT } from '../../scripts/run.ts';
import type { Served } from '../../scripts/server.ts';
import { makeDevicesFaulty } from './faulty-devices.ts';
import { FAULTS, type FaultyServer, serveFaulty } from './faulty-server.ts';
import { followHealth, recover } from './follow-health.ts';
import { openPage, type PageOptions, serveSite, type WatchedPage } from './open-page.ts';

/** What a quiet machine takes at most; a busy one may take ten times as long before it is a failure. */
const BARS = { worker: 10, picture: 5 };
const PATIENCE = { timeout: 150_000 };

let site: Served;
let faulty: FaultyServer;
beforeAll(async () => {
  site = await serveSite();
  faulty = await serveFaulty(site);
});
afterAll(async () => {
  await faulty.close();
  await site.close();
});

const rows: FaultRow[] = [];

interface Meeting extends WatchedPage {
  readonly part: (part: Part) => Promise<string | undefined>;
}

async function meet(senses: readonly ('camera' | 'microphone' | 'memory')[], { prepare = async () => undefined, ...options }: PageOptions & { prepare?: (page: Page) => Promise<unknown> } = {}): Promise<Meeting> {
  const watched = await openPage(faulty.url, options);
  const { page } = watched;
  await prepare(page);
  await page.goto(`${faulty.url}playground/?quality=low&lang=en`);
  for (const sense of senses) await page.getByTestId(`consent-${sense}`).check({ force: true });
  await page.getByTestId('consent-continue').click();
  return { ...watched, part: (part) => page.evaluate((of) => window.attune?.agent.health[of].condition, part) };
}

async function runs(page: Page, parts: readonly Part[]): Promise<void> {
  await page.waitForFunction((all) => all.every((part) => window.attune?.agent.health[part].condition === 'running'), parts, PATIENCE);
}

/** The sentence of the note about a problem. */
async function noteAbout(page: Page, code: string): Promise<string> {
  const note = page.locator(`[data-testid="problem"][data-code="${code}"]`).first();
  await note.waitFor(PATIENCE);
  const [title = '', sentence = ''] = (await note.innerText()).split('\n').filter((line) => line.trim() !== '');
  return `${title}: ${sentence}`;
}

/** Talks until it is answered. Returns what happened that must not. */
async function talk({ page, offences }: WatchedPage): Promise<readonly string[]> {
  const before = await page.evaluate(() => window.attune!.agent.captions.length);
  await page.getByTestId('composer').fill('hello');
  await page.keyboard.press('Enter');
  await expect.poll(() => page.evaluate((from) => window.attune!.agent.captions.slice(from).some(({ speaker }) => speaker === 'agent'), before), PATIENCE).toBe(true);
  return offences;
}

/** A meeting in which something is wrong from the beginning, until it comes right again. Returns what was said. */
async function wrongFromTheBeginning(fault: string, words: string, meeting: Meeting, mended: { readonly by: () => Promise<unknown>; readonly part: Part; readonly recovery: string } | null): Promise<string> {
  try {
    const said = await noteAbout(meeting.page, words);
    expect(await talk(meeting)).toEqual([]);
    if (mended) {
      await mended.by();
      await runs(meeting.page, [mended.part]);
      expect(await meeting.page.locator(`[data-testid="problem"][data-code="${words}"]`).count()).toBe(0);
    }
    rows.push({ fault, said, conditions: [], recovery: mended?.recovery ?? 'not before the page is loaded again' });
    return said;
  } finally {
    await meeting.close();
  }
}

const tryAgain = (page: Page) => (): Promise<void> => page.getByTestId('problem').first().getByRole('button', { name: 'Try again' }).click();

const ALL: readonly Part[] = ['camera', 'face', 'microphone', 'voice', 'hearing', 'speech', 'sound', 'picture'];

/** When the face was last looked for, in the page's seconds. */
const lookedAt = (page: Page): Promise<number> => page.evaluate(() => window.attune!.agent.state.signals.face?.at ?? 0);

/** @returns how often something was taken for broken, which nothing was */
async function restartsThrough(page: Page, harm: () => Promise<unknown>): Promise<number> {
  const restarts = () => page.evaluate(() => Object.values(window.attune!.agent.health).reduce((sum, part) => sum + part.restarts, 0));
  const before = await restarts();
  const seen = await lookedAt(page);
  await harm();
  await page.waitForTimeout(5000);
  await expect.poll(() => lookedAt(page), PATIENCE).toBeGreaterThan(seen);
  await runs(page, ALL);
  return (await restarts()) - before;
}

describe('what breaks while everything runs', () => {
  let meeting: Meeting;
  let page: Page;
  beforeAll(async () => {
    meeting = await meet(['camera', 'microphone'], { prepare: makeDevicesFaulty });
    page = meeting.page;
    await followHealth(page);
    await runs(page, ALL);
    await page.waitForFunction(() => ['running', 'degraded'].includes(window.attune!.agent.health.text.condition), undefined, PATIENCE);
  });
  afterAll(() => meeting.close());

  /** @returns how long it took, in bars */
  async function breaks(fault: string, part: Part, bar: number, recovery: string, harm: () => Promise<unknown>, mend?: () => Promise<unknown>): Promise<number> {
    const { conditions, seconds, said } = await recover(page, part, harm, bar * 10, mend);
    console.log(`${fault}: ${conditions.join(', ')}, running again after ${seconds.toFixed(1)} s`);
    // What a note said is read where it can be closed; a line on the page is gone by now.
    rows.push({ fault, said: said[0] ?? '–', conditions: [...new Set(conditions)], recovery });
    return seconds / bar;
  }

  const worker = (name: string) => page.workers().find((each) => each.url().includes(name))!;

  it.each([
    ['face', 'face-worker'], ['voice', 'voice-worker'], ['hearing', 'hearing-worker'], ['text', 'text-worker'], ['speech', 'speech-worker'],
  ] as const)('the %s worker ends', async (part, name) => {
    // It tells nobody: no error, no message.
    const kill = () => worker(name).evaluate(() => self.close()).catch(() => undefined);
    expect(await breaks(`The ${part} worker is killed`, part, BARS.worker, `by itself (bar: ${BARS.worker} s)`, kill)).toBeLessThan(10);
  });

  it('a worker hangs', async () => {
    const hang = async (): Promise<void> => {
      void worker('voice-worker').evaluate(() => {
        for (;;);
      }).catch(() => undefined);
    };
    expect(await breaks('The voice worker hangs', 'voice', 2 * BARS.worker, 'by itself, after 10 s without an answer', hang)).toBeLessThan(10);
  });

  const loseContext = (back: boolean) => page.evaluate((restored) => {
    const canvas = document.querySelector<HTMLCanvasElement>('main canvas')!;
    const extension = canvas.getContext('webgl2')!.getExtension('WEBGL_lose_context')!;
    extension.loseContext();
    if (restored) setTimeout(() => extension.restoreContext(), 500);
  }, back);
  /** How many colours the middle of the stage has: an empty canvas shows one. */
  const colours = async (): Promise<number> => {
    const { default: sharp } = await import('sharp');
    const { data } = await sharp(await page.locator('main canvas').screenshot()).resize(64, 64).removeAlpha().raw().toBuffer({ resolveWithObject: true });
    return new Set(Array.from({ length: data.length / 3 }, (_, i) => `${data[3 * i]! >> 3},${data[3 * i + 1]! >> 3},${data[3 * i + 2]! >> 3}`)).size;
  };
  it('the graphics are taken away and given back', async () => {
    const before = await colours();
    const seen = await lookedAt(page);
    expect(await breaks('The WebGL context is lost and restored', 'picture', BARS.picture, `by itself (bar: ${BARS.picture} s); the camera is read all the while`, () => loseContext(true))).toBeLessThan(10);
    await expect.poll(colours, PATIENCE).toBeGreaterThan(before / 2);
    await expect.poll(() => lookedAt(page), PATIENCE).toBeGreaterThan(seen);
  });

  it('the graphics are taken away for good', async () => {
    const before = await colours();
    expect(await breaks('The WebGL context is lost for good', 'picture', 4 * BARS.picture, 'by itself, on another canvas after 8 s', () => loseContext(false))).toBeLessThan(10);
    await page.waitForFunction(() => window.attune!.place() !== null, undefined, PATIENCE);
    await expect.poll(colours, PATIENCE).toBeGreaterThan(before / 2);
  });

  it('the browser suspends the sound', async () => {
    const suspend = () => page.evaluate(() => window.attune!.audio.context!.suspend());
    expect(await breaks('The AudioContext is suspended', 'sound', BARS.worker, 'by itself, as far as the browser lets it', suspend)).toBeLessThan(10);
  });

  it('a call takes the sound', async () => {
    // As Safari tells of it; Chromium has no calls.
    const interrupt = () => page.evaluate(() => {
      const context = window.attune!.audio.context!;
      Object.defineProperty(context, 'state', { configurable: true, get: () => 'interrupted' });
      Object.defineProperty(context, 'resume', { configurable: true, value: () => Promise.reject(new DOMException('in a call', 'InvalidStateError')) });
      context.dispatchEvent(new Event('statechange'));
    });
    const hangUp = async (): Promise<void> => {
      await page.locator('[data-testid="health"][data-part="sound"]').waitFor(PATIENCE);
      await page.evaluate(() => {
        const context = window.attune!.audio.context!;
        Reflect.deleteProperty(context, 'state');
        Reflect.deleteProperty(context, 'resume');
        context.dispatchEvent(new Event('statechange'));
      });
    };
    expect(await breaks('The AudioContext is interrupted, as by a call', 'sound', BARS.worker, 'by itself when the call is over', interrupt, hangUp)).toBeLessThan(10);
  });

  it.each([['camera', 'video', 'face'], ['microphone', 'audio', 'voice']] as const)('the %s is pulled out and plugged in again', async (part, kind, sense) => {
    const note = page.locator(`[data-testid="problem"][data-code="device-ended"][data-subject="${sense}"]`);
    let said = '';
    const unplug = () => page.evaluate((of) => window.faultyDevices!.unplug(of), kind);
    const plug = async (): Promise<void> => {
      await note.waitFor(PATIENCE);
      said = await noteAbout(page, 'device-ended');
      await page.evaluate((of) => window.faultyDevices!.plug(of), kind);
    };
    expect(await breaks(`The ${part} is unplugged, and plugged in again`, part, BARS.worker, 'by itself when it is plugged in', unplug, plug)).toBeLessThan(10);
    rows.push({ ...rows.pop()!, said });
    await page.waitForFunction((of) => window.attune!.agent.state.senses[of].status === 'live', sense, PATIENCE);
    await expect.poll(() => note.count(), PATIENCE).toBe(0);
  });

  it('the microphone gives nothing but zeros', async () => {
    const silence = () => page.evaluate(() => window.faultyDevices!.silence(true));
    const sound = async (): Promise<void> => {
      await page.locator('[data-testid="health"][data-part="microphone"]').waitFor(PATIENCE);
      await page.evaluate(() => window.faultyDevices!.silence(false));
    };
    expect(await breaks('The microphone falls silent, with zeros only', 'microphone', 2 * BARS.worker, 'as soon as it gives a sound', silence, sound)).toBeLessThan(10);
  });

  it('the clocks jump', async () => {
    const jump = () => page.evaluate(async () => {
      const wall = Date.now.bind(Date);
      for (const by of [3_600_000, -3_600_000]) {
        Date.now = () => wall() + by;
        await new Promise((resolve) => { setTimeout(resolve, 1000); });
      }
      Date.now = wall;
      const own = performance.now.bind(performance);
      performance.now = () => own() + 600_000;
    });
    expect(await restartsThrough(page, jump)).toBe(0);
    rows.push({ fault: 'The computer\'s clock jumps by an hour, back and forth, and the page\'s own by ten minutes', said: '–', conditions: [], recovery: 'all goes on; feelings are ten minutes older' });
  });

  it('and one can talk after all of it', async () => {
    expect(await talk(meeting)).toEqual([]);
  });
});

/** A minute takes a minute: it passes while others are met. */
describe('a tab that is hidden, and what is wrong from the beginning', () => {
  let hidden: Meeting;
  let restarts: Promise<number>;
  beforeAll(async () => {
    hidden = await meet(['camera', 'microphone']);
    await runs(hidden.page, ALL);
    restarts = restartsThrough(hidden.page, hide);
    // Whatever is wrong is told where it is waited for.
    restarts.catch(() => undefined);
  });
  afterAll(() => hidden.close());

  /** Headless Chromium hides and freezes nothing, so the page is told what it would be told. */
  async function hide(): Promise<void> {
    const tell = (isHidden: boolean) => hidden.page.evaluate((value) => {
      Object.defineProperty(document, 'hidden', { configurable: true, get: () => value });
      Object.defineProperty(document, 'visibilityState', { configurable: true, get: () => (value ? 'hidden' : 'visible') });
      document.dispatchEvent(new Event('visibilitychange'));
    }, isHidden);
    await tell(true);
    await hidden.page.waitForTimeout(60_000);
    await tell(false);
  }

  it('the camera is not allowed', async () => {
    const meeting = await meet(['camera'], { grant: false });
    expect((await wrongFromTheBeginning('The camera is denied', 'permission-denied', meeting, {
      part: 'camera', recovery: 'at “Try again”, once it is allowed',
      async by() {
        await meeting.page.context().grantPermissions(['camera']);
        await meeting.page.evaluate(() => {
          // The prompt was refused for good; what is allowed afterwards is a device, here one that is drawn.
          const canvas = Object.assign(document.createElement('canvas'), { width: 640, height: 480 });
          const draw = canvas.getContext('2d')!;
          setInterval(() => draw.fillRect(Math.random() * 600, 0, 40, 480), 50);
          navigator.mediaDevices.getUserMedia = async () => canvas.captureStream(20);
        });
        await tryAgain(meeting.page)();
      },
    })).length).toBeGreaterThan(20);
  });

  it('another program uses the camera', async () => {
    const meeting = await meet(['camera'], {
      prepare: (page) => page.addInitScript(() => {
        const real = navigator.mediaDevices.getUserMedia.bind(navigator.mediaDevices);
        let tries = 0;
        navigator.mediaDevices.getUserMedia = (asked) => ((tries += 1) === 1 ? Promise.reject(new DOMException('Could not start video source', 'NotReadableError')) : real(asked));
      }),
    });
    expect((await wrongFromTheBeginning('Another program uses the camera', 'device-busy', meeting, { part: 'camera', recovery: 'at “Try again”, once it is free', by: tryAgain(meeting.page) })).length).toBeGreaterThan(20);
  });

  const MODEL = '/attune/face/face_landmarker.task';
  it.each([
    ['A file is not on the server (404)', 'not there', 'asset-missing'],
    ['A page comes in place of a file (wrong MIME type)', 'a page instead', 'asset-wrong'],
    ['Only half of a file lies on the server (truncated)', 'half of it', 'asset-wrong'],
    ['A transfer breaks off each time', 'broken off', 'asset-broken'],
  ] as const)('%s', async (fault, kind, words) => {
    faulty.break(MODEL, FAULTS[kind]);
    const meeting = await meet(['camera']);
    expect((await wrongFromTheBeginning(fault, words, meeting, {
      part: 'face', recovery: 'at “Try again”, once the file is whole',
      async by() {
        faulty.break(MODEL, null);
        await tryAgain(meeting.page)();
      },
    })).length).toBeGreaterThan(20);
  });

  it.each([
    ['A transfer breaks off once', 'broken off', 1, 'by itself: it is fetched again'],
    ['A file comes slowly', 'slow', 1, 'by itself; how far it is stands on the page'],
  ] as const)('%s', async (fault, kind, times, recovery) => {
    faulty.break(MODEL, FAULTS[kind], times);
    const meeting = await meet(['camera']);
    try {
      await runs(meeting.page, ['face']);
      expect(await meeting.page.getByTestId('problem').count()).toBe(0);
      expect(await talk(meeting)).toEqual([]);
      rows.push({ fault, said: '–', conditions: ['starting'], recovery });
    } finally {
      faulty.break(MODEL, null);
      await meeting.close();
    }
  });

  it('the device keeps nothing more', async () => {
    const meeting = await meet(['memory'], {
      prepare: (page) => page.addInitScript(() => {
        IDBObjectStore.prototype.put = () => {
          throw new DOMException('The quota has been exceeded.', 'QuotaExceededError');
        };
      }),
    });
    await meeting.page.getByTestId('composer').fill('My name is Robin, and I have a dog called Bello.');
    await meeting.page.keyboard.press('Enter');
    expect((await wrongFromTheBeginning('The storage is full', 'storage-failed', meeting, null)).length).toBeGreaterThan(20);
    rows.push({ ...rows.pop()!, recovery: 'what is remembered lasts for this visit' });
  });

  it('there is no WebGL', async () => {
    const meeting = await meet([], {
      prepare: (page) => page.addInitScript(() => {
        const original = HTMLCanvasElement.prototype.getContext;
        HTMLCanvasElement.prototype.getContext = function (this: HTMLCanvasElement, kind: string, ...rest: unknown[]) {
          return kind.startsWith('webgl') ? null : Reflect.apply(original, this, [kind, ...rest]);
        } as typeof original;
      }),
    });
    expect((await wrongFromTheBeginning('There is no WebGL', 'webgl-missing', meeting, null)).length).toBeGreaterThan(20);
  });

  it('the first avatar is no VRM', async () => {
    faulty.break('.vrm', (response) => void response.writeHead(200, { 'content-type': 'model/gltf-binary' }).end(Buffer.from('glTF\u0002\u0000\u0000\u0000nonsense')));
    const meeting = await meet([]);
    expect((await wrongFromTheBeginning('The avatar is not a VRM', 'avatar-first', meeting, {
      part: 'picture', recovery: 'at “Try again”, once the file is one',
      async by() {
        faulty.break('.vrm', null);
        await tryAgain(meeting.page)();
      },
    })).length).toBeGreaterThan(20);
  });

  it('the tab is hidden for a minute', async () => {
    expect(await restarts).toBe(0);
    rows.push({ fault: 'The page is told that it is hidden, for 60 s', said: '–', conditions: [], recovery: 'all goes on; nothing is taken for broken' });
    expect(hidden.offences).toEqual([]);
  });
});

afterAll(() => {
  mkdirSync(join(ROOT, 'build'), { recursive: true });
  writeFileSync(join(ROOT, 'build/faults.json'), `${JSON.stringify(rows, null, 2)}\n`);
});

const PAGE = join(ROOT, 'docs/faults.md');
const reason = existsSync(PAGE) ? '' : ' (skipped: docs/faults.md is not made yet; run "npm run docs" after this test)';
it.skipIf(reason)(`docs/faults.md tells what was seen${reason}`, () => {
  expect(readFileSync(PAGE, 'utf8'), 'run "npm run docs" after this test').toBe(faultsPage(rows));
});

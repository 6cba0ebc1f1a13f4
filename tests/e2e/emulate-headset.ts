import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
// Brings the type of window.attuneXr.
import '../../scenes/xr/handle.ts';

const IWER = readFileSync(fileURLToPath(new URL('../../node_modules/iwer/build/iwer.min.js', import.meta.url)), 'utf8');

interface Placed {
  readonly position: { set(x: number, y: number, z: number): void };
  readonly quaternion: { set(x: number, y: number, z: number, w: number): void };
}

interface Emulated extends Placed {
  readonly controllers: Readonly<Record<'left' | 'right', Placed & { updateButtonValue(id: string, value: number): void }>>;
  readonly hands: Readonly<Record<'left' | 'right', Placed>>;
  primaryInputMode: 'controller' | 'hand';
  readonly activeSession?: { end(): Promise<void> };
  updateVisibilityState(state: 'visible' | 'visible-blurred' | 'hidden'): void;
}

/** What a test does in the page; it lives there. */
interface Doing {
  readonly device: Emulated;
  /** Places something, turned to the player's left by `yaw` and up by `pitch`. */
  put(what: 'head' | 'right' | 'left', x: number, y: number, z: number, yaw?: number, pitch?: number): void;
  /** Lets time pass, and moves something meanwhile. */
  play(seconds: number, move: (at: number) => void): Promise<void>;
  /** The agent's gestures and why it decided last, since the page began. */
  readonly gestures: string[];
}

declare global {
  interface Window {
    doing?: Doing;
  }
}

/** Gives a page an emulated headset with two eyes, two controllers and two hands; before anything on it asks for one. */
export async function emulateHeadset(page: Page): Promise<void> {
  await page.addInitScript({
    content: `${IWER};
      {
        const device = new IWER.XRDevice(IWER.metaQuest3, { stereoEnabled: true });
        device.installRuntime({ forceInstall: true, polyfillLayers: false });
        device.ipd = 0.063;
        const placed = (what) => (what === 'head' ? [device] : [device.controllers[what], device.hands[what]]);
        window.doing = {
          device, gestures: [],
          put(what, x, y, z, yaw = 0, pitch = 0) {
            const [cy, sy, cx, sx] = [Math.cos(yaw / 2), Math.sin(yaw / 2), Math.cos(pitch / 2), Math.sin(pitch / 2)];
            for (const each of placed(what)) {
              each.position.set(x, y, z);
              each.quaternion.set(cy * sx, sy * cx, -sy * sx, cy * cx);
            }
          },
          play: (seconds, move) => new Promise((resolve) => {
            const from = performance.now();
            const timer = setInterval(() => {
              const at = (performance.now() - from) / 1000;
              move(Math.min(at, seconds));
              if (at < seconds) return;
              clearInterval(timer);
              resolve();
            }, 8);
          }),
        };
        window.doing.put('head', 0, 1.6, 0);
        window.doing.put('right', 0.25, 0.9, -0.1, 0, -1.2);
        window.doing.put('left', -0.25, 0.9, -0.1, 0, -1.2);
      }`,
  });
}

const PATIENCE = { timeout: 60_000 };

export const phaseIs = (page: Page, phase: string): Promise<unknown> => page.waitForFunction((wanted) => window.attuneXr?.encounter.phase === wanted, phase, PATIENCE);

/** Lets the agent offer something by itself, and waits until it has said so. */
async function letItAsk(page: Page): Promise<void> {
  await page.evaluate(() => {
    const { agent } = window.attuneXr!;
    agent.operate(true);
    agent.choose({ strategy: 'act', act: 'suggest' });
    agent.operate(false);
  });
  await page.waitForFunction(() => window.attuneXr!.agent.state.conversation.utterance !== null, undefined, PATIENCE);
  await page.waitForFunction(() => window.attuneXr!.agent.state.conversation.utterance === null, undefined, PATIENCE);
}

const swingHead = (page: Page, axis: 'yaw' | 'pitch'): Promise<void> => page.evaluate((which) => {
  const { put, play } = window.doing!;
  return play(2.4, (at) => {
    const angle = 0.22 * Math.sin((2 * Math.PI * at) / 0.8);
    if (which === 'yaw') put('head', 0, 1.6, 0, angle);
    else put('head', 0, 1.6, 0, 0, angle);
  });
}, axis);

const becauseOf = (page: Page, reason: string): Promise<unknown> => page.waitForFunction((wanted) => window.attuneXr!.agent.state.plan?.reasons.some((each) => each === wanted), reason, { timeout: 4000 });

/** Moves again where it was not understood: on a busy machine pictures may come so late that no swing is seen, as on a headset that stalls. */
async function untilUnderstood(move: () => Promise<unknown>): Promise<void> {
  for (let tries = 1; ; tries += 1) {
    try {
      await move();
      return;
    } catch (thrown) {
      if (tries === 8) throw thrown;
    }
  }
}
const made = (page: Page, gesture: string, timeout = PATIENCE.timeout): Promise<unknown> => page.waitForFunction((wanted) => window.doing!.gestures.includes(wanted), gesture, { timeout });
const endSession = (page: Page): Promise<void> => page.evaluate(() => window.doing!.device.activeSession?.end());

/** Both eyes' pictures differ, since they stand apart, and yet show the same. */
async function expectParallax(page: Page): Promise<void> {
  const { default: sharp } = await import('sharp');
  const { data, info } = await sharp(await page.screenshot()).removeAlpha().greyscale().raw().toBuffer({ resolveWithObject: true });
  const half = Math.floor(info.width / 2);
  const apart = (shift: number): number => {
    let sum = 0;
    let count = 0;
    for (let y = 0; y < info.height; y += 2) {
      for (let x = 20; x < half - 20; x += 2) {
        sum += Math.abs(data[y * info.width + x]! - data[y * info.width + half + x - shift]!);
        count += 1;
      }
    }
    return sum / count;
  };
  const differences = Array.from({ length: 21 }, (_, shift) => apart(shift));
  const best = differences.indexOf(Math.min(...differences));
  // What the right eye sees lies farther to the left in its picture.
  expect(best).toBeGreaterThan(0);
  expect(differences[best]).toBeLessThan(differences[0]!);
}

/**
 * Meets the agent of a page in virtual reality: where it stands and looks, that it makes room, answers hands and head, rests while the session is out
 * of sight, and that all is as before in the end.
 */
export async function meetInVr(page: Page, enter: () => Promise<void>): Promise<void> {
  // The page has framed its picture.
  await page.waitForFunction(() => window.attuneXr!.camera.matrixWorld.elements[13]! > 1, undefined, PATIENCE);
  const before = await page.evaluate(() => {
    const { agent, camera, driver } = window.attuneXr!;
    agent.onCue((cue) => {
      if (cue.kind === 'gesture') window.doing!.gestures.push(cue.gesture);
    });
    return { camera: camera.matrixWorld.toArray(), agent: driver.object.position.toArray() };
  });
  await enter();
  await phaseIs(page, 'together');
  expect(await page.evaluate(() => window.attuneXr!.encounter.distance)).toBeCloseTo(1.2, 1);
  // Whoever puts on a headset is greeted.
  await made(page, 'wave');
  await expectParallax(page);

  // Eye to eye, also with who sits a little aside.
  await page.evaluate(() => window.doing!.put('head', 0.4, 1.15, 0, 0.3));
  await page.waitForFunction(() => {
    const at = window.attuneXr!.encounter.looksAt;
    return at !== null && Math.abs(at.x - 0.4) < 0.02 && Math.abs(at.y - 1.15) < 0.02 && window.attuneXr!.driver.gaze.pitch < 0.02;
  }, undefined, PATIENCE);
  await page.evaluate(() => window.doing!.put('head', 0, 1.6, 0));

  // It steps back from who comes too near, on foot.
  const steps = await page.evaluate(async () => {
    const { driver, encounter } = window.attuneXr!;
    const places: number[] = [];
    let retreated = false;
    await window.doing!.play(5, (at) => {
      window.doing!.put('head', 0, 1.6, -0.7 * Math.min(1, at / 1.5));
      retreated ||= encounter.retreating;
      const { z } = driver.object.position;
      if (z !== places.at(-1)) places.push(z);
    });
    return { retreated, distance: encounter.distance, places };
  });
  expect(steps.retreated).toBe(true);
  expect(steps.distance).toBeGreaterThan(0.9);
  expect(steps.places.length).toBeGreaterThan(5);
  expect(Math.max(...steps.places.slice(1).map((z, i) => Math.abs(z - steps.places[i]!)))).toBeLessThan(0.12);
  await page.evaluate(() => window.doing!.play(1.5, (at) => window.doing!.put('head', 0, 1.6, -0.7 * (1 - at / 1.5))));

  // Head: yes and no to what it offered.
  for (const [axis, reason] of [['pitch', 'agreed'], ['yaw', 'declined']] as const) {
    await untilUnderstood(async () => {
      await letItAsk(page);
      await swingHead(page, axis);
      await becauseOf(page, reason);
    });
  }

  // Controllers: a wave is waved back to, what is pointed at is looked at.
  await untilUnderstood(async () => {
    await page.evaluate(async () => {
      const { gestures, play, put } = window.doing!;
      gestures.length = 0;
      await play(4, (at) => put('right', 0.25 + 0.13 * Math.sin(2 * Math.PI * at), 1.5, -0.25, 0, 1.2));
      put('right', 0.25, 0.9, -0.1, 0, -1.2);
    });
    await made(page, 'wave', 2000);
  });
  await page.waitForTimeout(1600);
  await page.evaluate(() => window.doing!.put('right', 0.65, 1.35, -0.25, -1.1, -0.2));
  await page.waitForFunction(() => window.attuneXr!.encounter.looksWherePointed && window.attuneXr!.encounter.looksAt!.x > 1.2, undefined, PATIENCE);
  await page.evaluate(() => window.doing!.put('right', 0.25, 0.9, -0.1, 0, -1.2));
  await page.waitForFunction(() => !window.attuneXr!.encounter.looksWherePointed, undefined, PATIENCE);

  // Hands: one that is held out is taken.
  await page.evaluate(() => {
    const { device, put } = window.doing!;
    device.primaryInputMode = 'hand';
    put('right', 0.08, 1.15, -0.5);
  });
  await made(page, 'handshake');
  await page.evaluate(() => window.doing!.put('right', 0.25, 0.9, -0.1, 0, -1.2));

  // Out of sight, everything rests, and goes on after it.
  for (const state of ['visible-blurred', 'hidden'] as const) {
    await page.evaluate((next) => window.doing!.device.updateVisibilityState(next), state);
    await phaseIs(page, 'paused');
    await page.waitForFunction(() => window.attuneXr!.audio.context?.state === 'suspended', undefined, PATIENCE);
    const heard = await page.evaluate(() => window.attuneXr!.agent.state.signals.motion?.at);
    await page.waitForTimeout(1200);
    expect(await page.evaluate(() => window.attuneXr!.agent.state.signals.motion?.at)).toBe(heard);
    await page.evaluate(() => window.doing!.device.updateVisibilityState('visible'));
    await phaseIs(page, 'together');
    await page.waitForFunction((at) => window.attuneXr!.audio.context?.state === 'running' && (window.attuneXr!.agent.state.signals.motion?.at ?? 0) > (at ?? 0), heard, PATIENCE);
  }

  await endSession(page);
  await phaseIs(page, 'apart');
  await page.waitForFunction(() => window.attuneXr!.agent.state.senses.motion.status === 'off', undefined, PATIENCE);
  await expect.poll(() => page.evaluate(() => window.attuneXr!.camera.matrixWorld.toArray()), PATIENCE).toEqual(before.camera.map((each) => expect.closeTo(each, 5)));
  expect(await page.evaluate(() => window.attuneXr!.driver.object.position.toArray())).toEqual(before.agent);
  // The loop goes on as before: the picture changes.
  const [first, second] = [await page.screenshot(), (await page.waitForTimeout(1500), await page.screenshot())];
  expect(first.equals(second)).toBe(false);
}

/** Enters augmented reality after that: the agent waits until a place on the floor is pressed, and stands there. */
export async function meetInAr(page: Page, enter: () => Promise<void>): Promise<void> {
  await page.evaluate(() => {
    window.doing!.device.primaryInputMode = 'controller';
  });
  await enter();
  await phaseIs(page, 'waiting');
  expect(await page.evaluate(() => window.attuneXr!.driver.object.visible)).toBe(false);
  await page.evaluate(() => window.doing!.put('right', 0.2, 1.3, -0.2, 0, -0.72));
  await page.waitForTimeout(1500);
  await page.evaluate(() => window.doing!.device.controllers.right.updateButtonValue('trigger', 1));
  await page.waitForTimeout(600);
  await page.evaluate(() => window.doing!.device.controllers.right.updateButtonValue('trigger', 0));
  await phaseIs(page, 'together');
  const stands = await page.evaluate(() => ({ visible: window.attuneXr!.driver.object.visible, place: window.attuneXr!.driver.object.position.toArray(), distance: window.attuneXr!.encounter.distance }));
  expect(stands.visible).toBe(true);
  // Down a slope of 0.72 rad from 1.3 m: 1.48 m farther than the hand.
  expect(stands.place[1]).toBeCloseTo(0, 2);
  expect(stands.distance).toBeGreaterThan(1.3);
  expect(stands.distance).toBeLessThan(2.1);
  await endSession(page);
  await phaseIs(page, 'apart');
}

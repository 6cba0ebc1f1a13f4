import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Served } from '../../scripts/server.ts';
import { openPage, serveSite } from './open-page.ts';

const IWER = readFileSync(fileURLToPath(new URL('../../node_modules/iwer/build/iwer.min.js', import.meta.url)), 'utf8');

let site: Served;
beforeAll(async () => {
  site = await serveSite();
});
afterAll(() => site.close());

interface EmulatedDevice {
  ipd: number;
  readonly position: { set(x: number, y: number, z: number): void };
  installRuntime(options: { forceInstall: boolean; polyfillLayers: boolean }): void;
  readonly activeSession?: unknown;
}

declare global {
  interface Window {
    headset?: EmulatedDevice;
  }
}

describe('a headset', () => {
  it('enters, meets the avatar at life size and eye to eye, hears it, and leaves', async () => {
    const { page, offences, close } = await openPage(site.url);
    try {
      await page.addInitScript({
        content: `${IWER};
          window.headset = new IWER.XRDevice(IWER.metaQuest3, { stereoEnabled: true });
          window.headset.installRuntime({ forceInstall: true, polyfillLayers: false });
          window.headset.ipd = 0.063;
          window.headset.position.set(0, 1.6, 0);`,
      });
      await page.goto(`${site.url}playground/?quality=low`);
      await page.getByTestId('consent-without').click();
      await page.waitForFunction(() => window.attune !== undefined && Object.keys(window.attune.weights()).length > 0, undefined, { timeout: 120_000 });
      const enter = page.getByTestId('enter-vr');
      await expect.poll(() => enter.isEnabled(), { timeout: 30_000 }).toBe(true);
      await enter.click();
      await page.waitForFunction(() => window.attune?.place()?.inHeadset === true, undefined, { timeout: 60_000 });
      const place = await page.evaluate(() => window.attune?.place());
      expect(place?.feet).toBeCloseTo(0, 1);
      expect(place?.height).toBeGreaterThan(1.4);
      expect(place?.height).toBeLessThan(2);
      expect(place?.distance).toBeGreaterThan(0.7);
      expect(place?.distance).toBeLessThan(2);

      // A headset that is held lower and to the side is looked at there.
      const before = await page.evaluate(() => window.attune?.place()?.lookingAt);
      await page.evaluate(() => window.headset?.position.set(0.5, 1.2, 0));
      await page.waitForFunction((y) => (window.attune?.place()?.lookingAt.y ?? 9) < y - 0.2, before?.y ?? 0, { timeout: 60_000 });
      expect((await page.evaluate(() => window.attune?.place()?.lookingAt.x)) ?? 0).toBeGreaterThan(0.3);

      await page.evaluate(() => window.attune?.agent.say('hello'));
      await page.waitForFunction(() => window.attune?.frame().speaking === true, undefined, { timeout: 60_000 });
      await page.evaluate(() => (window.headset as { activeSession?: { end(): Promise<void> } } | undefined)?.activeSession?.end());
      await page.waitForFunction(() => window.attune?.place()?.inHeadset === false, undefined, { timeout: 60_000 });
      await expect.poll(() => enter.isVisible(), { timeout: 30_000 }).toBe(true);
      expect(offences).toEqual([]);
    } finally {
      await close();
    }
  });
});

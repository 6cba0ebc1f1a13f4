import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Served } from '../../scripts/server.ts';
import { openPage, serveSite } from './open-page.ts';

let site: Served;

beforeAll(async () => {
  site = await serveSite();
});

afterAll(() => site.close());

describe('the playground’s music', () => {
  it('plays where the address asks for it, under the page’s policy and in one context, and ends when it is turned off', async () => {
    const { page, offences, close } = await openPage(site.url);
    try {
      await page.addInitScript(() => {
        // Everything that reaches the loudspeaker is heard here too.
        const taps = new Map<BaseAudioContext, AnalyserNode>();
        const connect = AudioNode.prototype.connect as (this: AudioNode, to: unknown, ...rest: unknown[]) => AudioNode;
        const tapped = function (this: AudioNode, to: unknown, ...rest: unknown[]): AudioNode {
          if (this.context instanceof AudioContext && to === this.context.destination) {
            let tap = taps.get(this.context);
            if (!tap) taps.set(this.context, (tap = new AnalyserNode(this.context, { fftSize: 8192 })));
            connect.call(this, tap);
          }
          return connect.call(this, to, ...rest);
        };
        AudioNode.prototype.connect = tapped as typeof AudioNode.prototype.connect;
        Object.assign(window, {
          loudness: () => [...taps.values()].map((tap) => {
            const samples = new Float32Array(tap.fftSize);
            tap.getFloatTimeDomainData(samples);
            return Math.max(...samples.map(Math.abs));
          }),
        });
      });
      await page.goto(`${site.url}playground/?quality=low&lang=en&music=normal`);
      await page.getByTestId('consent-continue').click();
      const loudness = (): Promise<number[]> => page.evaluate(() => (window as unknown as { loudness: () => number[] }).loudness());
      await expect.poll(async () => (await loudness())[0] ?? 0, { timeout: 60_000 }).toBeGreaterThan(0.005);
      expect(await loudness()).toHaveLength(1);
      // Nobody has spoken: it is the bed alone, which goes beside the agent's voice.
      await page.getByTestId('drawer-open').click();
      await page.getByTestId('tab-settings').click();
      await page.getByTestId('music').click();
      await page.getByRole('option', { name: 'Off', exact: true }).click();
      await expect.poll(async () => (await loudness())[0], { timeout: 60_000 }).toBe(0);
      expect(offences).toEqual([]);
    } finally {
      await close();
    }
  });
});

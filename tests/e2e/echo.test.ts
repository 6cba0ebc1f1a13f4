import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Served } from '../../scripts/server.ts';
import { openPage, serveSite } from './open-page.ts';

let site: Served;

beforeAll(async () => {
  site = await serveSite();
});

afterAll(() => site.close());

/**
 * The page's microphone becomes a room: whatever goes to a loudspeaker comes back after 60 ms, 10 dB weaker, with a tail. With
 * `deaf` the worklet is not told what the agent sounds.
 */
async function loopBack(page: Page, deaf: boolean): Promise<void> {
  await page.addInitScript((withoutReference) => {
    const connect = AudioNode.prototype.connect;
    const outputs: AudioNode[] = [];
    AudioNode.prototype.connect = function (this: AudioNode, to: AudioNode | AudioParam, ...rest: number[]) {
      if (this instanceof GainNode && to instanceof AudioDestinationNode && this.context instanceof AudioContext) outputs.push(this);
      if (withoutReference && to instanceof AudioWorkletNode && rest[1] === 1) return to;
      return Reflect.apply(connect, this, [to, ...rest]);
    } as typeof connect;
    navigator.mediaDevices.getUserMedia = async () => {
      const output = outputs.at(-1);
      if (!output) throw new Error('Expected the sound to be open before the microphone.');
      const context = output.context as AudioContext;
      const room = context.createBuffer(1, context.sampleRate * 0.3, context.sampleRate);
      const samples = room.getChannelData(0);
      const delay = Math.round(0.06 * context.sampleRate);
      for (let i = delay; i < samples.length; i += 1) samples[i] = (i === delay ? 0.3 : 0.012 * Math.sin(i * i)) * Math.exp((delay - i) / (0.04 * context.sampleRate));
      const destination = context.createMediaStreamDestination();
      const convolver = new ConvolverNode(context, { buffer: room, disableNormalization: true });
      Reflect.apply(connect, output, [convolver]);
      Reflect.apply(connect, convolver, [destination]);
      return destination.stream;
    };
  }, deaf);
}

interface Talk {
  /** How often the player was believed to begin while the agent spoke. */
  readonly turns: number;
  /** The loudest that the microphone heard meanwhile, and all that was said of talking at once. */
  readonly loudest: number;
  readonly duplex: readonly string[];
  /** Seconds for which the agent spoke. */
  readonly spoken: number;
}

/** Lets the agent answer some sentences aloud and watches what it makes of its own voice. */
async function talk(deaf: boolean): Promise<Talk> {
  const { page, offences, close } = await openPage(site.url);
  try {
    await loopBack(page, deaf);
    await page.goto(`${site.url}playground/?quality=low`);
    await page.getByTestId('consent-microphone').check({ force: true });
    await page.getByTestId('consent-continue').click();
    await expect.poll(() => page.evaluate(() => window.attune?.agent.state.senses.voice.status), { timeout: 120_000 }).toBe('live');
    const watching = page.evaluate(async () => {
      let [turns, loudest, spoken, last] = [0, -100, 0, performance.now()];
      let speaks = false;
      const duplex = new Set<string>();
      const patience = last + 100_000;
      while (performance.now() < patience && spoken < 12 && turns === 0) {
        await new Promise((resolve) => setTimeout(resolve, 20));
        const [now, attune] = [performance.now(), window.attune];
        if (attune?.frame().speaking) {
          spoken += (now - last) / 1000;
          loudest = Math.max(loudest, attune.stats.voice?.level ?? -100);
          if (attune.stats.voice?.duplex) duplex.add(attune.stats.voice.duplex);
        }
        const since = attune?.agent.state.conversation.playerSpeaksSince ?? null;
        if (since !== null && !speaks) turns += 1;
        speaks = since !== null;
        last = now;
      }
      return { turns, loudest, duplex: [...duplex], spoken };
    });
    const progress = { over: false };
    void watching.finally(() => (progress.over = true));
    const lines = ['I feel lonely and sad today', 'my sister is ill', 'I finally solved it', 'I am so angry about that', 'what should I do', 'that helps, thank you'];
    for (let i = 0; !progress.over; i = (i + 1) % lines.length) {
      await page.getByTestId('composer').fill(lines[i] ?? '');
      await page.getByTestId('send').click();
      await page.waitForTimeout(4000);
    }
    const heard = await watching;
    expect(offences).toEqual([]);
    return heard;
  } finally {
    await close();
  }
}

describe('the agent\'s own voice in the microphone', () => {
  it('is not taken for the player\'s, because the page knows what it sounds', async () => {
    const known = await talk(false);
    console.log(`known: ${JSON.stringify(known)}`);
    expect(known.spoken).toBeGreaterThan(8);
    expect(known.duplex).toEqual(['full-duplex']);
    expect(known.turns).toBe(0);
    const unknown = await talk(true);
    console.log(`unknown: ${JSON.stringify(unknown)}`);
    expect(unknown.duplex).toEqual([]);
    expect(unknown.turns).toBe(1);
  });
});

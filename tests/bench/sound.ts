import { createAudioHub } from 'attune/browser';
import { createBedInstrument } from '../../src/browser/sound/bed-instrument.ts';
import { renderBedTones } from '../../src/browser/sound/bed-tones.ts';
import { createAmbience } from '../../src/browser/sound/index.ts';
import { renderEarcon } from '../../src/browser/sound/render-earcon.ts';
import { type Bar, beginComposition, composeBar } from '../../src/browser/sound/score/compose.ts';
import type { MusicalMood } from '../../src/browser/sound/score/musical-mood.ts';
import { type Earcon, scoreEarcon } from '../../src/browser/sound/score/score-earcon.ts';
import { countLongTasks } from './long-tasks.ts';
import { loudnessOf } from './loudness.ts';

/**
 * What the sounds are like, rendered offline, and what the bed costs the main thread while it plays.
 *
 * `?bed=VALENCE,AROUSAL,KNOWN` or `?earcon=NAME,VALENCE,AROUSAL` renders one, `?live=SECONDS` plays.
 */

const asked = new URL(location.href).searchParams;
const RATE = 48_000;
const LENGTH = 60;
const SEED = Number(asked.get('seed') ?? 1);

const moodOf = ([valence = 0, arousal = 0, known = 1]: readonly number[]): MusicalMood => ({ valence, arousal, known });

/** What a sound is like: loudness, its highest sample, and the highest second difference, which a click would raise. */
function describe(channels: readonly Float32Array[]) {
  let [peak, bend] = [0, 0];
  for (const samples of channels) {
    for (let i = 0; i < samples.length; i += 1) {
      peak = Math.max(peak, Math.abs(samples[i]!));
      if (i > 1) bend = Math.max(bend, Math.abs(samples[i]! - 2 * samples[i - 1]! + samples[i - 2]!));
    }
  }
  const whole = new Uint8Array(Int16Array.from({ length: channels[0]!.length * channels.length }, (_, i) => 32767 * channels[i % channels.length]![Math.floor(i / channels.length)]!).buffer);
  let text = '';
  for (let i = 0; i < whole.length; i += 8192) text += String.fromCodePoint(...whole.subarray(i, i + 8192));
  return { loudness: loudnessOf(channels, RATE), peak, bend, channels: channels.length, samples: asked.has('samples') ? btoa(text) : null };
}

async function renderBed(mood: MusicalMood) {
  const tones = await renderBedTones();
  const context = new OfflineAudioContext(2, LENGTH * RATE, RATE);
  const instrument = createBedInstrument(context, tones);
  instrument.output.connect(context.destination);
  let state = beginComposition(SEED, mood);
  const bars: Bar[] = [];
  for (let at = 0; at < LENGTH; at += bars.at(-1)!.duration) {
    const [bar, next] = composeBar(state, mood);
    state = next;
    bars.push(bar);
    instrument.play(bar, at);
  }
  const begun = performance.now();
  const rendered = await context.startRendering();
  const seconds = (performance.now() - begun) / 1000;
  const { tempo, mode } = bars.at(-1)!;
  const notes = bars.reduce((sum, bar) => sum + bar.notes.length, 0) / bars.reduce((sum, { duration }) => sum + duration, 0);
  return { ...describe([rendered.getChannelData(0), rendered.getChannelData(1)]), tempo, mode, notes, share: seconds / LENGTH };
}

/** Plays, and adds up how long timers' callbacks take; nothing else of the page has any. */
async function playLive(length: number) {
  let spent = 0;
  let longest = 0;
  const timed = <T extends typeof setTimeout | typeof setInterval>(original: T) => (action: () => void, after?: number) => original(() => {
    const from = performance.now();
    action();
    const took = performance.now() - from;
    spent += took;
    longest = Math.max(longest, took);
  }, after);
  const untimed = { setTimeout: window.setTimeout, setInterval: window.setInterval };
  const audio = createAudioHub();
  await audio.open();
  Object.assign(window, { setTimeout: timed(setTimeout), setInterval: timed(setInterval) });
  const opening = performance.now();
  const ambience = createAmbience({ audio });
  await ambience.setVolume('normal');
  const opened = (performance.now() - opening) / 1000;
  Object.assign(window, untimed);
  const [before, at] = [audio.context!.currentTime, performance.now()];
  const longTasks = await countLongTasks(length);
  const figures = { longTasks, opened, spent: spent / 1000, longest: longest / 1000, elapsed: (performance.now() - at) / 1000, audio: audio.context!.currentTime - before };
  ambience.dispose();
  await audio.close();
  return figures;
}

const numbers = (text: string): number[] => text.split(',').map(Number);
if (asked.has('bed')) window.figures = { longTasks: [], ...(await renderBed(moodOf(numbers(asked.get('bed')!)))) };
else if (asked.has('earcon')) {
  const [name = '', ...at] = asked.get('earcon')!.split(',');
  const [score] = scoreEarcon(name as Earcon, moodOf(at.map(Number)), null, SEED);
  const rendered = await renderEarcon(score, RATE);
  window.figures = { longTasks: [], ...describe([rendered.getChannelData(0)]) };
} else window.figures = await playLive(Number(asked.get('live') ?? 30));

import type { Net } from '../../src/browser/nets/net-file.ts';
import { FRAME, RATE } from '../../src/browser/voice/voice-frame.ts';
import { createVoiceReader } from '../../src/browser/voice/voice-reader.ts';
import { UNKNOWN_VARIANCE } from '../../src/core/index.ts';
import { createRandom } from '../../src/learn/random.ts';
import { addNoise } from './sessions.ts';

const SECONDS = 3;

/** Sounds that no one speaks, by name; each 3 s at 16 kHz. */
export function strangeSounds(): Readonly<Record<string, Float32Array>> {
  const random = createRandom(11);
  const sound = (at: (seconds: number) => number): Float32Array => Float32Array.from({ length: SECONDS * RATE }, (_, i) => at(i / RATE));
  const sine = (hertz: number, t: number): number => Math.sin(2 * Math.PI * hertz * t);
  const chord = (t: number): number => [220, 277.18, 329.63].reduce((sum, hertz) => sum + sine(hertz, t) + 0.5 * sine(2 * hertz, t) + 0.25 * sine(3 * hertz, t), 0) / 8;
  const scale = (t: number): number => {
    const hertz = 220 * 2 ** ([0, 2, 4, 5, 7, 9, 11, 12][Math.floor(t * 4) % 8]! / 12);
    const decay = Math.exp(-3 * ((t * 4) % 1));
    return 0.5 * decay * (sine(hertz, t) + 0.6 * sine(2 * hertz, t) + 0.3 * sine(3 * hertz, t) + 0.15 * sine(4 * hertz, t));
  };
  return {
    silence: sound(() => 0),
    'white noise': addNoise(sound(() => 0), 0.01, 0, random),
    'pink-like noise': addNoise(sound(() => 0), 0.01, 0.9, random),
    'low tone': sound((t) => 0.3 * sine(110, t)),
    tone: sound((t) => 0.3 * sine(220, t)),
    'high tone': sound((t) => 0.3 * sine(440, t)),
    hum: sound((t) => 0.1 * [1, 2, 3, 4, 5, 6].reduce((sum, k) => sum + sine(100 * k, t) / k, 0)),
    chord: sound((t) => 0.4 * chord(t)),
    scale: sound(scale),
    siren: sound((t) => 0.3 * Math.sin(2 * Math.PI * 300 * t + 40 * Math.sin(2 * Math.PI * t))),
  };
}

/** What the net says of sounds that no one speaks, though a detector took them for speech: the mean variance of each; 1/3 where it says nothing. */
export function tellStrangeSounds(net: Net): Record<string, number> {
  const variances = Object.fromEntries(Object.entries(strangeSounds()).map(([name, samples]) => {
    const reader = createVoiceReader(net);
    for (let at = 0; at + FRAME <= samples.length; at += FRAME) reader.push(samples.subarray(at, at + FRAME), true);
    const reading = reader.settle();
    return [name, reading ? (reading.valence.variance + reading.arousal.variance + reading.dominance.variance) / 3 : UNKNOWN_VARIANCE];
  }));
  console.log(`\nSounds that no one speaks, as variance (${UNKNOWN_VARIANCE.toFixed(3)} is unknown): ${Object.entries(variances).map(([name, variance]) => `${name} ${variance.toFixed(3)}`).join(', ')}`);
  return variances;
}

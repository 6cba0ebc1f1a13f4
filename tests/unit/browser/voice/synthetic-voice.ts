import { createRandom } from '../../../../src/learn/random.ts';
import { RATE } from './sounds.ts';

interface VoiceOptions {
  readonly pitch: number;
  /** Deviation of the periods' lengths and levels, as shares. */
  readonly jitter?: number;
  readonly shimmer?: number;
  /** In decibels; without noise when left out. */
  readonly hnr?: number;
  readonly formants?: readonly number[];
  readonly seconds?: number;
}

/** A voice made of pulses through resonances, and what its jitter and shimmer came out as: mean differences of neighbours, as shares. */
export function createVoice({ pitch, jitter = 0, shimmer = 0, hnr = 60, formants = [500, 1500, 2500, 3500], seconds = 1.5 }: VoiceOptions): { samples: Float32Array; jitter: number; shimmer: number } {
  const random = createRandom(3);
  const length = Math.round(seconds * RATE);
  const period = RATE / pitch;
  const pulses = new Float32Array(length);
  const times: number[] = [];
  const levels: number[] = [];
  for (let time = 20; time < length - 20; time += period * (1 + jitter * random.normal())) {
    const level = 1 + shimmer * random.normal();
    times.push(time);
    levels.push(level);
    // A pulse between two samples is a windowed sinc.
    for (let i = Math.floor(time) - 16; i < time + 16; i += 1) {
      const distance = i - time;
      const sinc = distance === 0 ? 1 : Math.sin(Math.PI * distance) / (Math.PI * distance);
      pulses[i] = pulses[i]! + level * sinc * (0.5 + 0.5 * Math.cos((Math.PI * distance) / 17));
    }
  }
  let sound: Float32Array = pulses;
  formants.forEach((hertz, i) => { sound = resonate(sound, hertz, 80 + 30 * i); });
  const scale = 0.1 / Math.sqrt(sound.reduce((sum, sample) => sum + sample * sample, 0) / length);
  const noise = 0.1 * 10 ** (-hnr / 20);
  const periods = times.slice(1).map((time, i) => time - times[i]!);
  return {
    samples: sound.map((sample) => scale * sample + noise * random.normal()),
    jitter: meanStep(periods) / period,
    shimmer: meanStep(levels),
  };
}

function resonate(samples: Float32Array, hertz: number, bandwidth: number): Float32Array {
  const radius = Math.exp((-Math.PI * bandwidth) / RATE);
  const turn = 2 * radius * Math.cos((2 * Math.PI * hertz) / RATE);
  let [y1, y2] = [0, 0];
  return samples.map((sample) => {
    const out = (1 - radius) * sample + turn * y1 - radius * radius * y2;
    y2 = y1;
    y1 = out;
    return out;
  });
}

function meanStep(values: readonly number[]): number {
  return values.slice(1).reduce((sum, value, i) => sum + Math.abs(value - values[i]!), 0) / (values.length - 1);
}

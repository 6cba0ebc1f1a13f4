import { describe, expect, it } from 'vitest';
import { createEchoCanceller, type Cleaned } from '../../../../../src/browser/voice/echo/echo-canceller.ts';
import { createVoiceAnalyser } from '../../../../../src/browser/voice/voice-analyser.ts';
import { createRandom } from '../../../../../src/learn/random.ts';
import { RATE } from '../sounds.ts';

/** Syllables of a buzz whose pitch and colour change, with a pause now and then, at about -20 dBFS. */
function babble(seconds: number, seed: number): Float32Array {
  const random = createRandom(seed);
  const sound = new Float32Array(seconds * RATE);
  let [pitch, colour, loud, phase, before] = [120, 0.5, 0, 0, 0];
  for (let i = 0; i < sound.length; i += 1) {
    if (i % 2400 === 0) [pitch, colour, loud] = [90 + 120 * random.uniform(), 0.2 + 0.7 * random.uniform(), random.uniform() < 0.25 ? 0 : 0.3 + 0.7 * random.uniform()];
    phase = (phase + pitch / RATE) % 1;
    before = colour * before + (1 - colour) * (2 * phase - 1 + 0.6 * random.normal());
    sound[i] = 0.35 * loud * Math.sin((Math.PI * (i % 2400)) / 2400) * before;
  }
  return sound;
}

/** What a room with 0.25 s of decay gives back after `delay`, with noise of -60 dBFS. */
function echo(sound: Float32Array, gain: number, delay: number, seed: number): Float32Array {
  const random = createRandom(seed);
  const taps = Array.from({ length: 120 }, (_, n) => ({ at: Math.round((delay + 0.0018 * n) * RATE), gain: gain * (n === 0 ? 1 : 0.35 * random.normal()) * Math.exp((-6.9 * 0.0018 * n) / 0.25) }));
  const heard = sound.map(() => 1e-3 * random.normal());
  for (const { at, gain: each } of taps) for (let i = at; i < heard.length; i += 1) heard[i] = heard[i]! + each * sound[i - at]!;
  return heard;
}

/** Hears both with the energy gate alone, to which any sound above the room is speech. */
function hear(microphone: Float32Array, reference: Float32Array): { frames: Cleaned[]; noticed: number[]; rest: Float32Array } {
  const [canceller, analyser] = [createEchoCanceller(), createVoiceAnalyser()];
  const rest = new Float32Array(microphone.length);
  const [frames, noticed]: [Cleaned[], number[]] = [[], []];
  for (let i = 0; i + 512 <= microphone.length; i += 512) {
    const cleaned = canceller.push(microphone.subarray(i, i + 512), reference.subarray(i, i + 512));
    rest.set(cleaned.samples, i);
    frames.push(cleaned);

    if (analyser.push(cleaned.samples, i / RATE, null, cleaned.level).boundary?.type === 'speech-start') noticed.push(i / RATE);
  }
  return { frames, noticed, rest };
}

const energy = (sound: Float32Array, from: number, to: number): number => sound.subarray(from * RATE, to * RATE).reduce((sum, each) => sum + each * each, 0);

describe('echo canceller', () => {
  const agent = babble(20, 1);

  it.each([[0.03, 0.02], [0.1, 0.12], [0.3, 0.2]])('hears no turn in an echo of %d of the sound after %d s, and takes 10 dB of it away', (gain, delay) => {
    const microphone = echo(agent, gain, delay, 2);
    const { noticed, rest } = hear(microphone, agent);
    expect(noticed).toEqual([]);
    expect(energy(rest, 12, 20)).toBeLessThan(energy(microphone, 12, 20) / 10);
  });

  it('hears a player as loud as the echo, and leaves their voice as it is', () => {
    const microphone = echo(agent, 0.1, 0.08, 2);
    const player = babble(2, 7).map((sample) => 0.15 * sample);
    const before = microphone.slice();
    for (let i = 0; i < player.length; i += 1) microphone[12 * RATE + i] = microphone[12 * RATE + i]! + player[i]!;
    expect(energy(player, 0, 2)).toBeLessThan(1.2 * energy(before, 12, 14));
    const { noticed, rest } = hear(microphone, agent);
    expect(noticed).toHaveLength(1);
    expect(noticed[0]).toBeGreaterThan(12);
    expect(noticed[0]).toBeLessThan(12.6);
    const lost = rest.slice(12 * RATE, 14 * RATE).map((sample, i) => sample - player[i]!);
    expect(energy(lost, 0, 2)).toBeLessThan(0.25 * energy(player, 0, 2));
  });

  it('passes the very samples on while the agent is silent', () => {
    const canceller = createEchoCanceller();
    const samples = babble(1, 3).subarray(4096, 4608);
    const { samples: out, agent: sounding } = canceller.push(samples, new Float32Array(512));
    expect(out).toBe(samples);
    expect(sounding).toBeNull();
  });

  it('hears no turn when the echo suddenly comes later, and learns the new path', () => {
    const microphone = echo(agent, 0.1, 0.08, 2);
    // 7 ms of the microphone get lost, as when a browser's buffers run over.
    microphone.set(microphone.slice(8 * RATE, 20 * RATE - 112), 8 * RATE + 112);
    const { noticed, rest } = hear(microphone, agent);
    expect(noticed).toEqual([]);
    expect(energy(rest, 15, 20)).toBeLessThan(energy(microphone, 15, 20) / 10);
  });

  it('goes to half duplex under an echo that no filter can take away, and back when one can', () => {
    const long = babble(60, 4);
    const random = createRandom(6);
    // Same rhythm, other waves: what codecs and broken loudspeakers make of it.
    const torn = echo(long.map((sample) => sample * Math.sqrt(2) * random.normal()), 0.1, 0.08, 2);
    const near = echo(long, 0.1, 0.08, 2);
    const { frames, noticed } = hear(Float32Array.from(long, (_, i) => (i < 30 * RATE ? torn[i]! : near[i]!)), long);
    const states = frames.map((frame) => frame.agent);
    expect(states.slice(5 * 31, 12 * 31)).toContain('half-duplex');
    expect(new Set(states.slice(-5 * 31))).toEqual(new Set(['full-duplex']));
    // What was taken for the player until that was known.
    expect(noticed.length).toBeLessThanOrEqual(1);
  });
});

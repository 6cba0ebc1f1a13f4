import type { Seconds } from '../../core/index.ts';

/** Until the room has fallen by 60 dB. */
const REVERBERATION: Seconds = 3.6;
/** The first reflections come this late, so that notes stay clear. */
const PREDELAY: Seconds = 0.024;

/**
 * The answer of a large, soft room: noise that fades and grows darker, another on each side.
 *
 * The noise is always the same, so that music sounds the same again.
 */
export function makeRoomResponse(context: BaseAudioContext): AudioBuffer {
  const { sampleRate } = context;
  const length = Math.ceil((PREDELAY + REVERBERATION) * sampleRate);
  const buffer = context.createBuffer(2, length, sampleRate);
  const first = Math.round(PREDELAY * sampleRate);
  const fade = 10 ** (-3 / (REVERBERATION * sampleRate));
  for (let channel = 0; channel < 2; channel += 1) {
    const samples = buffer.getChannelData(channel);
    let noise = 0x9e3779b9 ^ (channel * 0x85ebca6b);
    let level = 1;
    let dull = 0;
    let duller = 0;
    for (let i = first; i < length; i += 1) {
      noise = (Math.imul(noise, 1664525) + 1013904223) >>> 0;
      // The pole of a low-pass that closes with time: high notes die first.
      const darkness = 0.35 + 0.55 * Math.min(1, (i - first) / (0.6 * length));
      dull += (1 - darkness) * (noise / 2 ** 31 - 1 - dull);
      duller += (1 - darkness) * (dull - duller);
      const swell = Math.min(1, (i - first) / (0.012 * sampleRate));
      samples[i] = duller * level * swell;
      level *= fade;
    }
  }
  return buffer;
}

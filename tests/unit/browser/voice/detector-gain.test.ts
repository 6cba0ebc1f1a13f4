import { describe, expect, it } from 'vitest';
import { createDetectorGain } from '../../../../src/browser/voice/detector-gain.ts';
import { measureLevel } from '../../../../src/browser/voice/level.ts';
import { createNoise } from './sounds.ts';

const frame = (level: number): Float32Array => createNoise(512, 10 ** (level / 20));

describe('detector gain', () => {
  it('brings a quiet voice up to -30 dBFS, by 20 dB at most, and leaves a loud one alone', () => {
    const gain = createDetectorGain();
    for (let i = 0; i < 200; i += 1) gain.apply(frame(-45), frame(-45));
    expect(measureLevel(gain.apply(frame(-45), frame(-45)))).toBeCloseTo(-30, 0);
    for (let i = 0; i < 200; i += 1) gain.apply(frame(-70), frame(-70));
    expect(measureLevel(gain.apply(frame(-70), frame(-70)))).toBeCloseTo(-50, 0);
    const loud = frame(-20);
    expect(gain.apply(loud, loud)).toBe(loud);
  });

  it('goes by what the microphone hears, so what is left of a loud echo stays quiet', () => {
    const gain = createDetectorGain();
    expect(measureLevel(gain.apply(frame(-50), frame(-20)))).toBeCloseTo(-50, 0);
  });

  it('starts anew after a reset', () => {
    const gain = createDetectorGain();
    gain.apply(frame(-20), frame(-20));
    gain.reset();
    expect(measureLevel(gain.apply(frame(-50), frame(-50)))).toBeCloseTo(-40, 0);
  });
});

import { describe, expect, it } from 'vitest';
import { createCaptureClock } from '../../../../src/browser/face/capture-time.ts';
import { createPacer } from '../../../../src/browser/face/pacer.ts';

/** A camera with so many frames in a second, and looks that take so long; returns looks in a second. */
function simulate(camera: number, took: number, seconds = 20): { rate: number; pacer: ReturnType<typeof createPacer> } {
  const pacer = createPacer(15);
  let free = 0;
  let looks = 0;
  for (let frame = 0; frame < camera * seconds; frame += 1) {
    const now = frame / camera;
    if (now < free || !pacer.due(now)) continue;
    free = now + took;
    pacer.looked(now, free);
    looks += 1;
  }
  return { rate: looks / seconds, pacer };
}

describe('createPacer', () => {
  it.each([30, 60, 25, 15])('looks about 15 times in a second at most with a camera of %i frames', (camera) => {
    const { rate, pacer } = simulate(camera, 0.022);
    expect(rate).toBeGreaterThan(12);
    expect(rate).toBeLessThan(15.3);
    expect(pacer.dropped).toBe(0);
    expect(pacer.duration).toBeCloseTo(0.022);
  });

  it('looks less often when looks are slow, and leaves a share of the time free', () => {
    const { rate, pacer } = simulate(30, 0.2);
    expect(rate).toBeLessThan(4);
    expect(rate).toBeGreaterThan(2.5);
    expect(pacer.rate).toBeCloseTo(3.5);
  });

  it('counts looks that fell due while one ran', () => {
    const pacer = createPacer(10);
    pacer.looked(0, 0.35);
    expect(pacer.dropped).toBe(3);
  });

  it('never looks less than twice in a second', () => {
    expect(simulate(30, 3).pacer.rate).toBe(2);
  });
});

describe('createCaptureClock', () => {
  it('takes the quickest frame as fresh and what others waited as their age', () => {
    const clock = createCaptureClock();
    expect(clock.captured(0, 1000)).toBe(1000);
    expect(clock.captured(33_000, 1083)).toBe(1033);
    expect(clock.captured(66_000, 1056)).toBe(1056);
    expect(clock.captured(100_000, 1200)).toBe(1090);
  });

  it('follows a camera clock that drifts', () => {
    const clock = createCaptureClock();
    for (let i = 0; i < 2000; i += 1) {
      const arrived = 1000 + i * 33.4;
      expect(arrived - clock.captured(i * 33_000, arrived)).toBeLessThan(300);
    }
  });

  it('never says that a frame is from the future', () => {
    const clock = createCaptureClock();
    for (let i = 0; i < 1000; i += 1) expect(clock.captured(i * 34_000, 1000 + i * 33)).toBeLessThanOrEqual(1000 + i * 33);
  });
});

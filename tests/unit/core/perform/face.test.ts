import { createAvatarFrame, createPerformer, type Emotion, type Performer } from 'attune';
import { describe, expect, it } from 'vitest';

const frame = createAvatarFrame();

/** How strong an emotion is at some times after it was asked for, and, given `after`, after it was given up. */
function course(emotion: Emotion, times: readonly number[], after = 0): number[] {
  const performer = createPerformer();
  performer.sample(1, frame);
  performer.show({ [emotion]: 1 });
  performer.sample(1 + after, frame);
  if (after > 0) performer.show({});
  return times.map((time) => {
    performer.sample(1 + after + time, frame);
    return frame.emotions[emotion];
  });
}

/** Looks of a character over some minutes, 100 times a second. */
function watchEyes(minutes: number, prepare: (performer: Performer) => void): { yaw: number; pitch: number; blink: number }[] {
  const performer = createPerformer({ seed: 12 });
  prepare(performer);
  return Array.from({ length: minutes * 6000 }, (_, count) => {
    performer.sample(count / 100, frame);
    return { ...frame.gaze, blink: frame.blink };
  });
}

const blinksIn = (looks: readonly { blink: number }[]): number => looks.filter(({ blink }, index) => blink > 0 && looks[index - 1]?.blink === 0).length;
const awayIn = (looks: readonly { yaw: number }[]): number => looks.filter(({ yaw }) => Math.abs(yaw) > 0.06).length / looks.length;

describe('an expression', () => {
  it('is quick for surprise, slower for joy and anger, slowest for sadness', () => {
    const [surprise, happiness, anger, sadness] = (['surprise', 'happiness', 'anger', 'sadness'] as const).map((emotion) => course(emotion, [0.2])[0] ?? 0) as [number, number, number, number];
    expect(surprise).toBeGreaterThan(0.7);
    expect(happiness).toBeLessThan(0.6);
    expect(anger).toBeLessThan(happiness);
    expect(sadness).toBeLessThan(anger);
  });

  it('lets surprise sink to a trace, and holds joy', () => {
    const [early = 0, late = 0] = course('surprise', [0.4, 8]);
    expect(early).toBeGreaterThan(0.75);
    expect(late).toBeLessThan(0.5);
    expect(late).toBeGreaterThan(0.4);
    expect(course('happiness', [8])[0]).toBeGreaterThan(0.99);
  });

  it('leaves sadness longest on the face', () => {
    expect(course('sadness', [0.8], 5)[0]).toBeGreaterThan(0.4);
    expect(course('surprise', [0.8], 5)[0]).toBeLessThan(0.05);
  });

  it('never has more than one whole face to share', () => {
    const performer = createPerformer();
    performer.show({ sadness: 1 });
    performer.sample(4, frame);
    performer.show({ surprise: 1 });
    for (let count = 0; count < 200; count++) {
      performer.sample(4 + count / 60, frame);
      expect(Object.values(frame.emotions).reduce((sum, weight) => sum + weight, 0)).toBeLessThanOrEqual(1 + 1e-9);
    }
  });
});

describe('the eyes', () => {
  it('jump within the time of a saccade, and stay on the face for most of it when they listen', () => {
    const looks = watchEyes(4, () => {});
    const jumps = looks.slice(1).map(({ yaw, pitch }, index) => Math.hypot(yaw - (looks[index]?.yaw ?? 0), pitch - (looks[index]?.pitch ?? 0)));
    const moving = jumps.filter((jump) => jump > 1e-9).length / jumps.length;
    expect(moving).toBeGreaterThan(0.01);
    expect(moving).toBeLessThan(0.12);
    // 500 degrees a second is about the peak of a saccade of 20 degrees (Bahill et al. 1975).
    expect(Math.max(...jumps)).toBeLessThan((500 * Math.PI) / 180 / 100);
    expect(awayIn(looks)).toBeLessThan(0.25);
  });

  it('look away more often while speaking, and most, and up, while thinking', () => {
    const [listening, speaking, thinking] = (['listening', 'speaking', 'thinking'] as const).map((manner) => watchEyes(4, (performer) => performer.attend(manner))) as [ReturnType<typeof watchEyes>, ReturnType<typeof watchEyes>, ReturnType<typeof watchEyes>];
    expect(awayIn(speaking)).toBeGreaterThan(1.3 * awayIn(listening));
    expect(awayIn(thinking)).toBeGreaterThan(awayIn(speaking));
    const up = thinking.filter(({ yaw }) => Math.abs(yaw) > 0.08).map(({ pitch }) => pitch);
    expect(up.reduce((sum, pitch) => sum + pitch, 0) / up.length).toBeGreaterThan(0.05);
  });

  it('look where they are told, for as long, and come back', () => {
    const performer = createPerformer();
    performer.sample(1, frame);
    performer.look({ yaw: 0.4, pitch: -0.2 }, 1);
    performer.sample(1.2, frame);
    expect(frame.gaze).toEqual({ yaw: 0.4, pitch: -0.2 });
    performer.sample(1.9, frame);
    expect(frame.gaze.yaw).toBe(0.4);
    for (let count = 0; count < 10; count++) performer.sample(2 + count / 10, frame);
    expect(Math.abs(frame.gaze.yaw)).toBeLessThan(0.3);
  });
});

describe('the lids', () => {
  it('blink 8 to 40 times a minute, more often when aroused or speaking, sometimes twice', () => {
    const calm = watchEyes(5, (performer) => performer.feel(-0.5));
    const lively = watchEyes(5, (performer) => {
      performer.feel(0.6);
      performer.attend('speaking');
    });
    expect(blinksIn(calm) / 5).toBeGreaterThan(8);
    expect(blinksIn(lively) / 5).toBeLessThan(40);
    expect(blinksIn(lively)).toBeGreaterThan(1.3 * blinksIn(calm));
    const starts = calm.flatMap(({ blink }, index) => (blink > 0 && calm[index - 1]?.blink === 0 ? [index] : []));
    expect(starts.some((start, index) => index > 0 && start - (starts[index - 1] ?? 0) < 50)).toBe(true);
    expect(Math.max(...calm.map(({ blink }) => blink))).toBeGreaterThan(0.95);
  });
});

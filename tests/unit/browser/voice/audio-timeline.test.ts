import { describe, expect, it } from 'vitest';
import { createAudioTimeline } from '../../../../src/browser/voice/audio-timeline.ts';

describe('audio timeline', () => {
  it('is not misled by a busy main thread', () => {
    const timeline = createAudioTimeline(0);
    [0, 0.2, 0.003, 0.05].forEach((late, i) => timeline.observe(1 + i / 15, 11 + i / 15 + late));
    expect(timeline.toSession(1.5)).toBeCloseTo(11.5, 6);
  });

  it('takes off the latency of the microphone', () => {
    const timeline = createAudioTimeline(0.02);
    timeline.observe(1, 11);
    expect(timeline.toSession(1)).toBeCloseTo(10.98, 6);
  });

  it('forgets a gap that a suspension made wrong', () => {
    const timeline = createAudioTimeline(0);
    timeline.observe(1, 2);
    timeline.reset();
    timeline.observe(1, 60);
    expect(timeline.toSession(1)).toBeCloseTo(60, 6);
  });
});

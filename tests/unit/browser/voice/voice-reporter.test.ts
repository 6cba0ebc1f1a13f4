import { describe, expect, it } from 'vitest';
import type { AgentEvent, Clock } from '../../../../src/core/index.ts';
import { createVoiceReporter, type VoiceReporter } from '../../../../src/browser/voice/voice-reporter.ts';
import { summariseVoice } from '../../../../src/browser/voice/voice-functionals.ts';

const clock: Clock = { now: () => 10, every: () => () => undefined };
const speech = summariseVoice([{ at: 0, duration: 0.032, level: -20, clipped: 0, pitches: [200], speech: true }], -60, true)!;

function report(): { reporter: VoiceReporter; events: AgentEvent[] } {
  const events: AgentEvent[] = [];
  return { events, reporter: createVoiceReporter(clock, { event: (event) => events.push(event), words: () => undefined, problem: () => undefined }) };
}

describe('voice reporter', () => {
  it('follows every end of speech with a signal of silence', () => {
    const { reporter, events } = report();
    reporter.speechStart(8);
    reporter.figures(speech, 8.5, 'silero');
    reporter.level(-58);
    reporter.speechEnd(9, 9.6);
    expect(events.map(({ type }) => type)).toEqual(['speech-start', 'signal', 'speech-end', 'signal']);
    expect(events[1]).toMatchObject({ at: 8.5, signal: { kind: 'voice', at: 8.5, latency: 1.5, source: 'silero', speaking: true } });
    expect(events[3]).toMatchObject({ at: 9.6, signal: { speaking: false, quality: 0, pitch: null, loudness: -58 } });
  });

  it('keeps back what was on its way when the speech was ended from outside', () => {
    const { reporter, events } = report();
    reporter.speechStart(8);
    reporter.speechEnd(10, 10);
    const before = events.length;
    reporter.speechEnd(9.9, 10);
    reporter.figures(speech, 9.9, 'silero');
    expect(events).toHaveLength(before);
  });

  it('never starts twice', () => {
    const { reporter, events } = report();
    reporter.speechStart(8);
    reporter.speechStart(9);
    expect(events).toHaveLength(1);
  });
});

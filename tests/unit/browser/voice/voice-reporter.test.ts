import { describe, expect, it } from 'vitest';
import type { AgentEvent, Clock } from '../../../../src/core/index.ts';
import { createVoiceReporter, type VoiceReporter } from '../../../../src/browser/voice/voice-reporter.ts';
import { summariseVoice } from '../../../../src/browser/voice/voice-functionals.ts';

const clock: Clock = { now: () => 10, every: () => () => undefined };
const speech = summariseVoice([{ at: 0, duration: 0.032, level: -20, clipped: 0, pitches: [200], speech: true }], -60, true)!;

function report(hears = false): { reporter: VoiceReporter; events: AgentEvent[]; asked: unknown[] } {
  const events: AgentEvent[] = [];
  const asked: unknown[] = [];
  const words = { hears, begin: (at: number) => asked.push(['begin', at, events.length]), end: (silence: number) => asked.push(['end', silence, events.length]) };
  return { events, asked, reporter: createVoiceReporter(clock, { event: (event) => events.push(event), words: () => undefined, problem: () => undefined }, words) };
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

  it('promises words where somebody makes them out, and asks for them after the end was told', () => {
    const { reporter, events, asked } = report(true);
    reporter.speechStart(8);
    reporter.speechStart(8.2);
    reporter.speechEnd(9, 9.5);
    reporter.speechEnd(9, 9.5);
    expect(events).toMatchObject([{ type: 'speech-start' }, { type: 'speech-end', words: true }, { type: 'signal' }]);
    expect(asked).toEqual([['begin', 8, 1], ['end', 0.5, 3]]);
    const alone = report();
    alone.reporter.speechStart(1);
    alone.reporter.speechEnd(2, 2);
    expect(alone.events[1]).toMatchObject({ words: false });
  });

  it('never starts twice', () => {
    const { reporter, events } = report();
    reporter.speechStart(8);
    reporter.speechStart(9);
    expect(events).toHaveLength(1);
  });
});

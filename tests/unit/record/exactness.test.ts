import { parseLog, replay, createSessionTracer } from 'attune/record';
import { makeSession } from 'attune/testing';
import { beforeAll, describe, expect, it, vi } from 'vitest';

let text: string;
beforeAll(async () => {
  text = await makeSession({ seed: 11 });
});

describe('the replay of a session of ten minutes', () => {
  it('does what was recorded, byte for byte', () => {
    const log = parseLog(text);
    const types = new Set(log.events.map((event) => (event.type === 'signal' ? event.signal.kind : event.type)));
    expect([...types].sort()).toEqual(['context', 'face', 'language', 'report', 'sense', 'speech-end', 'speech-start', 'text', 'tick', 'utterance-end', 'utterance-start', 'visitor', 'voice']);
    expect(log.events.length).toBeGreaterThan(20_000);
    expect(log.cues.length).toBeGreaterThan(300);
    expect(JSON.stringify(replay(log).cues)).toBe(JSON.stringify(log.cues));
  });

  it('goes by no clock and no chance but the session’s own', () => {
    const traceNow = (): string => {
      const tracer = createSessionTracer();
      for (let place = 0; place < text.length; place += 50_000) tracer.write(text.slice(place, place + 50_000));
      const { fused, exactness, marks } = tracer.finish();
      expect(exactness?.differs).toBeNull();
      return JSON.stringify([[...fused.valence.mean], [...fused.emotions.sadness], marks]);
    };
    const once = traceNow();
    vi.useFakeTimers({ now: new Date('2031-01-01T00:00:00Z') });
    vi.spyOn(Math, 'random').mockReturnValue(0.123);
    expect(traceNow()).toBe(once);
    vi.restoreAllMocks();
    vi.useRealTimers();
  });
});

describe('a made session', () => {
  it('is the same for the same seed, byte for byte, and another for another', async () => {
    const make = (seed: number): Promise<string> => makeSession({ seed, duration: 20, faceRate: 10 });
    expect(await make(3)).toBe(await make(3));
    expect(await make(4)).not.toBe(await make(3));
  });

  it.each([[{ duration: 0 }], [{ faceRate: Number.NaN }]])('refuses %j', async (options) => {
    await expect(makeSession(options)).rejects.toThrow(/above 0/);
  });
});

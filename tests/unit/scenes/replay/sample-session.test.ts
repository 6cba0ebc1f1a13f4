import { createSessionTracer } from 'attune/record';
import { beforeAll, describe, expect, it } from 'vitest';
import { sampleSession } from '../../../../scenes/replay/session/sample-session.ts';

async function linesOf(seed: number, minutes: number, language: 'en' | 'zh' = 'en'): Promise<string[]> {
  const lines: string[] = [];
  for await (const { line } of sampleSession({ seed, minutes, language })) lines.push(line);
  return lines;
}

describe('the sample session', () => {
  let lines: string[];
  beforeAll(async () => {
    lines = await linesOf(1, 4);
  });

  it('is the same for the same seed, and another for another', async () => {
    expect(await linesOf(1, 4)).toEqual(lines);
    expect((await linesOf(2, 1)).join('\n')).not.toBe((await linesOf(1, 1)).join('\n'));
  });

  it('is a log that replays exactly, with every sense and both speakers in it', () => {
    const tracer = createSessionTracer();
    tracer.write(`${lines.join('\n')}\n`);
    const trace = tracer.finish();
    expect(trace.exactness?.differs).toBeNull();
    expect(trace.exactness!.recorded).toBeGreaterThan(10);
    expect(trace.cut).toBe(false);
    expect(trace.end - trace.start).toBeCloseTo(240, 0);
    expect(trace.signals.face!.at.length).toBe(240 * 30);
    expect(trace.signals.voice!.at.length).toBeGreaterThan(50);
    expect(new Set(trace.words.map(({ speaker }) => speaker))).toEqual(new Set(['player', 'agent']));
    expect(trace.phases.some(({ value }) => value === 'absent')).toBe(true);
    expect(trace.phases.some(({ value }) => value === 'tracking')).toBe(true);
  });

  it('is in Chinese where the page is', async () => {
    expect((await linesOf(1, 1, 'zh')).filter((line) => line.startsWith('{"type":"words"')).join('')).toMatch(/\p{Script=Han}/u);
  });
});

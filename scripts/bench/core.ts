import { createAvatarFrame, DEFAULT_CHARACTER, initialState, step, type AgentEvent } from '../../src/index.ts';
import { samplePerformance } from '../../src/core/perform/sample.ts';
import { fakeFace, fakeVoice } from '../../src/testing/index.ts';

const FRAMES_PER_SECOND = 60;

/** Ten simulated minutes of everything at once, stepped and sampled as a page does. */
export function benchCore(): void {
  const settings = { seed: 1, language: 'en', character: DEFAULT_CHARACTER } as const;
  const frame = createAvatarFrame();
  const costs: number[] = [];
  let state = initialState(settings);
  for (let i = 0; i < 600 * FRAMES_PER_SECOND; i += 1) {
    const at = i / FRAMES_PER_SECOND;
    const events: AgentEvent[] = [];
    if (i % 6 === 0) events.push({ type: 'tick', at });
    if (i % 4 === 0) events.push({ type: 'signal', at, signal: fakeFace(at, { smile: Math.sin(at) }) });
    if (i % 15 === 0) events.push({ type: 'signal', at, signal: fakeVoice(at, { loudness: -30 + 5 * Math.sin(at) }) });
    const begun = performance.now();
    for (const event of events) [state] = step(state, event);
    samplePerformance(state.performance, at, 1, frame);
    costs.push(performance.now() - begun);
  }
  const sum = costs.reduce((total, each) => total + each, 0);
  costs.sort((a, b) => a - b);
  console.log(`core: step and sampling ${(sum / costs.length).toFixed(4)} ms a frame on average, 99th percentile ${(costs[Math.floor(0.99 * costs.length)] ?? 0).toFixed(4)} ms (bar: under 0.2 ms)`);
}

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createFusionNet } from '../../../src/browser/fusion/fusion-net.ts';
import { parseNet } from '../../../src/browser/nets/net-file.ts';
import { affectOfEmotions } from '../../../src/core/affect/affect-of-emotions.ts';
import type { Fusion } from '../../../src/core/affect/choose-fusion.ts';
import { byEmotion, softmax } from '../../../src/core/affect/emotion.ts';
import { type AffectMemory, observeSignal, settleAffect, strangerMemory } from '../../../src/core/affect/observe.ts';
import { createRandom } from '../../../src/learn/random.ts';
import { fakeFace, fakeVoice } from '../../../src/testing/index.ts';
import { ROOT } from '../../run.ts';

/** Ten hours of face and voice, fused both ways: the cost of an update, and whether anything grows. */
export function benchUpdates(): void {
  const net = createFusionNet(parseNet(readFileSync(join(ROOT, 'models/fusion/net.json'), 'utf8'), 'fusion'));
  benchMethod({ method: 'weighted', learned: null });
  benchMethod({ method: 'auto', learned: (said) => net.fuse(said) });
}

function benchMethod(fusion: Fusion): void {
  let memory: AffectMemory = strangerMemory(0);
  const random = createRandom(3);
  const costs: number[] = [];
  let early = 0;
  let learned = 0;
  const seconds = 36_000;
  for (let i = 0; i < seconds * 5; i += 1) {
    const at = i / 5;
    const emotions = softmax(byEmotion(() => random.normal()));
    const signal = i % 5 < 4 ? fakeFace(at, {}, { expression: { whole: emotions, upper: emotions } }) : fakeVoice(at - 0.3, { expression: { ...affectOfEmotions(emotions), emotions } });
    const begun = performance.now();
    memory = settleAffect(observeSignal(memory, signal, false), at, fusion);
    costs.push(performance.now() - begun);
    if (memory.state.fusion.by === 'learned') learned += 1;
    if (i === 600) early = JSON.stringify(memory).length;
  }
  const total = costs.reduce((sum, each) => sum + each, 0);
  costs.sort((a, b) => a - b);
  console.log(`  ${fusion.method}: a fused update takes ${(total / costs.length).toFixed(4)} ms on average, 99th percentile ${costs[Math.floor(0.99 * costs.length)]!.toFixed(4)} ms (bar 0.05 ms), ${(learned / costs.length * 100).toFixed(0)}% by the net; what is remembered: ${early} characters after two minutes, ${JSON.stringify(memory).length} after ten hours`);
}

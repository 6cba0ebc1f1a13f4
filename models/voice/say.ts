import { createPerceptron } from '../../src/browser/nets/dense.ts';
import { type Net, tensorOf } from '../../src/browser/nets/net-file.ts';
import { createSpeaker, priorOf } from '../../src/browser/voice/speaker.ts';
import { createStrangerNet } from '../../src/browser/voice/stranger-net.ts';
import { LARGEST_FEATURE, VOICE_CLASSES } from '../../src/browser/voice/voice-head.ts';
import { createRandom } from '../../src/learn/random.ts';
import type { Said } from './calibrate.ts';
import { type Lessons, WIDTH } from './lessons.ts';

/** What a net says of clips that it has not learnt from, session by session, each speaker heard in a shuffled order as they would be live. */
export function sayAll(net: Net, lessons: Lessons, clips: readonly number[], sessions: readonly number[]): Said[] {
  const { members, hidden, trust } = net.settings as { members: number; hidden: readonly number[]; trust: number };
  const nets = Array.from({ length: members }, (_, i) => createPerceptron(net, `member${i}`, [WIDTH, ...hidden, VOICE_CLASSES.length]));
  const [usual, precision] = [tensorOf(net, 'usual', [WIDTH]), tensorOf(net, 'precision', [WIDTH])];
  const [kernel, bias] = [tensorOf(net, 'arousal/kernel', [WIDTH]), tensorOf(net, 'arousal/bias', [1])];
  const stranger = createStrangerNet(net);
  const speaker = createSpeaker(priorOf(net, VOICE_CLASSES.length, trust));
  const row = new Float32Array(WIDTH);
  return sessions.flatMap((session) => {
    speaker.reset();
    return [...createRandom(9).shuffle(Int32Array.from(clips))].map((clip): Said => {
      const summary = lessons.summaries[session]![clip]![0]!;
      speaker.normalise(summary, row);
      const held = row.map((value) => Math.min(LARGEST_FEATURE, Math.max(-LARGEST_FEATURE, value)));
      const scores = nets.map((each) => each.run(held).slice());
      speaker.learn(summary, meanSoftmax(scores));
      let distance = 0;
      for (let i = 0; i < WIDTH; i += 1) distance += precision[i]! * (row[i]! - usual[i]!) ** 2;
      const arousal = held.reduce((sum, value, i) => sum + value * kernel[i]!, bias[0]!);
      return { label: lessons.labels[clip]!, scores, arousal, distance: Math.sqrt(distance / WIDTH), logOdds: stranger.judge(summary) };
    });
  });
}

function meanSoftmax(scores: readonly Float32Array[]): Float32Array {
  const mean = new Float32Array(VOICE_CLASSES.length);
  for (const each of scores) {
    const highest = Math.max(...each);
    const powers = each.map((score) => Math.exp(score - highest));
    const total = powers.reduce((sum, power) => sum + power, 0);
    powers.forEach((power, c) => { mean[c]! += power / total / scores.length; });
  }
  return mean;
}

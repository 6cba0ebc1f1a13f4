import { EMOTIONS, type Emotion } from '../../core/index.ts';
import type { Cue } from './find-cues.ts';
import { EKMAN } from './labels.ts';
import type { NgramHead } from './ngram-head.ts';
import type { HeadReading } from './read-with-head.ts';
import type { TextEvidence } from './text-analysis.ts';
import type { Token } from './tokens.ts';
import { weighCues } from './weigh-cues.ts';

/** Less than this moves nothing that could be seen. */
const LEAST = 0.12;
const MOST = 12;

/**
 * Which words moved the result: what the n-grams of each say for an emotion and not for the others, each n-gram's share for every
 * word in it, and what it says as a cue.
 */
export function evidenceFor(emotion: Emotion, head: NgramHead, { ngrams, found }: HeadReading, cues: readonly Cue[], tokens: readonly Token[], temperature: number): TextEvidence[] {
  const weights = new Float64Array(tokens.length);
  const column = EKMAN.findIndex((each) => each === emotion);
  if (column >= 0) {
    const start = head.columns - EKMAN.length;
    found.ids.forEach((id, k) => {
      const row = id * head.columns + start;
      let mean = 0;
      for (let c = 0; c < EKMAN.length; c += 1) mean += head.weights[row + c]! / EKMAN.length;
      const [from, to] = [ngrams.first[found.from[k]!]!, ngrams.last[found.from[k]!]!];
      const share = (found.values[k]! * (head.weights[row + column]! - mean)) / temperature / (to - from + 1);
      for (let at = from; at <= to; at += 1) weights[at] = weights[at]! + share;
    });
  }
  for (const cue of cues) {
    const said = weighCues([cue]).emotions;
    const mean = EMOTIONS.reduce((sum, each) => sum + said[each], 0) / EMOTIONS.length;
    for (let at = cue.first; at <= cue.last; at += 1) weights[at] = weights[at]! + (said[emotion] - mean) / (cue.last - cue.first + 1);
  }
  return joined(tokens, weights).filter(({ weight }) => Math.abs(weight) >= LEAST).sort((a, b) => Math.abs(b.weight) - Math.abs(a.weight)).slice(0, MOST);
}

/** Chinese characters that stand together and speak the same way are one stretch; so words stay whole. */
function joined(tokens: readonly Token[], weights: Float64Array): TextEvidence[] {
  const found: TextEvidence[] = [];
  tokens.forEach(({ kind, start, end }, at) => {
    const weight = weights[at]!;
    const before = found.at(-1);
    if (before && kind === 'han' && tokens[at - 1]!.kind === 'han' && before.end === start && before.weight * weight > 0 && Math.abs(weight) >= LEAST) found[found.length - 1] = { start: before.start, end, weight: before.weight + weight };
    else found.push({ start, end, weight });
  });
  return found;
}

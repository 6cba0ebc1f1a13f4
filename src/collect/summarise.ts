import { BLENDSHAPES, EMOTIONS, type EmotionDistribution, type FaceSignal, type ReadMessage, unit, type VoiceSignal } from '../core/index.ts';
import { wordBuckets } from '../adapt/index.ts';
import type { Episode } from './episode.ts';

/** What of an episode comes from the sense; the rest is said by people. */
export type Observed = Pick<Episode, 'sense' | 'seconds' | 'looks' | 'seen' | 'quality' | 'head' | 'traits'>;

/** Sums up looks at a face, oldest first. Looks in which it was not there, or could not be judged, only lower `seen`. */
export function summariseFace(signals: readonly FaceSignal[]): Observed {
  const judged = signals.flatMap(({ quality, blendshapes, expression }) => (blendshapes && expression ? [{ quality, blendshapes, expression }] : []));
  const means = BLENDSHAPES.map((_, at) => meanOf(judged.map(({ blendshapes }) => blendshapes[at] ?? 0)));
  const spreads = BLENDSHAPES.map((_, at) => Math.sqrt(Math.max(0, meanOf(judged.map(({ blendshapes }) => ((blendshapes[at] ?? 0) - means[at]!) ** 2)))));
  return {
    sense: 'face', seconds: spanOf(signals), looks: signals.length, seen: signals.length === 0 ? 0 : judged.length / signals.length, quality: unit(meanOf(judged.map(({ quality }) => quality))),
    head: meanHead(judged.map(({ expression }) => expression.whole)), traits: judged.length === 0 ? [...means, ...spreads].map(() => null) : [...means, ...spreads].map(rounded),
  };
}

/** Sums up what was heard of one utterance, oldest first. The head listens to the whole utterance so far, so that its last word counts. */
export function summariseVoice(signals: readonly VoiceSignal[]): Observed {
  const spoken = signals.filter(({ speaking }) => speaking);
  const last = spoken.findLast(({ expression }) => expression !== null);
  const mean = (pick: (signal: VoiceSignal) => number | null): number | null => {
    const values = spoken.map(pick).filter((value) => value !== null);
    return values.length === 0 ? null : rounded(meanOf(values));
  };
  const said = last?.expression ?? null;
  return {
    sense: 'voice', seconds: spoken.length === 0 ? 0 : spanOf(spoken) + spoken[0]!.window, looks: spoken.length, seen: spoken.length === 0 ? 0 : spoken.filter(({ expression }) => expression !== null).length / spoken.length,
    quality: unit(meanOf(spoken.map(({ quality }) => quality))), head: said && meanHead([said.emotions]),
    traits: [mean(({ loudness }) => loudness), mean(({ pitch }) => pitch), mean(({ pitchRange }) => pitchRange), mean(({ voicedRatio }) => voicedRatio), ...(['valence', 'arousal', 'dominance'] as const).map((axis) => said && rounded(said[axis].mean))],
  };
}

/** Sums up a message. Of its words only how many fell into each bucket is told. */
export function summariseWords(text: string, { emotions, valence, arousal, dominance, cues }: Pick<ReadMessage, 'emotions' | 'valence' | 'arousal' | 'dominance' | 'cues'>): Observed {
  return { sense: 'text', seconds: 0, looks: 1, seen: 1, quality: 1, head: meanHead([emotions]), traits: [rounded(valence.mean), rounded(arousal.mean), rounded(dominance.mean), cues, ...wordBuckets(text)] };
}

/** The mean of several answers; rounded so that the largest takes what the others leave, and the sum stays 1. */
function meanHead(answers: readonly EmotionDistribution[]): readonly number[] | null {
  if (answers.length === 0) return null;
  const chances = EMOTIONS.map((emotion) => rounded(meanOf(answers.map((each) => each[emotion]))));
  const most = chances.indexOf(Math.max(...chances));
  const others = chances.reduce((sum, each, at) => (at === most ? sum : sum + each), 0);
  return chances.map((each, at) => (at === most ? unit(rounded(1 - others)) : each));
}

function spanOf(signals: readonly { readonly at: number }[]): number {
  return signals.length === 0 ? 0 : rounded(Math.max(0, signals.at(-1)!.at - signals[0]!.at));
}

function meanOf(values: readonly number[]): number {
  return values.length === 0 ? 0 : values.reduce((sum, each) => sum + each, 0) / values.length;
}

/** Four digits are more than any of it is worth. */
function rounded(value: number): number {
  return Math.round(value * 1e4) / 1e4;
}

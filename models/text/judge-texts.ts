import { EKMAN, EMOTION_OF_LABEL, TEXT_LABELS } from '../../src/browser/text/labels.ts';
import type { TextAnalysis } from '../../src/browser/text/text-analysis.ts';
import { EMOTIONS, type Emotion } from '../../src/index.ts';
import type { Answer } from '../../src/learn/metrics/answers.ts';
import type { MultiLabel } from '../../src/learn/metrics/multi-label.ts';
import type { Comment } from '../../scripts/texts/corpora.ts';

/** The emotions that a comment's labels count to, each once. */
export function emotionsOf({ labels }: Comment): Emotion[] {
  return [...new Set(labels.map((label) => EMOTION_OF_LABEL[TEXT_LABELS[label]!]))];
}

/** GoEmotions' 28 labels beside what was said of them. A text of which nothing is known has none. */
export function multiLabelOf(comments: readonly Comment[], analyses: readonly TextAnalysis[]): MultiLabel {
  const truth = new Uint8Array(comments.length * TEXT_LABELS.length);
  const scores = new Float32Array(truth.length);
  comments.forEach(({ labels }, i) => {
    for (const label of labels) truth[i * TEXT_LABELS.length + label] = 1;
    TEXT_LABELS.forEach((label, column) => { scores[i * TEXT_LABELS.length + column] = analyses[i]!.labels?.[label] ?? 0; });
  });
  return { labels: TEXT_LABELS, truth, scores };
}

/** The same for Ekman's groups, as the paper of GoEmotions scores them: a comment has each group that one of its labels counts to. */
export function ekmanOf(comments: readonly Comment[], analyses: readonly TextAnalysis[]): MultiLabel {
  const truth = new Uint8Array(comments.length * EKMAN.length);
  const scores = new Float32Array(truth.length);
  comments.forEach((comment, i) => {
    for (const emotion of emotionsOf(comment)) truth[i * EKMAN.length + EKMAN.findIndex((each) => each === emotion)] = 1;
    EKMAN.forEach((emotion, column) => { scores[i * EKMAN.length + column] = groupScore(analyses[i]!, emotion); });
  });
  return { labels: EKMAN, truth, scores };
}

/** Half the chance that any label of the group is there, half what is said of the emotion itself. */
function groupScore({ labels, emotions }: TextAnalysis, emotion: Emotion): number {
  const none = labels ? TEXT_LABELS.reduce((product, label) => (EMOTION_OF_LABEL[label] === emotion ? product * (1 - labels[label]) : product), 1) : 1;
  return (1 - none + emotions[emotion]) / 2;
}

/** What an analysis says of the eight emotions; null where it knows nothing. */
export function answerOf({ known, emotions }: TextAnalysis): Answer {
  return known === 0 ? null : EMOTIONS.map((emotion) => emotions[emotion]);
}

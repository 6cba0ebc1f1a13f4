import type { SkillParameters } from './lesson.ts';

/** What came of a fit: the parameters, and the logarithm of how likely the answers are by them. */
export interface KnowledgeFit {
  readonly parameters: SkillParameters;
  readonly logLikelihood: number;
}

/** Beyond these a guess says more than knowing does, and the two states change places (Baker, Corbett & Aleven 2008). */
const BOUNDS: Readonly<Record<keyof SkillParameters, readonly [number, number]>> = { prior: [0.01, 0.99], learn: [0.01, 0.9], guess: [0.01, 0.5], slip: [0.01, 0.4] };
const BEGINNING: SkillParameters = { prior: 0.3, learn: 0.2, guess: 0.2, slip: 0.1 };

/**
 * Fits the parameters of a skill to answers of several learners, by expectation maximisation (Baum & Welch) from one beginning.
 *
 * @param sequences for each learner whether the first answer to each exercise of the skill was right, in their order
 * @param rounds at most; it ends where the likelihood hardly grows
 */
export function fitKnowledge(sequences: readonly (readonly boolean[])[], rounds = 200): KnowledgeFit {
  let parameters = BEGINNING;
  let logLikelihood = Number.NEGATIVE_INFINITY;
  for (let round = 0; round < rounds; round += 1) {
    const counts = expect(sequences, parameters);
    const grown = counts.logLikelihood - logLikelihood;
    logLikelihood = counts.logLikelihood;
    if (grown < 1e-7 * sequences.length) break;
    parameters = {
      prior: share(counts.knewFirst, sequences.length, 'prior', parameters), learn: share(counts.learnt, counts.couldLearn, 'learn', parameters),
      guess: share(counts.guessed, counts.unknown, 'guess', parameters), slip: share(counts.slipped, counts.known, 'slip', parameters),
    };
  }
  return { parameters, logLikelihood };
}

function share(part: number, whole: number, name: keyof SkillParameters, before: SkillParameters): number {
  const [least, most] = BOUNDS[name];
  return whole < 1e-9 ? before[name] : Math.min(most, Math.max(least, part / whole));
}

/** How often each thing is to be expected, by the forward and backward chances of knowing. */
function expect(sequences: readonly (readonly boolean[])[], { prior, learn, guess, slip }: SkillParameters) {
  const counts = { logLikelihood: 0, knewFirst: 0, learnt: 0, couldLearn: 0, guessed: 0, unknown: 0, slipped: 0, known: 0 };
  for (const answers of sequences) {
    const emits = answers.map((right) => (right ? [guess, 1 - slip] : [1 - guess, slip]) as readonly [number, number]);
    const forward: (readonly [number, number])[] = [];
    const scales: number[] = [];
    emits.forEach(([ifUnknown, ifKnown], at) => {
      const [unknown, known] = at === 0 ? [1 - prior, prior] : [forward[at - 1]![0] * (1 - learn), forward[at - 1]![1] + forward[at - 1]![0] * learn];
      const scale = unknown * ifUnknown + known * ifKnown;
      scales.push(scale);
      forward.push([unknown * ifUnknown / scale, known * ifKnown / scale]);
      counts.logLikelihood += Math.log(scale);
    });
    let backward: readonly [number, number] = [1, 1];
    for (let at = answers.length - 1; at >= 0; at -= 1) {
      const [unknown, known] = [forward[at]![0] * backward[0], forward[at]![1] * backward[1]];
      counts.unknown += unknown;
      counts.known += known;
      if (answers[at]) counts.guessed += unknown;
      else counts.slipped += known;
      if (at === 0) {
        counts.knewFirst += known;
        break;
      }
      const [ifUnknown, ifKnown] = emits[at]!;
      const before = forward[at - 1]!;
      const stays = before[0] * (1 - learn) * ifUnknown * backward[0] / scales[at]!;
      const learns = before[0] * learn * ifKnown * backward[1] / scales[at]!;
      counts.learnt += learns;
      counts.couldLearn += stays + learns;
      backward = [((1 - learn) * ifUnknown * backward[0] + learn * ifKnown * backward[1]) / scales[at]!, ifKnown * backward[1] / scales[at]!];
    }
  }
  return counts;
}

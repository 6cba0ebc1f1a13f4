import { EMOTIONS, type EmotionDistribution } from '../affect/emotion.ts';
import { AttuneError } from '../problem.ts';
import type { EmotionFuser } from './emotion-fuser.ts';

/** Probabilities sum to 1 as nearly as this. */
const NEARLY = 1e-3;

/**
 * A fuser that answers with a distribution or not at all: where it throws or says something else, it has no answer, and face and voice
 * are weighted. Replays guard theirs in the same way.
 *
 * @param onFault hears what was wrong, once
 */
export function guardFuser(fuser: EmotionFuser, onFault: (fault: unknown) => void = () => undefined): EmotionFuser {
  let complained = false;
  function complain(fault: unknown): null {
    if (!complained) onFault(fault);
    complained = true;
    return null;
  }
  return {
    name: fuser.name,
    fuse(said) {
      let answer: EmotionDistribution | null;
      try {
        answer = fuser.fuse(said);
      } catch (thrown) {
        return complain(thrown);
      }
      return answer === null || isDistribution(answer) ? answer : complain(new AttuneError('model-missing', `Expected probabilities of the eight emotions from the fuser "${fuser.name}", but got something else, so face and voice are weighted there. Load its net anew.`));
    },
  };
}

function isDistribution(value: unknown): value is EmotionDistribution {
  if (typeof value !== 'object' || value === null) return false;
  let sum = 0;
  for (const emotion of EMOTIONS) {
    const probability = (value as Partial<Record<string, unknown>>)[emotion];
    if (!(typeof probability === 'number' && probability >= 0)) return false;
    sum += probability;
  }
  return Math.abs(sum - 1) <= NEARLY;
}

import type { Unit } from '../../core/index.ts';
import { END, findLoop, START } from './tokens.ts';

/** Has a model read one more token, the last one that it wrote. */
export type Step<State> = (state: State, token: number) => Promise<{ readonly logits: Float32Array; readonly state: State }>;

/** Tokens without their end, and the chance that the model gave each of them and the end. */
export interface Written {
  readonly tokens: readonly number[];
  readonly chances: readonly Unit[];
}

interface Hypothesis<State> extends Written {
  readonly state: State;
  /** The sum of the logarithms of the chances. */
  readonly sum: number;
}

export interface BeamLimits {
  /** How many hypotheses are followed at once. */
  readonly width: number;
  /** How many tokens a text may have, its end included. */
  readonly most: number;
  /** Asked between steps; once it says no, the work is given up. */
  readonly wanted: () => boolean;
}

/**
 * Looks for the text of at least one token with the highest mean log-chance of its tokens. A hypothesis that goes round in
 * circles is left. They are stepped one after another: in a batch, Moonshine's quantised decoder scales them together, and so
 * each would depend on the others.
 *
 * @returns null when it was given up, or nothing came to an end by itself
 */
export async function searchBeams<State>(step: Step<State>, start: State, { width, most, wanted }: BeamLimits): Promise<Written | null> {
  let live: Hypothesis<State>[] = [{ tokens: [], chances: [], state: start, sum: 0 }];
  let best: Hypothesis<State> | null = null;
  for (let length = 0; length < most && live[0] && (best === null || mean(live[0]) > mean(best)); length += 1) {
    const grown: Hypothesis<State>[] = [];
    for (const { tokens, chances, state: before, sum } of live) {
      if (!wanted()) return null;
      const { logits, state } = await step(before, tokens.at(-1) ?? START);
      for (const { token, chance } of likeliest(logits, width + 1, length === 0 ? END : null)) {
        grown.push({ tokens: [...tokens, token], chances: [...chances, chance], state, sum: sum + Math.log(chance) });
      }
    }
    grown.sort((a, b) => b.sum - a.sum);
    for (const each of grown.slice(0, width)) if (hasEnded(each) && (best === null || mean(each) > mean(best))) best = each;
    live = grown.filter((each) => !hasEnded(each)).slice(0, width).filter(({ tokens }) => findLoop(tokens) === null);
  }
  return best && { tokens: best.tokens.slice(0, -1), chances: best.chances };
}

const mean = ({ sum, chances }: Hypothesis<unknown>): number => sum / chances.length;

const hasEnded = ({ tokens }: Written): boolean => tokens.at(-1) === END;

/** The likeliest tokens but for `without`, from the likeliest on, and their chances among all. */
export function likeliest(logits: Float32Array, count: number, without: number | null): { readonly token: number; readonly chance: Unit }[] {
  const top: number[] = [];
  for (let i = 0; i < logits.length; i += 1) {
    if (i === without || (top.length === count && logits[i]! <= logits[top.at(-1)!]!)) continue;
    const place = top.findIndex((other) => logits[i]! > logits[other]!);
    top.splice(place < 0 ? top.length : place, 0, i);
    top.length = Math.min(top.length, count);
  }
  const highest = logits.reduce((most, logit) => Math.max(most, logit), Number.NEGATIVE_INFINITY);
  const sum = logits.reduce((total, logit) => total + Math.exp(logit - highest), 0);
  return top.map((token) => ({ token, chance: Math.exp(logits[token]! - highest) / sum }));
}

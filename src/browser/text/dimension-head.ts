import { type AffectDimensions, belief } from '../../core/index.ts';
import { createPerceptron } from '../nets/dense.ts';
import type { Net } from '../nets/net-file.ts';
import { FULL_INPUTS, writeInputs } from './full-head.ts';
import { createNgramHead } from './ngram-head.ts';
import type { Ngrams } from './ngrams.ts';

/** Embedding and scores as the full head sees them, what n-grams alone say, and what was read without this head. */
export const DIMENSION_INPUTS = FULL_INPUTS + 6;
/** How many of EmoBank's points from the middle of its scale, 3, are the end of ours: its raters hardly ever went further. */
export const POINTS = 1.5;

/** What is read without this head lies farther from the middle than readers' ratings, about by this factor. */
const SPREAD = 0.65;
/** How much of what rules say of capitals and measures is added; of 0.15, 0.3 and 0.65 the first two cost EmoBank's dev part nothing. */
const EMPHASIS = 0.25;

interface DimensionSettings {
  readonly members: number;
  readonly hidden: number;
  /** Of valence, arousal and dominance, as it was found on texts that were not learnt from. */
  readonly variances: readonly [number, number, number];
  /** How much of the result is this head's where a negation, a question or an emoji turns what the words say, which embeddings hardly hear. */
  readonly shareTurned: number;
  /** The same for valence where nothing turns them: words and rules alone are surer of the sign of a short message. */
  readonly sharePlain: number;
}

export interface DimensionSource {
  readonly embedding: ArrayLike<number>;
  /** The light head's scores. */
  readonly scores: Float32Array;
  readonly ngrams: Pick<Ngrams, 'hashes'>;
  /** What was read without this head, by the light model and by the full one: all of it of the text without how strongly it is meant. */
  readonly light: AffectDimensions;
  readonly calm: AffectDimensions;
  /** What the full model read of the text as it stands. */
  readonly full: AffectDimensions;
}

/** @param turned whether a negation, a question or an emoji turns what the words say */
export type DimensionHead = (source: DimensionSource, turned: boolean) => AffectDimensions;

/** Writes what the perceptrons see. @param ngrams what n-grams say of valence, arousal and dominance, in standard deviations */
export function writeDimensionInputs({ embedding, scores, light }: Omit<DimensionSource, 'ngrams' | 'calm' | 'full'>, ngrams: ArrayLike<number>, into: Float32Array): void {
  writeInputs(embedding, scores, into);
  [light.valence, light.arousal, light.dominance].forEach(({ mean }, i) => {
    into[FULL_INPUTS + i] = 2 * ngrams[i]!;
    into[FULL_INPUTS + 3 + i] = 3 * mean;
  });
}

/**
 * Valence, arousal and dominance as readers rate them, from embeddings and n-grams.
 *
 * @throws {AttuneError} `asset-wrong` when a tensor is missing or of another shape
 */
export function createDimensionHead(net: Net): DimensionHead {
  const { members, hidden, variances, shareTurned, sharePlain } = net.settings as unknown as DimensionSettings;
  const [means, spreads] = [net.settings['means'] as readonly number[], net.settings['spreads'] as readonly number[]];
  const ngramHead = createNgramHead(net, 'en', 3);
  const perceptrons = Array.from({ length: members }, (_, i) => createPerceptron(net, `member${i}`, [DIMENSION_INPUTS, hidden, 3]));
  const inputs = new Float32Array(DIMENSION_INPUTS);
  return (source, turned) => {
    writeDimensionInputs(source, ngramHead.score(ngramHead.find(source.ngrams)), inputs);
    const rated = [0, 0, 0];
    for (const perceptron of perceptrons) perceptron.run(inputs).forEach((value, i) => { rated[i] = rated[i]! + value / members; });
    const of = (i: 0 | 1 | 2, name: keyof AffectDimensions) => {
      const own = turned ? shareTurned : name === 'valence' ? sharePlain : 1;
      const mean = (means[i]! + spreads[i]! * rated[i]! - 3) / POINTS;
      // How strongly it is meant is told by rules alone.
      const stronger = source.full[name].mean - source.calm[name].mean;
      return belief(own * mean + (1 - own) * SPREAD * source.calm[name].mean + EMPHASIS * stronger, variances[i]);
    };
    return { valence: of(0, 'valence'), arousal: of(1, 'arousal'), dominance: of(2, 'dominance') };
  };
}

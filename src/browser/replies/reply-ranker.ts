import { AttuneError, type DialogueRequest, type Language, LANGUAGES } from '../../core/index.ts';
import { type Net, tensorOf } from '../nets/net-file.ts';
import { countWords, LENGTH_FROM, readReply, REPLY_FEATURES } from './reply-features.ts';

/** A candidate reply with the rating that people would give it, as the net estimates. */
export interface RankedReply {
  readonly text: string;
  /** How empathetic people would find it: 0 not at all, 1 weakly, 2 strongly; null where it says no word. */
  readonly rating: number | null;
  /** The same as if every reply were as long as usual, so that saying more is no merit; this is what ranks. */
  readonly tone: number | null;
}

/** Puts candidate replies in order by how empathetic they sound. */
export interface ReplyRanker {
  /**
   * Puts candidates in order, the most empathetic first; those that say no word come last, and equals keep their order.
   *
   * It reads nothing but the candidates: whether they answer what the player said is for whoever found them to see to.
   */
  rank(request: Pick<DialogueRequest, 'language'>, candidates: readonly string[]): readonly RankedReply[];
}

/** The scale that people rated on. */
const MOST = 2;
/** Below every tone. */
const LAST = -Number.MAX_VALUE;

interface Scale {
  readonly weights: Float32Array;
  readonly usual: Float32Array;
  readonly bias: number;
}

/**
 * Makes the ranker of models/replies/net.json: a weighted sum of what a reply does for somebody, in words that do it.
 *
 * @throws {AttuneError} `asset-wrong` when weights are of another shape
 */
export function createReplyRanker(net: Net): ReplyRanker {
  const size = [REPLY_FEATURES.length];
  const scales = new Map<Language, Scale>(LANGUAGES.map((language) => [language, {
    weights: tensorOf(net, `${language}/weights`, size), usual: tensorOf(net, `${language}/usual`, size), bias: tensorOf(net, `${language}/bias`, [1])[0]!,
  }]));

  function rate(text: string, language: Language, { weights, usual, bias }: Scale): RankedReply {
    if (countWords(text, language) === 0) return { text, rating: null, tone: null };
    const features = readReply(text, language);
    const worth = (from: number, to: number): number => {
      let sum = 0;
      for (let i = from; i < to; i += 1) sum += weights[i]! * (features[i]! - usual[i]!);
      return sum;
    };
    const tone = bias + worth(0, LENGTH_FROM);
    return { text, rating: Math.min(MOST, Math.max(0, tone + worth(LENGTH_FROM, features.length))), tone };
  }

  return {
    rank({ language }, candidates) {
      const scale = scales.get(language);
      if (!scale) throw new AttuneError('bad-input', `Expected a language of ${LANGUAGES.join(' or ')} to rank replies in, but got ${JSON.stringify(language)}. Pass the request as the dialogue was asked.`);
      return candidates.map((text) => rate(text, language, scale)).toSorted((a, b) => (b.tone ?? LAST) - (a.tone ?? LAST));
    },
  };
}

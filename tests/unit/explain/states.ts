import { type AffectEstimate, type AffectState, affectOfEmotions, belief, byEmotion, type Emotion, type EmotionDistribution, EMOTIONS, initialState, DEFAULT_CHARACTER, type Sense, UNIFORM, UNKNOWN } from 'attune';

/** A distribution in which the rest is shared evenly. */
export const of = (shares: Partial<Record<Emotion, number>>): EmotionDistribution => {
  const left = 1 - Object.values(shares).reduce((sum, each) => sum + each, 0);
  return byEmotion((emotion) => shares[emotion] ?? left / (EMOTIONS.length - Object.keys(shares).length));
};

const NOW = 120;

/** A view by which a sense holds these emotions. */
export const view = (origin: AffectEstimate['origin'], emotions: EmotionDistribution): AffectEstimate => ({ at: NOW, origin, ...affectOfEmotions(emotions), emotions });

const stranger = initialState({ seed: 1, language: 'en', character: DEFAULT_CHARACTER }, NOW).affect;

interface Told {
  readonly fused?: EmotionDistribution;
  readonly senses?: Partial<Record<Sense, EmotionDistribution>>;
  readonly rest?: Partial<AffectState>;
}

/** A state two minutes into a meeting, tracked for most of it. */
export function stateOf({ fused = UNIFORM, senses = {}, rest = {} }: Told): AffectState {
  return {
    ...stranger, phase: 'tracking', since: 5, felt: 100,
    estimate: fused === UNIFORM ? { ...stranger.estimate, at: NOW } : view('fused', fused),
    senses: Object.fromEntries(Object.entries(senses).map(([sense, emotions]) => [sense, view(sense as Sense, emotions)])),
    ...rest,
  };
}

export const slope = { perSecond: 0, deviation: 0.01 };
export const trend = (direction: 'rising' | 'steady' | 'falling'): AffectState['trend'] => ({ ...stranger.trend, direction, middle: slope });
export const calmAndPleasant = { valence: belief(0.5, 0.1), arousal: belief(-0.4, 0.1), dominance: UNKNOWN } as const;

import { affectOfEmotions, type AffectDimensions, belief, type Belief, type EmotionDistribution, fuseBeliefs, UNKNOWN } from '../../core/index.ts';
import type { Cue } from './find-cues.ts';
import type { Token } from './tokens.ts';
import type { CueWeight } from './weigh-cues.ts';

/** How sure the valence of a single cue of middling strength is, as a variance; several are surer. */
const CUE_VARIANCE = 0.12;
/** How much each of these raises arousal. */
const [STRENGTH, CAPITALS, ELONGATED, EXCLAMATION] = [0.22, 0.2, 0.1, 0.06] as const;
const MOST_EXCLAMATIONS = 3;

/**
 * Valence, arousal and dominance that emotions and cues speak for, and how something is written: strong words, capitals, drawn out
 * letters and exclamation marks are excited.
 */
export function dimensionsOf(emotions: EmotionDistribution, cues: CueWeight, found: readonly Cue[], tokens: readonly Token[]): AffectDimensions {
  const { valence, arousal, dominance } = affectOfEmotions(emotions);
  const said: Belief = cues.mass > 0 ? belief(cues.valence, CUE_VARIANCE / Math.min(2, 0.5 + cues.mass / 4)) : UNKNOWN;
  const raised = arousal.mean + vigour(found, tokens);
  return { valence: cues.mass > 0 ? fuseBeliefs(valence, said) : valence, arousal: belief(raised, arousal.variance), dominance };
}

function vigour(cues: readonly Cue[], tokens: readonly Token[]): number {
  const felt = cues.filter(({ sense }) => sense === 'plain');
  const degree = felt.reduce((most, cue) => Math.max(most, Math.log(cue.degree)), felt.length > 0 ? -1 : 0);
  const strength = felt.length > 0 ? Math.max(-1, degree, Math.min(...felt.map((cue) => Math.log(cue.degree)))) : 0;
  const words = tokens.filter(({ kind }) => kind === 'word');
  const capitals = words.some((word) => word.capitals) ? 1 : 0;
  const elongated = tokens.some((token) => token.elongated) ? 1 : 0;
  const exclamations = tokens.reduce((sum, { form }) => sum + (/^[!！]$/.test(form) ? 1 : /^(?:!!|\?!)$/.test(form) ? 2 : 0), 0);
  return STRENGTH * strength + CAPITALS * capitals + ELONGATED * elongated + EXCLAMATION * Math.min(MOST_EXCLAMATIONS, exclamations);
}

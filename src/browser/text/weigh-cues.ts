import { byEmotion, EMOTIONS, type Emotion } from '../../core/index.ts';
import type { Cue } from './find-cues.ts';

/** What cues say together: how far they speak for each emotion, in logarithms of odds, and how pleasant they are. */
export interface CueWeight {
  readonly emotions: Record<Emotion, number>;
  /** In (-1, 1); as VADER scales its sum. */
  readonly valence: number;
  /** How much was said at all, whichever way. */
  readonly mass: number;
}

type Turn = Readonly<Partial<Record<Emotion, number>>>;

/** What a denied emotion speaks for, and against: not happy is sad; not sad is little more than neutral. */
const DENIED: Readonly<Record<Emotion, Turn>> = {
  neutral: { neutral: -0.5 },
  happiness: { happiness: -1.2, sadness: 0.7, anger: 0.3 },
  sadness: { sadness: -1.2, neutral: 0.5, happiness: 0.3 },
  anger: { anger: -1.2, neutral: 0.6, happiness: 0.1 },
  disgust: { disgust: -1.2, neutral: 0.5, happiness: 0.1 },
  fear: { fear: -1.2, neutral: 0.5, happiness: 0.3 },
  surprise: { surprise: -1.2, neutral: 0.6 },
  contempt: { contempt: -1, neutral: 0.4 },
};

/** The same for what has no emotion of its own, for each point of its valence. */
const PLEASANT: Turn = { happiness: 0.3, neutral: -0.1 };
const UNPLEASANT: Turn = { sadness: 0.2, anger: 0.2, disgust: 0.08, fear: 0.06, neutral: -0.15 };

/** What asking after an emotion speaks for. */
const ASKED: Turn = { neutral: 0.5, surprise: 0.2 };

/** The rarer an emotion is in what the heads learned from, the more its own words must say against that. */
const RARITY: Readonly<Record<Emotion, number>> = { neutral: 1, happiness: 1, surprise: 1.3, sadness: 1.5, anger: 1.2, disgust: 3.2, fear: 2.4, contempt: 3.2 };

/** A plain cue's weight, and that of an emoji, which tells how all the rest is meant. */
const [WORD, DRAWN] = [1, 3.6] as const;
/** A negation turns a valence and weakens it (VADER's own factor). */
const TURNED = -0.74;
/** Pleasant words beside a displeased emoji, and the reverse, are hardly meant. */
const IRONY = 0.25;
/** VADER's scale of sums. */
const ALPHA = 15;

/** @param worth how much a cue's clause counts */
export function weighCues(cues: readonly Cue[], worth: (cue: Cue) => number = () => 1): CueWeight {
  const emotions = byEmotion(() => 0);
  const drawn = cues.filter((cue) => cue.drawn).reduce((total, cue) => total + cue.valence, 0);
  let [sum, mass] = [0, 0];
  for (const cue of cues) {
    const irony = !cue.drawn && drawn * cue.valence * (cue.sense === 'denied' ? -1 : 1) < 0 ? IRONY : 1;
    const strength = irony * worth(cue) * cue.degree * (cue.drawn ? DRAWN : WORD);
    mass += strength;
    sum += irony * worth(cue) * cue.degree ** 0.8 * cue.valence * (cue.drawn ? 1.5 : 1) * (cue.sense === 'denied' ? TURNED : cue.sense === 'asked' ? 0 : 1);
    const turn = turnOf(cue);
    for (const emotion of EMOTIONS) emotions[emotion] += strength * (turn[emotion] ?? 0);
  }
  // Many cues agree without end; their weight does not grow without end.
  return { emotions: byEmotion((emotion) => 8 * Math.tanh(emotions[emotion] / 8)), valence: sum / Math.sqrt(sum * sum + ALPHA), mass };
}

function turnOf({ emotion, valence, sense }: Cue): Turn {
  if (sense === 'asked') return emotion ? { ...ASKED, [emotion]: -0.8 } : ASKED;
  if (emotion) return sense === 'denied' ? DENIED[emotion] : { [emotion]: RARITY[emotion], ...(emotion !== 'neutral' && { neutral: -0.3 }) };
  const pleasant = valence > 0 === (sense !== 'denied');
  const size = Math.abs(valence) * (sense === 'denied' ? 0.6 : 1);
  const turn = pleasant ? PLEASANT : UNPLEASANT;
  return Object.fromEntries(Object.entries(turn).map(([each, weight]) => [each, weight * size]));
}

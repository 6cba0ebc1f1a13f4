import { type AffectEstimate, type AffectState, certainty, type Emotion, EMOTIONS, type Evidence, likeliest, type Phase, type Seconds, type Sense, SENSES, type Unit } from '../core/index.ts';
import { type Missing, missingOf, type Observed, tells } from './missing.ts';

/** How strongly something may be said. */
export type Degree = 'slight' | 'plain' | 'strong';

/** How sure an explanation may sound, by the probability of what it tells; the bounds are {@link SURE}. */
export type Sureness = 'guess' | 'open' | 'fair' | 'high';

/** Where the feeling is going: valence over the last 15 s, else the turning points of the episode. */
export type Course = 'brighter' | 'heavier' | 'peak' | 'eased' | 'steady';

/** What one sense says by itself. */
export interface SenseFinding {
  readonly sense: Sense;
  /** What it says; two where it tells of both of two mixed feelings. */
  readonly emotions: readonly [Emotion, ...Emotion[]];
  readonly degree: Exclude<Degree, 'strong'>;
  /** Strongest first. */
  readonly cues: readonly Evidence[];
  /** How many words of the last message carry feeling; null where that is not known. */
  readonly words: number | null;
}

/** What is to be explained of a state, before any language. */
export interface Findings {
  readonly phase: Phase;
  /** What the player appears to feel: two where feelings are mixed, the likelier first; none where nothing stands out. */
  readonly felt: readonly { readonly emotion: Emotion; readonly degree: Degree }[];
  readonly sureness: Sureness;
  /** What it might be as well; null where nothing else comes near. */
  readonly otherwise: Emotion | null;
  /** How things seem where nothing stands out: -1, 0 or 1; 0 also where that is not known. */
  readonly pleasant: -1 | 0 | 1;
  readonly excited: -1 | 0 | 1;
  readonly lasted: Seconds;
  readonly course: Course | null;
  /** How long ago the feeling was at its strongest; null where none lasts. */
  readonly peakAgo: Seconds | null;
  /** What was felt before, and for how long it has not shown, where nothing stands out now. */
  readonly passed: { readonly emotion: Emotion; readonly ago: Seconds } | null;
  readonly supports: readonly SenseFinding[];
  /** Senses that say something else and are not part of the conflict. */
  readonly against: readonly SenseFinding[];
  readonly conflict: { readonly strong: boolean; readonly pleased: SenseFinding; readonly displeased: SenseFinding } | null;
  readonly missing: readonly Missing[];
}

/** From these probabilities on what is told is no guess, is fairly sure, is sure. */
export const SURE = { open: 0.4, fair: 0.6, high: 0.8 } as const;

/** A sense says something from here on; chance is one in eight. */
const SAYS = 0.3;
/** And it still says what is nearly as likely as its likeliest. */
const NEARLY = 0.75;
/** From here on the senses contradict each other enough to say so. */
export const CONFLICTING = 0.3;
const STRONGLY_CONFLICTING = 0.6;
/** A dimension leans to one side from here on, if it is this certain. */
const LEANS = 0.15;
const LEANS_SURELY = 0.25;
/** A peak is this recent. */
const JUST: Seconds = 3;
const EASED = 0.8;
/** Of two feelings, one that is less likely than this share of the other is told as the weaker. */
const WEAKER = 0.7;
/** What one sense says is put mildly under this probability. */
const MILDLY = 0.45;

/** Tells facts from a state. Never surer than the state is. */
export function findingsOf(state: AffectState, observed: Observed = {}): Findings {
  const { phase, estimate, episode, conflict } = state;
  const now = estimate.at;
  const emotions = feltOf(state);
  const told = SENSES.flatMap((sense) => state.senses[sense] ?? []);
  const supports = told.flatMap((view) => {
    const [first, ...others] = emotions.filter((each) => says(view, each, observed)).sort((a, b) => view.emotions[b] - view.emotions[a]);
    return first ? [findingOf(view, [first, ...others], state, observed)] : [];
  });
  const between = phase !== 'absent' && conflict.degree >= CONFLICTING ? conflict.between : null;
  const against = told.filter((view) => view.emotions[likeliest(view.emotions)] >= SAYS)
    .map((view) => findingOf(view, [likeliest(view.emotions)], state, observed))
    .filter(({ sense }) => phase === 'tracking' && !supports.some((each) => each.sense === sense) && !between?.includes(sense));
  const [pleased, displeased] = between?.map((sense) => state.senses[sense]) ?? [];
  return {
    phase,
    felt: emotions.map((emotion, index) => ({ emotion, degree: index > 0 && estimate.emotions[emotion] < WEAKER * estimate.emotions[emotions[0]!] ? 'slight' : degreeOf(state.intensity) })),
    sureness: surenessOf(emotions, state),
    otherwise: otherwiseOf(emotions, estimate),
    pleasant: leaning(estimate.valence),
    excited: leaning(estimate.arousal),
    lasted: Math.max(0, now - (state.mixed?.since ?? state.felt)),
    course: phase === 'tracking' ? courseOf(state, (['face', 'voice'] as const).some((sense) => tells(state.senses[sense]))) : null,
    peakAgo: episode && episode.recovered === null ? Math.max(0, now - episode.peakAt) : null,
    passed: phase === 'tracking' && emotions.length === 0 && episode && episode.recovered !== null && episode.category !== 'mixed' ? { emotion: episode.category, ago: Math.max(0, now - episode.recovered) } : null,
    supports: supports.sort((a, b) => weightOf(state, b) - weightOf(state, a)),
    against,
    conflict: pleased && displeased ? { strong: conflict.degree >= STRONGLY_CONFLICTING, pleased: sideOf(pleased, 1, state, observed), displeased: sideOf(displeased, -1, state, observed) } : null,
    missing: missingOf(state, observed),
  };
}

/** What the player appears to feel, the likeliest first. */
function feltOf({ phase, mixed, category, estimate }: AffectState): readonly Emotion[] {
  if (phase !== 'tracking') return [];
  if (mixed) return [...mixed.emotions].sort((a, b) => estimate.emotions[b] - estimate.emotions[a]);
  return category === null || category === 'mixed' ? [] : [category];
}

function says({ origin, emotions }: AffectEstimate, emotion: Emotion, { signals }: Observed): boolean {
  const { text } = signals ?? {};
  const both = origin === 'text' && text?.kind === 'text' ? text.reading.both : null;
  return both?.one === emotion || both?.other === emotion || emotions[emotion] >= Math.max(SAYS, NEARLY * emotions[likeliest(emotions)]);
}

/** What a sense says, with its cues. */
function findingOf({ origin, emotions: own }: AffectEstimate, emotions: SenseFinding['emotions'], { because }: AffectState, { signals }: Observed): SenseFinding {
  const sense = origin as Sense;
  const text = sense === 'text' ? signals?.text : undefined;
  return {
    sense, emotions, degree: own[emotions[0]] < MILDLY ? 'slight' : 'plain', cues: because.filter((each) => each.sense === sense),
    words: text?.kind === 'text' && text.reading.cues > 0 ? Math.round(text.reading.cues) : null,
  };
}

/** One side of a contradiction: the likeliest emotion that lies on its side of valence. */
function sideOf(view: AffectEstimate, side: 1 | -1, state: AffectState, observed: Observed): SenseFinding {
  const pleasing: readonly Emotion[] = ['happiness'];
  const displeasing: readonly Emotion[] = ['sadness', 'anger', 'disgust', 'fear', 'contempt'];
  const emotion = (side > 0 ? pleasing : displeasing).reduce((best, each) => (view.emotions[each] > view.emotions[best] ? each : best));
  return findingOf(view, [emotion], state, observed);
}

function degreeOf(strength: Unit): Degree {
  return strength < 0.35 ? 'slight' : strength < 0.7 ? 'plain' : 'strong';
}

function surenessOf(felt: readonly Emotion[], { estimate: { emotions }, conflict }: AffectState): Sureness {
  const [first, second] = felt;
  if (!first) return 'guess';
  // Two feelings are no surer than the less likely one lets them be, and where senses disagree nothing is sure.
  const most = conflict.degree >= STRONGLY_CONFLICTING ? SURE.open : conflict.degree >= CONFLICTING ? SURE.fair : 1;
  const probability = Math.min(most, second ? Math.min(emotions[first] + emotions[second], SURE.open + emotions[second]) : emotions[first]);
  return probability >= SURE.high ? 'high' : probability >= SURE.fair ? 'fair' : probability >= SURE.open ? 'open' : 'guess';
}

function otherwiseOf(felt: readonly Emotion[], { emotions }: AffectEstimate): Emotion | null {
  const least = Math.min(...felt.map((emotion) => emotions[emotion]));
  if (felt.length !== 1 || least >= SURE.fair) return null;
  const other = EMOTIONS.filter((emotion) => !felt.includes(emotion)).reduce((best, each) => (emotions[each] > emotions[best] ? each : best));
  return emotions[other] >= Math.max(0.2, 0.6 * least) ? other : null;
}

function leaning(belief: AffectEstimate['valence']): -1 | 0 | 1 {
  if (certainty(belief) < LEANS_SURELY || Math.abs(belief.mean) < LEANS) return 0;
  return belief.mean > 0 ? 1 : -1;
}

/** Only what is watched is known to change; what was said or happened merely grows old, and draws valence to the middle. */
function courseOf({ trend, episode, estimate, intensity, category }: AffectState, watched: boolean): Course | null {
  const { mean } = estimate.valence;
  if (trend.direction === 'rising' && (watched || mean > 0)) return 'brighter';
  if (trend.direction === 'falling' && (watched || mean < 0)) return 'heavier';
  if (category === null || !watched) return null;
  if (episode && episode.recovered === null) {
    if (estimate.at - episode.peakAt <= JUST && estimate.at - episode.onset > JUST) return 'peak';
    if (intensity < EASED * episode.peak && estimate.at - episode.peakAt > JUST) return 'eased';
  }
  return trend.direction === 'steady' && trend.middle ? 'steady' : null;
}

function weightOf({ senses }: AffectState, { sense, emotions }: SenseFinding): Unit {
  return senses[sense]?.emotions[emotions[0]] ?? 0;
}

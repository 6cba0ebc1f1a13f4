import type { Sense } from '../signals/signal.ts';
import type { Seconds, SessionTime, Unit } from '../units.ts';
import { ageBelief, blendBeliefs, type Belief, certainty } from './belief.ts';
import { byEmotion, type Emotion, EMOTIONS, type EmotionDistribution, mix, UNIFORM } from './emotion.ts';
import type { AffectEstimate } from './estimate.ts';

/** One sense's own view of the player, and what is needed to put a late observation in its place. */
export interface Channel {
  readonly view: AffectEstimate;
  /** The same after hardly any averaging, to decide on: who decides gathers evidence over time as it is, and averaging before that only delays. */
  readonly fresh: Shown;
  /** A look that departs from all before it and waits to be borne out by the next. */
  readonly doubtful: AffectEstimate | null;
  /** How far looks usually are from the view; a restless net startles nobody. */
  readonly usual: number;
  /** Where looks have been lately, as seen from the view: noise cancels out in it, and a change does not. */
  readonly drift: Readonly<Record<Emotion, number>>;
  /** The channel as it was before the first of {@link recent}; null when that was the first of all. */
  readonly before: Core | null;
  /** What was observed in the last {@link LATEST} seconds, in the order of capture. */
  readonly recent: readonly AffectEstimate[];
}

type Core = Pick<Channel, 'view' | 'fresh' | 'doubtful' | 'usual' | 'drift'>;

/** What a sense says of emotions alone. */
export type Shown = Pick<AffectEstimate, 'emotions' | 'judged'>;

interface Dynamics {
  /** Time constant of the averaging within a sense while nothing changes; 0 where each observation stands for itself. */
  readonly smoothing: Seconds;
  /** After so long, 1/e of what was observed still tells about now. */
  readonly memory: Seconds;
}

const DYNAMICS: Readonly<Record<Sense, Dynamics>> = {
  face: { smoothing: 1.5, memory: 5 },
  voice: { smoothing: 1, memory: 4 },
  text: { smoothing: 0, memory: 25 },
  context: { smoothing: 0, memory: 12 },
  report: { smoothing: 0, memory: 60 },
  motion: { smoothing: 2, memory: 5 },
};

/** Time constant of the averaging of what is decided on. */
const DECIDED_ON: Seconds = 0.16;

/** An observation may arrive this long after a later one and is still put in its place; older ones are dropped. */
const LATEST: Seconds = 2.5;

/** A look that is farther from the view than this, as a share of all that two looks can differ by, must be borne out. */
const STARTLING = 0.35;

/** Where looks are usually far from the view, one must be so many times as far to be startling. */
const RESTLESS = 2;
/** What is usual is what was so over about this time. */
const USUALLY: Seconds = 2;

/** Where looks have been lately is averaged over this time. */
const LATELY: Seconds = 0.5;
/** A drift of this much, as a share of all that two looks can differ by, halves the time of averaging. */
const CHANGING = 0.12;
const NO_DRIFT = byEmotion(() => 0);

/** How long a startling look waits. Where looks are rarer than this, each counts at once. */
const PATIENCE: Seconds = 0.7;

/**
 * Takes an observation into its sense's channel, wherever in time it belongs.
 *
 * Frames of one camera share their evidence, so within a sense they are averaged over time, by time and
 * not by number: 5 looks a second come to the same as 60. They never add up to certainty; only different
 * senses do that. A single look that departs from all before it changes nothing until the next bears it
 * out, so a grimace of one frame is not a feeling. Where looks keep lying to one side of the view, the
 * player is changing and the averaging is quick; where they scatter around it, it is slow.
 */
export function updateChannel(channel: Channel | undefined, observed: AffectEstimate): Channel {
  if (!channel) return { ...begun(observed), before: null, recent: [observed] };
  const newest = channel.recent.at(-1)!;
  if (observed.at > newest.at) return forgetOld({ ...channel, ...take(channel, observed), recent: [...channel.recent, observed] });
  if (observed.at < newest.at - LATEST || (channel.before && observed.at <= channel.before.view.at)) return channel;
  return replayed(channel.before, [...channel.recent, observed].sort(inOrder));
}

/** What a sense's view still tells at `now`. */
export function ageView(view: AffectEstimate, now: SessionTime): AffectEstimate {
  if (view.origin === 'fused') return view;
  const { memory } = DYNAMICS[view.origin];
  const age = Math.max(0, now - view.at);
  return {
    at: Math.max(now, view.at),
    origin: view.origin,
    valence: ageBelief(view.valence, age, memory),
    arousal: ageBelief(view.arousal, age, memory),
    dominance: ageBelief(view.dominance, age, memory),
    ...blendShown(view, NOTHING, 1 - stillHolds(view.origin, age)),
  };
}

/** The share of what a sense observed that still holds after a time. */
export function stillHolds(sense: Sense, age: Seconds): Unit {
  return Math.exp(-Math.max(0, age) / DYNAMICS[sense].memory);
}

/** What is to be decided on of a sense at `now`. */
export function ageFresh({ view: { at, origin }, fresh }: Channel, now: SessionTime): Shown {
  return blendShown(fresh, NOTHING, 1 - stillHolds(origin as Sense, now - at));
}

function begun(view: AffectEstimate): Core {
  return { view, fresh: view, doubtful: null, usual: 0, drift: NO_DRIFT };
}

function take({ view, fresh, doubtful, usual: before, drift: from }: Core, observed: AffectEstimate): Core {
  const { smoothing: still } = DYNAMICS[observed.origin as Sense];
  if (still === 0) return begun(replaceKnown(ageView(view, observed.at), observed));
  const gap = observed.at - view.at;
  const far = distance(view, observed);
  const turn = 1 - Math.exp(-gap / LATELY);
  const drift = byEmotion((emotion) => from[emotion] + turn * (observed.emotions[emotion] - view.emotions[emotion] - from[emotion]));
  const moved = EMOTIONS.reduce((sum, emotion) => sum + Math.abs(drift[emotion]), 0) / 2;
  const smoothing = still / (1 + (moved / CHANGING) ** 2);
  const usual = before + (far - before) * (1 - Math.exp(-gap / USUALLY));
  const believed = gap > PATIENCE || far <= Math.max(STARTLING, RESTLESS * before) ? [observed] : doubtful && distance(doubtful, observed) < far ? [doubtful, observed] : null;
  if (!believed) return { view, fresh, doubtful: observed, usual, drift: from };
  const averaged = believed.reduce((so, look) => average(so, look, smoothing), { view, fresh });
  return { ...averaged, doubtful: null, usual, drift };
}

/** What is averaged away needs no ageing besides: the averaging forgets faster. */
function average({ view, fresh }: Pick<Core, 'view' | 'fresh'>, observed: AffectEstimate, smoothing: Seconds): Pick<Core, 'view' | 'fresh'> {
  const share = (time: Seconds): number => 1 - Math.exp(-Math.min(PATIENCE, observed.at - view.at) / time);
  return { view: { ...blendEstimates(view, observed, share(smoothing)), at: observed.at }, fresh: blendShown(fresh, observed, share(DECIDED_ON)) };
}

function blendEstimates(a: AffectEstimate, b: AffectEstimate, share: number): AffectEstimate {
  return {
    ...a,
    valence: blendBeliefs(a.valence, b.valence, share),
    arousal: blendBeliefs(a.arousal, b.arousal, share),
    dominance: blendBeliefs(a.dominance, b.dominance, share),
    ...blendShown(a, b, share),
  };
}

const NOTHING: Shown = { emotions: UNIFORM };

function blendShown(a: Shown, b: Shown, share: Unit): Shown {
  const emotions = mix(a.emotions, b.emotions, share);
  return (a.judged ?? b.judged) === undefined ? { emotions } : { emotions, judged: (1 - share) * (a.judged ?? 0) + share * (b.judged ?? 0) };
}

/** A message or an event takes the place of the one before, as far as it tells anything. */
function replaceKnown(aged: AffectEstimate, observed: AffectEstimate): AffectEstimate {
  const newer = (a: Belief, b: Belief): Belief => (certainty(b) > 0 ? b : a);
  return {
    at: observed.at,
    origin: observed.origin,
    valence: newer(aged.valence, observed.valence),
    arousal: newer(aged.arousal, observed.arousal),
    dominance: newer(aged.dominance, observed.dominance),
    emotions: variation(observed.emotions, UNIFORM) > 1e-6 ? observed.emotions : aged.emotions,
  };
}

/** How far two looks differ, in [0, 1]: by their emotions or by valence or arousal, as far as both know them. */
function distance(a: AffectEstimate, b: AffectEstimate): number {
  const apart = (x: Belief, y: Belief): number => (Math.abs(x.mean - y.mean) / 2) * Math.min(1, 2 * Math.sqrt(certainty(x) * certainty(y)));
  return Math.max(variation(a.emotions, b.emotions), apart(a.valence, b.valence), apart(a.arousal, b.arousal));
}

/** Total variation distance of two distributions, in [0, 1]. */
function variation(a: EmotionDistribution, b: EmotionDistribution): number {
  return EMOTIONS.reduce((sum, emotion) => sum + Math.abs(a[emotion] - b[emotion]), 0) / 2;
}

/** Observations of one moment count as one, so that their order does not matter. */
function replayed(before: Channel['before'], recent: readonly AffectEstimate[]): Channel {
  let core: Core | null = before;
  for (let i = 0; i < recent.length;) {
    let end = i + 1;
    while (end < recent.length && recent[end]!.at === recent[i]!.at) end += 1;
    const moment = together(recent.slice(i, end));
    core = core ? take(core, moment) : begun(moment);
    i = end;
  }
  return { ...core!, before, recent };
}

/** The mean of what was observed at one moment. */
function together(observed: readonly AffectEstimate[]): AffectEstimate {
  return observed.reduce((mean, each, i) => blendEstimates(mean, each, 1 / (i + 1)));
}

/** By time; those of one moment by what they tell, so that however they came they stand in one order. */
function inOrder(a: AffectEstimate, b: AffectEstimate): number {
  if (a.at !== b.at) return a.at - b.at;
  const numbers = ({ valence, arousal, dominance, emotions }: AffectEstimate): number[] => [...[valence, arousal, dominance].flatMap(({ mean, variance }) => [mean, variance]), ...EMOTIONS.map((emotion) => emotions[emotion])];
  const [left, right] = [numbers(a), numbers(b)];
  const differing = left.findIndex((value, i) => value !== right[i]);
  return differing < 0 ? 0 : left[differing]! - right[differing]!;
}

/** Lets go of what is too old for anything to be put before it. */
function forgetOld(channel: Channel): Channel {
  const since = channel.recent.at(-1)!.at - LATEST;
  const kept = channel.recent.findIndex(({ at }) => at >= since);
  if (kept <= 0) return channel;
  const { view, fresh, doubtful, usual, drift } = replayed(channel.before, channel.recent.slice(0, kept));
  return { ...channel, before: { view, fresh, doubtful, usual, drift }, recent: channel.recent.slice(kept) };
}

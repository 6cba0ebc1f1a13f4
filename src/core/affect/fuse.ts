import { SENSES, type Sense } from '../signals/signal.ts';
import type { SessionTime } from '../units.ts';
import { ageBelief, certainty, fuseBeliefs, UNKNOWN } from './belief.ts';
import { byEmotion, mix, normalise, UNIFORM } from './emotion.ts';
import type { AffectEstimate } from './estimate.ts';

/** The latest smoothed view of each sense. */
export type Channels = Readonly<Partial<Record<Sense, AffectEstimate>>>;

interface ChannelDynamics {
  /** Time constant of the smoothing within a sense, in seconds. */
  readonly smoothing: number;
  /** Process noise, variance per second: how fast an old observation stops telling about now. */
  readonly drift: number;
  /** Seconds after which an old emotion distribution has faded by 1/e. */
  readonly memory: number;
}

const DYNAMICS: Readonly<Record<Sense, ChannelDynamics>> = {
  face: { smoothing: 0.35, drift: 0.05, memory: 5 },
  voice: { smoothing: 0.5, drift: 0.06, memory: 4 },
  text: { smoothing: 0, drift: 0.012, memory: 25 },
  context: { smoothing: 0, drift: 0.02, memory: 12 },
};

/**
 * Takes an observation into its sense's channel.
 *
 * Frames of one camera share their evidence, so within a sense they are averaged over time and
 * never add up to certainty; only different senses do that, in {@link fuseChannels}.
 * An observation older than the channel's own view is dropped.
 */
export function updateChannel(channels: Channels, observed: AffectEstimate): Channels {
  if (observed.origin === 'fused') throw new TypeError('Expected an estimate of one sense, but got a fused one. Pass what a sense observed.');
  const sense = observed.origin;
  const previous = channels[sense];
  if (previous && observed.at < previous.at) return channels;
  const { smoothing } = DYNAMICS[sense];
  if (!previous || smoothing === 0) return { ...channels, [sense]: observed };
  const share = 1 - Math.exp(-(observed.at - previous.at) / smoothing);
  const blend = (from: { mean: number; variance: number }, to: { mean: number; variance: number }) => ({
    mean: from.mean + (to.mean - from.mean) * share,
    variance: from.variance + (to.variance - from.variance) * share,
  });
  return {
    ...channels,
    [sense]: {
      at: observed.at,
      origin: sense,
      valence: blend(previous.valence, observed.valence),
      arousal: blend(previous.arousal, observed.arousal),
      dominance: blend(previous.dominance, observed.dominance),
      emotions: mix(previous.emotions, observed.emotions, share),
    },
  };
}

/** What a sense's last view still tells at `now`. */
export function ageEstimate(estimate: AffectEstimate, now: SessionTime): AffectEstimate {
  if (estimate.origin === 'fused') return estimate;
  const { drift, memory } = DYNAMICS[estimate.origin];
  const age = Math.max(0, now - estimate.at);
  return {
    at: now,
    origin: estimate.origin,
    valence: ageBelief(estimate.valence, age, drift),
    arousal: ageBelief(estimate.arousal, age, drift),
    dominance: ageBelief(estimate.dominance, age, drift),
    emotions: mix(estimate.emotions, UNIFORM, 1 - Math.exp(-age / memory)),
  };
}

/**
 * One view from all senses, as of `now`.
 *
 * Dimensions are weighted by their precision, with knowing nothing as the prior. Emotions meet in a
 * logarithmic opinion pool (Genest & Zidek 1986): a sense that knows nothing is uniform and so has
 * no say, and two that agree are surer than either.
 */
export function fuseChannels(aged: Channels, now: SessionTime): AffectEstimate {
  const views = SENSES.flatMap((sense) => aged[sense] ?? []);
  const logarithms = byEmotion((emotion) => views.reduce((sum, view) => sum + Math.log(Math.max(0.01, view.emotions[emotion])), 0));
  const highest = Math.max(...Object.values(logarithms));
  return {
    at: now,
    origin: 'fused',
    valence: views.reduce((sum, view) => fuseBeliefs(sum, view.valence), UNKNOWN),
    arousal: views.reduce((sum, view) => fuseBeliefs(sum, view.arousal), UNKNOWN),
    dominance: views.reduce((sum, view) => fuseBeliefs(sum, view.dominance), UNKNOWN),
    emotions: views.length === 0 ? UNIFORM : normalise(byEmotion((emotion) => Math.exp(logarithms[emotion] - highest))),
  };
}

/**
 * How far the senses contradict each other on valence, in [0, 1]: half the distance of the two most
 * opposed views, counted only as far as both are certain. A smile over sad words is near 1.
 */
export function conflictOf(aged: Channels): number {
  const views = SENSES.flatMap((sense) => aged[sense] ?? []);
  let conflict = 0;
  for (const [index, a] of views.entries()) {
    for (const b of views.slice(index + 1)) {
      const opposed = a.valence.mean * b.valence.mean < 0;
      const weight = Math.sqrt(certainty(a.valence) * certainty(b.valence));
      if (opposed) conflict = Math.max(conflict, (Math.abs(a.valence.mean - b.valence.mean) / 2) * weight);
    }
  }
  return Math.min(1, conflict);
}

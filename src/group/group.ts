import { type AffectState, type AgentState, AttuneError, type Belief, belief, byEmotion, type EmotionDistribution, EMOTIONS, NO_TREND, type Seconds, type SessionTime, type Trend, UNIFORM, type Unit, UNKNOWN, updateTrend } from '../core/index.ts';
import { averageOf, type Spread } from './average.ts';
import { hearTalk, leftOut, NO_TALK, shareOfTalk, type Talk } from './left-out.ts';

/** One player of a group at a moment. */
export interface GroupMember {
  /** A seat, a profile that its user chose, or a track within this visit. It tells members apart and never says who somebody is. */
  readonly id: string;
  readonly state: AffectState;
  /** Whether they are heard speaking; null where nobody listens to them. */
  readonly speaking: boolean | null;
}

/** What is known of one member among the others. */
export interface MemberMood {
  readonly id: string;
  /** Their share of what was said lately while they were there; null where that is not known. */
  readonly talk: Unit | null;
  /** How probable it is that they are left out; null where they can't be heard, or it is not known how they or at least two others look. */
  readonly leftOut: Unit | null;
}

/** How a group appears to feel together. */
export interface GroupMood {
  readonly at: SessionTime;
  readonly size: number;
  /** The averages of the members. */
  readonly valence: Belief;
  readonly arousal: Belief;
  readonly dominance: Belief;
  /** For each emotion how probable it is that one of them, picked at random, appears to feel it. */
  readonly emotions: EmotionDistribution;
  /** How far they lie apart; null where fewer than two are known. */
  readonly spread: { readonly valence: Spread | null; readonly arousal: Spread | null };
  /** How alike their emotions seem: 1 is all the same, 0 unrelated, under 0 contrary; null under two. */
  readonly agreement: Belief | null;
  /** Whether they come to feel more alike, by the slope of their agreement over about 15 s; `unknown` while that can't be told. */
  readonly drift: 'converging' | 'steady' | 'diverging' | 'unknown';
  readonly members: readonly MemberMood[];
  /** The ids of those who have seemed left out for a while. */
  readonly leftOut: readonly string[];
}

interface Seat {
  readonly talk: Talk | null;
  readonly leftOut: Unit | null;
  /** For how long somebody seems to be left out, gathered and lost again. */
  readonly apart: Seconds;
  readonly told: boolean;
}

/** All that is remembered of a group between moments; nothing of those who have left. */
export interface GroupState {
  readonly mood: GroupMood;
  readonly seats: Readonly<Record<string, Seat>>;
  readonly trend: Trend;
}

/** Somebody seems left out when it is so probable for so long, and no longer when it has been improbable as long. */
const PROBABLY = 0.6;
const HARDLY = 0.4;
const FOR: Seconds = 5;

/** A gap between two moments counts as no more than this. */
const LONGEST_STEP: Seconds = 1;

/** A group of nobody. */
export function emptyGroup(at: SessionTime): GroupState {
  return {
    mood: { at, size: 0, valence: UNKNOWN, arousal: UNKNOWN, dominance: UNKNOWN, emotions: UNIFORM, spread: { valence: null, arousal: null }, agreement: null, drift: 'unknown', members: [], leftOut: [] },
    seats: {}, trend: NO_TREND,
  };
}

/** A member as an agent knows them. */
export function memberOf(id: string, { affect, conversation, senses }: Pick<AgentState, 'affect' | 'conversation' | 'senses'>): GroupMember {
  return { id, state: affect, speaking: senses.voice.status === 'live' ? conversation.playerSpeaksSince !== null : null };
}

/**
 * Brings a group up to `at`. Members may come and go; who is not among them any more is forgotten.
 *
 * A few times a second is enough. Time that goes back changes nothing but the members.
 *
 * @throws {AttuneError} `bad-input` when two members have one id
 */
export function stepGroup(group: GroupState, members: readonly GroupMember[], at: SessionTime): GroupState {
  const twice = members.find(({ id }, index) => members.findIndex((other) => other.id === id) !== index);
  if (twice) throw new AttuneError('bad-input', `Expected each member of a group to have an id of its own, but two have ${JSON.stringify(twice.id)}. Give each seat or track another one.`);
  const elapsed = Math.min(LONGEST_STEP, Math.max(0, at - group.mood.at));
  const seats = seatsOf(group, members, elapsed);
  const states = members.map(({ state }) => state);
  const along = (axis: 'valence' | 'arousal' | 'dominance') => averageOf(states.map(({ estimate }) => estimate[axis]));
  const [valence, arousal, dominance] = [along('valence'), along('arousal'), along('dominance')];
  const agreement = agreementOf(states);
  // Whoever comes or goes changes the agreement, and nobody has thereby come nearer.
  const same = members.length === group.mood.size && members.every(({ id }) => Object.hasOwn(group.seats, id));
  const trend = same && agreement ? updateTrend(group.trend, agreement, elapsed) : NO_TREND;
  return {
    seats, trend,
    mood: {
      at: Math.max(at, group.mood.at), size: members.length,
      valence: valence.average, arousal: arousal.average, dominance: dominance.average,
      emotions: members.length === 0 ? UNIFORM : byEmotion((emotion) => states.reduce((sum, { estimate }) => sum + estimate.emotions[emotion], 0) / members.length),
      spread: { valence: valence.spread, arousal: arousal.spread },
      agreement,
      drift: trend.middle === null ? 'unknown' : ({ rising: 'converging', steady: 'steady', falling: 'diverging' } as const)[trend.direction],
      members: members.map(({ id }) => ({ id, talk: seats[id]?.talk ? shareOfTalk(seats[id].talk) : null, leftOut: seats[id]?.leftOut ?? null })),
      leftOut: members.flatMap(({ id }) => (seats[id]?.told ? [id] : [])),
    },
  };
}

function seatsOf({ seats }: GroupState, members: readonly GroupMember[], elapsed: Seconds): Record<string, Seat> {
  const speaking = members.filter((each) => each.speaking).length;
  return Object.fromEntries(members.map(({ id, state, speaking: speaks }): [string, Seat] => {
    const before = Object.hasOwn(seats, id) ? seats[id] : undefined;
    const talk = speaks === null ? null : hearTalk(before?.talk ?? NO_TALK, before ? elapsed : 0, speaks, speaking);
    const probability = leftOut(state, members.filter((other) => other.id !== id).map((other) => other.state), talk);
    const towards = probability === null || probability < HARDLY ? -1 : probability >= PROBABLY ? 1 : 0;
    const apart = Math.min(FOR, Math.max(0, (before?.apart ?? 0) + towards * elapsed));
    return [id, { talk, leftOut: probability, apart, told: apart >= FOR || (before?.told === true && apart > 0) }];
  }));
}

/**
 * How alike members feel: the correlation of their distributions over the emotions, each pair weighted by how much is known
 * of both. It does not grow by their being better known, only surer.
 */
function agreementOf(states: readonly AffectState[]): Belief | null {
  if (states.length < 2) return null;
  const chance = 1 / EMOTIONS.length;
  const over = states.map(({ estimate }) => EMOTIONS.map((emotion) => estimate.emotions[emotion] - chance));
  const along = (one: readonly number[], other: readonly number[]): number => one.reduce((sum, each, index) => sum + each * other[index]!, 0);
  const lengths = over.map((each) => Math.sqrt(along(each, each)));
  let [alike, weight, known] = [0, 0, 0];
  for (const [index, one] of over.entries()) {
    for (let other = index + 1; other < over.length; other += 1) {
      alike += along(one, over[other]!);
      const length = lengths[index]! * lengths[other]!;
      weight += length;
      known += Math.sqrt(length);
    }
  }
  // How far distributions stand out from chance, as a share of how far certain ones would.
  const share = known / (states.length * (states.length - 1) / 2) / Math.sqrt(1 - chance);
  return weight > 0 ? belief(alike / weight, UNKNOWN.variance * (1 - share)) : UNKNOWN;
}

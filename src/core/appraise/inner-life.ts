import type { AffectState } from '../affect/state.ts';
import type { Signal } from '../signals/any-signal.ts';
import type { Intent } from '../signals/text.ts';
import { type Seconds, type SessionTime, smoothstep, type Unit, unit } from '../units.ts';
import { type Appraised, appraiseEvent } from './appraise-event.ts';
import type { Character } from './character.ts';
import { byFeeling, type Feeling, type Pad } from './feelings.ts';
import { changeMood, usualMood } from './mood.ts';
import { wantOf } from './wants.ts';
import { fadeNeeds, needsOf, type PossibleNeed, riseNeed, type RisenNeeds } from './needs.ts';

/** What goes on in the agent itself. */
export interface InnerLife {
  readonly at: SessionTime;
  /** What events stirred up and has not faded yet. */
  readonly stirred: Readonly<Record<Feeling, Unit>>;
  /** All that the agent feels: what was stirred up, and what it feels with the player now. */
  readonly felt: Readonly<Record<Feeling, Unit>>;
  readonly mood: Pad;
  readonly risen: RisenNeeds;
  /** When the last feeling of the player ended that the agent was relieved about. */
  readonly relievedOf: SessionTime | null;
}

/** How long a stirred feeling takes to sink to 37%: sorrow and regret stay, relief and interest go (after Verduyn & Lavrijsen 2015). */
const FADES: Readonly<Record<Feeling, Seconds>> = {
  'happy-for': 15, 'sorry-for': 25, hope: 20, 'fear-for': 12, relief: 10, pride: 20, gratitude: 20, regret: 25, interest: 8,
};

/** A joy that is only hinted at is hardly shared, a clear one fully; the answer is soft in both cases. */
const HINT = 0.15;
const CLEAR = 0.7;

/** Of the concern that sorrow gets, anger and fear get so much: they call for something else first. */
const CONCERN_AT_ANGER = 0.4;
const CONCERN_AT_FEAR = 0.6;

const NONE = byFeeling(() => 0);

/** An agent that nothing has happened to. */
export function calmInnerLife(character: Character, at: SessionTime): InnerLife {
  return { at, stirred: NONE, felt: NONE, mood: usualMood(character.traits), risen: {}, relievedOf: null };
}

/** Brings the inner life up to `at`: what was stirred fades, the mood follows, and the agent feels with the player as they seem now. */
export function liveOnInside(inner: InnerLife, at: SessionTime, affect: AffectState, character: Character): InnerLife {
  const elapsed = Math.max(0, at - inner.at);
  const mood = changeMood(inner.mood, usualMood(character.traits), inner.felt, elapsed);
  const risen = fadeNeeds(inner.risen, elapsed);
  let stirred = byFeeling((feeling) => inner.stirred[feeling] * Math.exp(-elapsed / FADES[feeling]));
  const ended = affect.episode?.recovered ?? null;
  if (affect.episode && ended !== null && ended !== inner.relievedOf && isHeavy(affect.episode.category)) {
    stirred = { ...stirred, relief: Math.max(stirred.relief, unit(character.empathy.concern * affect.episode.peak)) };
  }
  return feel({ ...inner, at, mood, risen, stirred, relievedOf: ended ?? inner.relievedOf }, affect, character);
}

/** Takes in what happened. @param believed what was thought of the player before it */
export function takeIn(inner: InnerLife, signal: Signal, believed: AffectState, character: Character): InnerLife {
  const appraised = signal.quality === 0 ? null : appraiseEvent(signal, believed);
  if (!appraised) return inner;
  const { event, rise } = appraised;
  const answers = feelingsAbout(event, inner, character);
  const stirred = byFeeling((feeling) => Math.max(inner.stirred[feeling], unit((answers[feeling] ?? 0) * signal.quality)));
  const want = signal.kind === 'text' ? wantOf(signal.reading) : null;
  const { space: _, ...rest } = inner.risen;
  const { comfort: __, calm: ___, reassurance: ____, ...light } = rest;
  const before = want === 'correction' ? light : want !== null && OPENS_UP.has(want) ? rest : inner.risen;
  return { ...inner, stirred, risen: rise ? riseNeed(before, rise.need, rise.strength, rise.certainty) : before };
}

/** Who says such things wants to talk again. */
const OPENS_UP: ReadonlySet<Intent> = new Set(['help', 'complaint', 'small-talk', 'about-agent', 'feeling', 'question', 'greeting']);

/**
 * What an event makes the agent feel, by OCC's rules: good fortune of the player makes it happy for them, bad fortune sorry;
 * what may only come, hope where something can be done and fear for them where not. What the player achieved makes it proud of
 * them, thanks make it grateful, and a mistake of its own it regrets.
 */
function feelingsAbout(event: Appraised, { felt }: InnerLife, { empathy, traits }: Character): Partial<Record<Feeling, number>> {
  const { desirability, likelihood, agency, controllability, novelty } = event;
  const interest = novelty * (0.75 + 0.25 * traits.openness);
  if (agency === 'agent') return desirability >= 0 ? { gratitude: desirability, interest } : { regret: -desirability, interest };
  const good = Math.max(0, desirability);
  const bad = Math.max(0, -desirability);
  const open = 1 - likelihood;
  return {
    'happy-for': empathy.joy * good * likelihood,
    pride: agency === 'player' ? 0.7 * empathy.joy * good * likelihood : 0,
    relief: good * likelihood * Math.max(felt['sorry-for'], felt['fear-for']),
    'sorry-for': empathy.concern * bad * likelihood,
    'fear-for': empathy.concern * bad * open * (1 - controllability),
    hope: good * open + bad * open * controllability,
    interest,
  };
}

/**
 * What the agent feels with the player. Empathy is not contagion (Paiva et al. 2017): joy is shared; sorrow, anger and fear
 * make it sorry or concerned for them, each less than they feel it themselves, and anger never angry.
 */
function feel(inner: InnerLife, affect: AffectState, { empathy }: Character): InnerLife {
  const strength = strengths(needsOf(affect, {}));
  const joy = empathy.joy * smoothstep(HINT, CLEAR, strength('shared-joy')) * (1 - affect.conflict.degree);
  const sorrow = empathy.concern * Math.max(strength('comfort'), CONCERN_AT_ANGER * strength('calm'));
  const worry = empathy.concern * CONCERN_AT_FEAR * strength('reassurance');
  const heavy = Math.max(strength('comfort'), strength('calm'), strength('reassurance'));
  const withPlayer: Partial<Record<Feeling, number>> = {
    'happy-for': joy, 'sorry-for': sorrow, 'fear-for': worry, hope: affect.trend.direction === 'rising' ? 0.4 * heavy : 0,
  };
  return { ...inner, felt: byFeeling((feeling) => unit(Math.max(inner.stirred[feeling], withPlayer[feeling] ?? 0))) };
}

function strengths(needs: readonly PossibleNeed[]): (need: PossibleNeed['need']) => Unit {
  return (need) => needs.find((each) => each.need === need)?.strength ?? 0;
}

function isHeavy(category: string): boolean {
  return category !== 'happiness' && category !== 'surprise' && category !== 'mixed';
}

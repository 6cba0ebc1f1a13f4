import { type AgentState, byEmotion, DEFAULT_CHARACTER, type Emotion, type EmotionDistribution, initialState, normalise, step } from 'attune';
import { emptyGroup, type GroupMood, memberOf, stepGroup } from 'attune/group';
import { fakeFace, fakeNoFace, fakeVoice } from 'attune/testing';
import { describe, expect, it } from 'vitest';

const shown = (emotion: Emotion, share: number): EmotionDistribution => normalise(byEmotion((each) => (each === emotion ? share : (1 - share) / 7)));

/** What one member does over time. */
interface Script {
  readonly from?: number;
  readonly until?: number;
  /** Null is out of the camera's view. */
  readonly shows: (at: number) => EmotionDistribution | null;
  readonly speaks: (at: number) => boolean;
}

/** Each member has an agent of their own, which sees and hears them; the group is followed four times a second. */
function play(scripts: Readonly<Record<string, Script>>, seconds: number): GroupMood[] {
  const agents = new Map<string, AgentState>();
  const speaking = new Map<string, boolean>();
  const moods: GroupMood[] = [];
  let group = emptyGroup(0);
  for (let at = 0.25; at <= seconds; at += 0.25) {
    const there = Object.entries(scripts).filter(([, { from = 0, until = Infinity }]) => at >= from && at < until);
    for (const id of agents.keys()) if (!there.some(([other]) => other === id)) agents.delete(id);
    for (const [id, { shows, speaks }] of there) {
      let state = agents.get(id) ?? initialState({ seed: 1, language: 'en', character: DEFAULT_CHARACTER }, at);
      if (!agents.has(id)) [state] = step(state, { type: 'sense', at, sense: 'voice', status: 'live', problem: null });
      const now = speaks(at);
      if (now !== (speaking.get(id) ?? false)) [state] = step(state, now ? { type: 'speech-start', at } : { type: 'speech-end', at });
      speaking.set(id, now);
      const emotions = shows(at);
      [state] = step(state, { type: 'signal', at, signal: emotions ? fakeFace(at, {}, { expression: { whole: emotions, upper: emotions } }) : fakeNoFace(at) });
      if (now) [state] = step(state, { type: 'signal', at, signal: fakeVoice(at) });
      [state] = step(state, { type: 'tick', at });
      agents.set(id, state);
    }
    group = stepGroup(group, [...agents].map(([id, state]) => memberOf(id, state)), at);
    moods.push(group.mood);
  }
  return moods;
}

const glad = (): EmotionDistribution => shown('happiness', 0.75);
/** Who has the floor: turns of four seconds, in this order. */
const turn = (...order: readonly string[]) => (id: string) => (at: number): boolean => order[Math.floor(at / 4) % order.length] === id;
const moodAt = (moods: readonly GroupMood[], at: number): GroupMood => moods[Math.round(at * 4) - 1]!;

describe('four at a table', () => {
  const floor = turn('ann', 'ben', 'cho');

  it('leave one out, who is silent and looks down: that is told of them alone, after a while', () => {
    const moods = play({
      ann: { shows: glad, speaks: floor('ann') }, ben: { shows: glad, speaks: floor('ben') }, cho: { shows: glad, speaks: floor('cho') },
      dee: { shows: () => shown('sadness', 0.7), speaks: () => false },
    }, 90);
    expect(moodAt(moods, 6).leftOut).toEqual([]);
    expect(moodAt(moods, 90).leftOut).toEqual(['dee']);
    const { members, valence, spread } = moodAt(moods, 90);
    expect(members.find(({ id }) => id === 'dee')).toMatchObject({ talk: 0 });
    expect(members.filter(({ id }) => id !== 'dee').every(({ leftOut }) => leftOut! < 0.2)).toBe(true);
    expect(valence.mean).toBeGreaterThan(0.1);
    expect(spread.valence!.high).toBeGreaterThan(0.3);
  });

  it('leave nobody out who is silent and glad, nor one who is sad and speaks', () => {
    const quiet = play({
      ann: { shows: glad, speaks: floor('ann') }, ben: { shows: glad, speaks: floor('ben') }, cho: { shows: glad, speaks: floor('cho') },
      dee: { shows: glad, speaks: () => false },
    }, 90);
    expect(quiet.every(({ leftOut }) => leftOut.length === 0)).toBe(true);
    const all = turn('ann', 'ben', 'cho', 'dee');
    const sad = play({
      ann: { shows: glad, speaks: all('ann') }, ben: { shows: glad, speaks: all('ben') }, cho: { shows: glad, speaks: all('cho') },
      dee: { shows: () => shown('sadness', 0.7), speaks: all('dee') },
    }, 90);
    expect(sad.every(({ leftOut }) => leftOut.length === 0)).toBe(true);
  });

  it('leave nobody out who is silent and cannot be seen: not knowing how somebody looks is not looking withdrawn', () => {
    const moods = play({
      ann: { shows: glad, speaks: floor('ann') }, ben: { shows: glad, speaks: floor('ben') }, cho: { shows: glad, speaks: floor('cho') },
      dee: { shows: () => null, speaks: () => false },
    }, 60);
    expect(moods.every(({ leftOut, members }) => leftOut.length === 0 && members.find(({ id }) => id === 'dee')?.leftOut === null)).toBe(true);
    expect(moodAt(moods, 60).valence.mean).toBeGreaterThan(0.2);
  });

  it('take in again whom they had left out', () => {
    const before = turn('ann', 'ben', 'cho');
    const after = turn('dee', 'ann', 'dee', 'ben', 'dee', 'cho');
    const moods = play({
      ann: { shows: glad, speaks: (at) => (at < 60 ? before('ann') : after('ann'))(at) }, ben: { shows: glad, speaks: (at) => (at < 60 ? before('ben') : after('ben'))(at) },
      cho: { shows: glad, speaks: (at) => (at < 60 ? before('cho') : after('cho'))(at) },
      dee: { shows: (at) => (at < 60 ? shown('sadness', 0.7) : glad()), speaks: (at) => at >= 60 && after('dee')(at) },
    }, 120);
    expect(moodAt(moods, 60).leftOut).toEqual(['dee']);
    expect(moodAt(moods, 120).leftOut).toEqual([]);
  });

  it('catch gladness from one of them: they converge, and agree more', () => {
    const later = (from: number) => (at: number): EmotionDistribution => shown(at < from ? 'sadness' : 'happiness', 0.7);
    const moods = play({
      ann: { shows: glad, speaks: floor('ann') }, ben: { shows: later(30), speaks: floor('ben') }, cho: { shows: later(34), speaks: floor('cho') }, dee: { shows: later(38), speaks: () => false },
    }, 80);
    expect(moodAt(moods, 28).drift).toBe('steady');
    expect(moods.slice(29 * 4, 50 * 4).some(({ drift }) => drift === 'converging')).toBe(true);
    expect(moods.slice(0, 80 * 4).some(({ drift, at }) => at > 45 && drift === 'diverging')).toBe(false);
    expect(moodAt(moods, 80).agreement!.mean).toBeGreaterThan(moodAt(moods, 28).agreement!.mean + 0.3);
    expect(moodAt(moods, 80).valence.mean).toBeGreaterThan(moodAt(moods, 28).valence.mean + 0.3);
  });

  it('come and go: nobody is remembered who has left, and leaving is no coming nearer', () => {
    const moods = play({
      ann: { shows: glad, speaks: floor('ann') }, ben: { shows: glad, speaks: floor('ben') }, cho: { from: 20, shows: glad, speaks: floor('cho') },
      dee: { until: 60, shows: () => shown('anger', 0.8), speaks: () => false },
    }, 80);
    expect(moodAt(moods, 10).size).toBe(3);
    expect(moodAt(moods, 40).size).toBe(4);
    const gone = moodAt(moods, 62);
    expect([gone.size, gone.members.some(({ id }) => id === 'dee')]).toEqual([3, false]);
    expect(moods.slice(60 * 4).some(({ drift }) => drift === 'converging')).toBe(false);
  });
});

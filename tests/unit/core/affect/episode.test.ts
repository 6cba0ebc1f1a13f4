import { describe, expect, it } from 'vitest';
import { type EpisodeState, NO_EPISODE, stepEpisode } from '../../../../src/core/affect/episode.ts';
import type { Category } from '../../../../src/core/affect/machine.ts';

function run(state: EpisodeState, from: number, to: number, category: Category, since: number, intensity: (at: number) => number): EpisodeState {
  let next = state;
  for (let at = from; at < to - 1e-9; at += 0.1) next = stepEpisode(next, at, category, since, intensity(at));
  return next;
}

describe('an episode', () => {
  const risen = run(NO_EPISODE, 1, 4, 'sadness', 1, (at) => (at < 3 ? 0.3 + 0.2 * (at - 1) : 0.7));

  it('has an onset, a peak and a recovery', () => {
    expect(risen.episode).toMatchObject({ category: 'sadness', onset: 1, recovered: null });
    expect(risen.episode!.peak).toBeCloseTo(0.7, 5);
    expect(risen.episode!.peakAt).toBeCloseTo(3, 5);
    const faded = run(risen, 4, 8, null, 4, () => 0.1);
    expect(faded.episode!.recovered).toBeCloseTo(4, 5);
  });

  it('lasts through a short break, and does not begin anew by what is left of it', () => {
    expect(run(risen, 4, 4.8, 'sadness', 1, () => 0.2).episode!.recovered).toBeNull();
    const faded = run(risen, 4, 8, 'sadness', 1, () => 0.2);
    expect(run(faded, 8, 9, 'sadness', 1, () => 0.4)).toEqual(faded);
    expect(run(faded, 8, 9, 'sadness', 1, () => 0.6).episode).toMatchObject({ onset: 8, recovered: null });
  });

  it('ends when another feeling begins; being neutral is none', () => {
    expect(run(risen, 4, 4.2, 'happiness', 4, () => 0.5).episode).toMatchObject({ category: 'happiness', onset: 4 });
    expect(run(NO_EPISODE, 0, 5, 'neutral', 0, () => 0).episode).toBeNull();
  });
});

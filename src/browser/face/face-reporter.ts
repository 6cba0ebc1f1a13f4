import type { Clock, Seconds, SignalSink } from '../../core/index.ts';
import { sharedNow, type LookStats, type SeenPeople, type SharedTime } from './face-messages.ts';
import type { FaceSettings, FaceStats } from './face-options.ts';

/** Brings the worker's observations onto the session's clock and sends them on. */
export interface FaceReporter {
  report(seen: SeenPeople, captured: SharedTime, stats: LookStats): void;
}

const STATS_PERIOD: Seconds = 1;

/** Makes a reporter for one run of the worker. */
export function createFaceReporter(clock: Clock, sink: SignalSink, run: Pick<FaceStats, 'path' | 'lacks'>, { people: most, onPeople, onStats }: Pick<FaceSettings, 'people' | 'onPeople' | 'onStats'>, nameOf: (id: number) => string): FaceReporter {
  let since = clock.now();
  let looks = 0;
  let waited: Seconds = 0;
  return {
    report({ observation, people }, captured, { inference, dropped }) {
      const now = clock.now();
      const latency = Math.max(0, (sharedNow() - captured) / 1000);
      const when = { at: now - latency, latency };
      sink.event({ type: 'signal', at: now, signal: { ...observation, ...when } });
      if (most > 1) onPeople(people.map(({ id, player, observation: theirs }) => ({ id: nameOf(id), followed: player, signal: { ...theirs, ...when } })));
      looks += 1;
      waited += latency;
      if (now - since < STATS_PERIOD) return;
      onStats({ rate: looks / (now - since), inference, latency: waited / looks, dropped, faces: observation.others + (observation.present ? 1 : 0), ...run });
      [since, looks, waited] = [now, 0, 0];
    },
  };
}

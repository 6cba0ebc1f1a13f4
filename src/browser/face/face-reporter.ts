import type { Clock, Seconds, SignalSink } from '../../core/index.ts';
import { sharedNow, type FaceObservation, type LookStats, type SharedTime } from './face-messages.ts';
import type { FaceStats } from './face-options.ts';

/** Brings the worker's observations onto the session's clock and sends them on. */
export interface FaceReporter {
  report(observation: FaceObservation, captured: SharedTime, stats: LookStats): void;
}

const STATS_PERIOD: Seconds = 1;

/** Makes a reporter for one run of the worker. */
export function createFaceReporter(clock: Clock, sink: SignalSink, run: Pick<FaceStats, 'path' | 'lacks'>, onStats: (stats: FaceStats) => void): FaceReporter {
  let since = clock.now();
  let looks = 0;
  let waited: Seconds = 0;
  return {
    report(observation, captured, { inference, dropped }) {
      const now = clock.now();
      const latency = Math.max(0, (sharedNow() - captured) / 1000);
      sink.event({ type: 'signal', at: now, signal: { ...observation, at: now - latency, latency } });
      looks += 1;
      waited += latency;
      if (now - since < STATS_PERIOD) return;
      onStats({ rate: looks / (now - since), inference, latency: waited / looks, dropped, faces: observation.others + (observation.present ? 1 : 0), ...run });
      [since, looks, waited] = [now, 0, 0];
    },
  };
}

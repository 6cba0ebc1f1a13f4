import type { Radians, Seconds, SessionTime } from '../../core/index.ts';
import type { BodyPose } from './body-pose.ts';
import { createSwings } from './swings.ts';

/** At least 3.5 degrees each way, three ways in a row: down, up and down, or the other way round (Hadar et al. 1983: ordinary nods take 0.2 to 0.5 s a cycle and more). */
const NOD = { least: 0.06, shortest: 0.05, longest: 0.5, ways: 3 } as const;
/** Heads turn farther than they nod. */
const SHAKE = { least: 0.09, shortest: 0.06, longest: 0.6, ways: 3 } as const;

/** What the other axis may do meanwhile, as a share of what the first one does: looking around goes both ways. */
const ASIDE = 0.7;
/** Looking straight up or down there is no sideways. */
const STEEP: Radians = 1.1;
/** The rest of one nod is no other. */
const AFTER: Seconds = 1.6;
/** A sample that comes later than this after the one before comes after a gap. */
const GAP: Seconds = 0.3;

/** Looks for nods and shakes of a head that is followed. */
export interface HeadGestures {
  take(pose: Pick<BodyPose, 'at' | 'head'>): 'nod' | 'shake' | null;
}

export function createHeadGestures(): HeadGestures {
  const nods = createSwings(NOD);
  const shakes = createSwings(SHAKE);
  const seen: { readonly at: SessionTime; readonly yaw: Radians; readonly pitch: Radians }[] = [];
  let yaw = 0;
  let quietUntil = Number.NEGATIVE_INFINITY;

  /** How far an angle went since a moment. */
  function range(axis: 'yaw' | 'pitch', since: SessionTime): Radians {
    let [low, high] = [Infinity, -Infinity];
    for (const each of seen) {
      if (each.at < since) continue;
      low = Math.min(low, each[axis]);
      high = Math.max(high, each[axis]);
    }
    return high - low;
  }

  function reset(): void {
    nods.reset();
    shakes.reset();
    seen.length = 0;
  }

  return {
    take({ at, head: { direction } }) {
      const last = seen.at(-1);
      const pitch = Math.asin(Math.max(-1, Math.min(1, direction.y)));
      if (Math.abs(pitch) > STEEP || (last && (at <= last.at || at - last.at > GAP))) reset();
      if (Math.abs(pitch) > STEEP) return null;
      // Yaw goes on beyond half a turn, so that it never jumps.
      const turned = Math.atan2(-direction.x, -direction.z);
      yaw += Math.atan2(Math.sin(turned - yaw), Math.cos(turned - yaw));
      seen.push({ at, yaw, pitch });
      while (seen[0] && at - seen[0].at > 2.5) seen.shift();
      const nodded = nods.take(at, pitch) && range('yaw', nods.since) < ASIDE * range('pitch', nods.since);
      const shook = shakes.take(at, yaw) && range('pitch', shakes.since) < ASIDE * range('yaw', shakes.since);
      if (!nodded && !shook) return null;
      const again = at < quietUntil;
      quietUntil = at + AFTER;
      if (again) return null;
      return nodded ? 'nod' : 'shake';
    },
  };
}

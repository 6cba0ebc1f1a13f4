import type { SessionTime, Unit } from '../units.ts';
import { smoothstep, unit } from '../units.ts';
import { type Arm, blendArm, newArm, solveArm } from './arm.ts';
import type { BodyBuild } from './build.ts';
import type { Carriage } from './carriage.ts';
import { valueAt } from './easing.ts';
import { SCORES } from './gestures/index.ts';
import { presence } from './gestures/playing.ts';
import type { Track } from './gestures/score.ts';
import { GRIPS } from './grips.ts';
import { hangingReach, type HandPose, mixReach, newReach, reachFor } from './hand-pose.ts';
import { enliven } from './idle.ts';
import type { Performance } from './performance.ts';
import { STANCES } from './postures.ts';
import { type Vec } from './vector.ts';
import { wander } from './wander.ts';

/** What hands do beside an utterance: they lie before the body and beat time now and then. */
const TALKING: HandPose = { from: 'shoulder', at: [0.16, -0.66, 0.46], fingers: [-0.25, 0.1, 1], palm: [-0.8, 0.45, 0], elbow: [0.5, -0.6, -0.6], grip: GRIPS.offered };

const reach = newReach();
const next = newReach();
const pose = newArm();

/**
 * Finds an arm's pose: it hangs, and over that lie in turn the postures, the hands' part in speech, and
 * the gestures, each as far as it is there. Every layer is blended by joint, so hands travel in arcs.
 *
 * @param chin where the chin is, mirrored for the right arm
 */
export function holdArm(out: Arm, side: 1 | -1, performance: Performance, at: SessionTime, motion: Unit, held: Carriage, build: BodyBuild, chin: Readonly<Vec>): Arm {
  const time = at + performance.wandering;
  const armLength = build.upperArm + build.lowerArm;
  hangingReach(reach, build, held.lean + 0.4 * held.bow);
  enliven(reach, time, motion, 0.5 * armLength, side, false);
  solveArm(out, reach, build, held.lift, held.rounded);

  const layer = (share: number, touching: boolean): void => {
    enliven(reach, time, motion, armLength, side, touching);
    blendArm(out, solveArm(pose, reach, build, held.lift, held.rounded), share);
  };

  for (const stance of ['open', 'closed', 'leaning-in'] as const) {
    const hand = side > 0 ? STANCES[stance].left : STANCES[stance].right;
    const share = motion * unit(valueAt(performance.stances[stance], at));
    if (!hand || share === 0) continue;
    reachFor(reach, hand, build, chin);
    layer(share, hand.touch !== undefined);
  }

  const talking = motion * unit(valueAt(performance.speech, at)) * smoothstep(-0.1, 0.6, wander(time, 8.3, 30 + side));
  if (talking > 0) {
    reachFor(reach, TALKING, build, chin);
    reach.wrist.y += 0.06 * armLength * wander(time, 0.9, 34);
    layer(0.8 * talking, false);
  }

  for (const playing of performance.gestures) {
    const score = SCORES[playing.gesture];
    const keys = side > 0 ? score.arms?.left ?? (score.arms?.hands === 'both' ? score.arms.keys : null) : score.arms?.keys;
    if (!score.arms || !keys) continue;
    const { lag: trailing, overshoot, least } = score.arms;
    const lag = side > 0 ? trailing : 0;
    const share = motion * presence(score, playing, at, lag, overshoot) * (least + (1 - least) * playing.strength);
    if (share === 0) continue;
    layer(share, reachAt(keys, at - playing.at - lag, build, chin));
  }
  return out;
}

/** Works out where a hand is in its course; tells whether it touches the body there. */
function reachAt(keys: Track<HandPose>, time: number, build: BodyBuild, chin: Readonly<Vec>): boolean {
  let after = keys.findIndex(([at]) => at > time);
  if (after < 0) after = keys.length;
  const [since, from] = keys[Math.max(0, after - 1)] ?? [0, TALKING];
  reachFor(reach, from, build, chin);
  const to = keys[after];
  if (to && after > 0) mixReach(reach, reachFor(next, to[1], build, chin), smoothstep(since, to[0], time));
  return from.touch !== undefined;
}

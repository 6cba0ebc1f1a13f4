import type { SessionTime, Unit } from '../units.ts';
import { unit } from '../units.ts';
import type { Carriage } from './carriage.ts';
import { valueAt } from './easing.ts';
import type { Reach } from './hand-pose.ts';
import type { Performance } from './performance.ts';
import { wander } from './wander.ts';

/** Adds what a body does that does nothing: it breathes, sways, shifts its weight, and moves a little with its own words. */
export function addIdling({ breath, speech, wandering }: Performance, at: SessionTime, motion: Unit, carriage: Carriage): void {
  const time = at + wandering;
  const cycle = (breath.phase + breath.rate * (at - breath.at)) * 2 * Math.PI;
  carriage.breath = motion * unit(valueAt(breath.depth, at)) * (0.5 - 0.5 * Math.cos(cycle));
  carriage.lift += 0.05 * carriage.breath;

  // Standing people rest on one leg and now and then change over (Duarte & Zatsiorsky 1999).
  const leg = motion * Math.tanh(2.2 * wander(time, 26, 1));
  const sway = motion * wander(time, 5.3, 2);
  carriage.shift += 0.013 * leg + 0.003 * sway;
  carriage.tip += 0.022 * leg;
  carriage.side += -0.018 * leg + 0.006 * motion * wander(time, 7.9, 3);
  carriage.twist += 0.022 * motion * wander(time, 11.7, 4);
  carriage.lean += 0.01 * motion * wander(time, 6.7, 5);
  carriage.headYaw += 0.035 * motion * wander(time, 9.1, 6);
  carriage.headPitch += 0.022 * motion * wander(time, 7.3, 7);
  carriage.headRoll += 0.025 * motion * wander(time, 12.1, 8) + 0.02 * leg;

  const speaking = motion * unit(valueAt(speech, at));
  carriage.headPitch += 0.035 * speaking * wander(time, 1.1, 9);
  carriage.headYaw += 0.045 * speaking * wander(time, 2.3, 10);
  carriage.headRoll += 0.03 * speaking * wander(time, 1.9, 11);
}

/** Keeps a hand alive: fingers are never still, and a hand held in the air drifts. */
export function enliven(reach: Reach, time: SessionTime, motion: Unit, armLength: number, side: 1 | -1, touching: boolean): void {
  const hand = 20 + 10 * side;
  for (let finger = 0; finger < 5; finger++) reach.grip[finger] = (reach.grip[finger] ?? 0) + 0.06 * motion * wander(time, 4.7 - 0.4 * finger, hand + finger);
  if (touching) return;
  reach.wrist.x += 0.012 * motion * armLength * wander(time, 3.1, hand + 5);
  reach.wrist.y += 0.014 * motion * armLength * wander(time, 2.7, hand + 6);
  reach.wrist.z += 0.012 * motion * armLength * wander(time, 3.7, hand + 7);
}

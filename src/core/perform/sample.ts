import type { SessionTime, Unit } from '../units.ts';
import { clamp, unit } from '../units.ts';
import { newArm } from './arm.ts';
import { addMoves, type Carriage, CHANNELS, newCarriage } from './carriage.ts';
import { valueAt } from './easing.ts';
import { sampleExpression } from './expression.ts';
import { gazeAt, lidsAt } from './eyes.ts';
import type { AvatarFrame } from './frame.ts';
import { SCORES } from './gestures/index.ts';
import { presence, valueOf } from './gestures/playing.ts';
import { writeArm } from './hand-bones.ts';
import { holdArm } from './hold-arms.ts';
import { addIdling } from './idle.ts';
import type { Performance } from './performance.ts';
import { STANCES } from './postures.ts';
import { chinPlace, poseTrunk } from './trunk.ts';
import { setVec, vec } from './vector.ts';

/** A session lasts no longer than this, in seconds; beyond it numbers would lose the sense of a frame. */
const LONGEST = 1e8;

const held = newCarriage();
const arm = newArm();
const chin = vec();

/**
 * Fills a frame with what the performance shows at a moment, allocating next to nothing. The mouth is
 * left alone: it belongs to the voice's own clock.
 *
 * @param motion 1 moves as usual; 0 keeps still for those who prefer reduced motion (expression, gaze
 *   and blinking stay, all movement of the body goes)
 */
export function samplePerformance(performance: Performance, at: SessionTime, motion: Unit, frame: AvatarFrame): void {
  const time = clamp(at, 0, LONGEST);
  const moving = unit(motion);
  frame.at = time;
  sampleExpression(performance.expression, time, frame.emotions);
  gazeAt(performance.gaze, time, frame.gaze);
  frame.blink = lidsAt(performance, time);
  carry(held, performance, time, moving);
  frame.gaze.yaw += held.gazeYaw;
  frame.gaze.pitch += held.gazePitch;
  poseTrunk(held, frame);
  chinPlace(chin, frame.build);
  writeArm(frame, 'left', holdArm(arm, 1, performance, time, moving, held, frame.build, chin));
  setVec(chin, -chin.x, chin.y, chin.z);
  writeArm(frame, 'right', holdArm(arm, -1, performance, time, moving, held, frame.build, chin));
}

/** Sums up how trunk and head are held: idling, postures and all gestures at once. */
function carry(carriage: Carriage, performance: Performance, at: SessionTime, motion: Unit): void {
  for (const channel of CHANNELS) carriage[channel] = 0;
  carriage.shift = carriage.tip = 0;
  addIdling(performance, at, motion, carriage);
  for (const stance of ['open', 'closed', 'leaning-in'] as const) {
    addMoves(carriage, STANCES[stance].moves, motion * unit(valueAt(performance.stances[stance], at)));
  }
  for (const playing of performance.gestures) {
    const score = SCORES[playing.gesture];
    const share = motion * playing.strength * presence(score, playing, at, 0, 0);
    for (const channel of CHANNELS) {
      const track = score.moves?.[channel];
      if (track) carriage[channel] += share * valueOf(track, at - playing.at);
    }
  }
}

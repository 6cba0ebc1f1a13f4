import { type AudioHub, createBreathTone } from 'attune/browser';
import { type Breath, breathAt, breatheBody, type BreathPattern } from 'attune/scenario';
import type { SceneAgent, VrmDriver } from 'attune/three';

/** A breathing ends with the breath that is under way after this many seconds. */
export const LONG = 120;
/** The body is otherwise nearly still while it breathes along. */
const CALM = 0.25;

/** What a paced breathing needs, and whom it tells. */
interface RunOptions {
  readonly pattern: BreathPattern;
  readonly agent: Pick<SceneAgent, 'rig' | 'setMotion'>;
  readonly audio: AudioHub;
  /** Whether its tone is wanted now. */
  readonly sounds: () => boolean;
  readonly onBreath: (breath: Breath, elapsed: number) => void;
  readonly onEnd: (breaths: number) => void;
}

/** Lets the character's body and a soft tone breathe by the pacer, for two minutes or until the returned function is called. Who wants no movement sees none of the body. */
export function runBreathing({ pattern, agent, audio, sounds, onBreath, onEnd }: RunOptions): () => void {
  const still = matchMedia('(prefers-reduced-motion: reduce)').matches;
  const tone = createBreathTone({ audio });
  const rig = agent.rig as Partial<VrmDriver>;
  const begun = performance.now();
  let [depth, frame] = [0, 0];
  if (!still && 'guide' in rig) rig.guide = { prepare: (picture) => breatheBody(picture, depth), finish: () => undefined };
  if (!still) agent.setMotion(CALM);

  function draw(): void {
    const elapsed = (performance.now() - begun) / 1000;
    const breath = breathAt(pattern, elapsed);
    depth = breath.depth;
    if (sounds() && document.visibilityState === 'visible') tone.follow(depth);
    else tone.stop();
    onBreath(breath, elapsed);
    // It ends empty, not in the middle of a breath.
    if (elapsed > LONG && breath.part === 'in') onEnd(breath.count);
    else frame = requestAnimationFrame(draw);
  }

  // A page that is hidden draws nothing, and would hold its tone.
  const hush = (): void => {
    if (document.visibilityState === 'hidden') tone.stop();
  };
  document.addEventListener('visibilitychange', hush);
  frame = requestAnimationFrame(draw);
  return () => {
    cancelAnimationFrame(frame);
    document.removeEventListener('visibilitychange', hush);
    tone.stop();
    if ('guide' in rig) rig.guide = null;
    if (!still) agent.setMotion(1);
  };
}

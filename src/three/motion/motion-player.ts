import { AttuneError, createAvatarFrame, type Radians, type Seconds, smoothstep, type Unit } from '../../core/index.ts';
import type { Face } from '../face/face.ts';
import type { Pose } from '../posture.ts';
import type { Motion } from './load-motion.ts';
import { type MotionSampler, createMotionSampler } from './motion-sampler.ts';

/** How a motion comes in and goes out, and whether it begins again. */
export interface PlayOptions {
  /** How long the motion takes to come in, and to go out at its end. Default 0.3 s. */
  readonly fade?: Seconds;
  /** Whether it begins again at its end, until stopped. Default false. */
  readonly loop?: boolean;
}

export interface MotionPlayer {
  /** The motion that was last begun and is not going out yet. */
  readonly playing: Motion | null;
  /** How much of the head's turn towards the player is left: 0 while a motion moves the head. */
  readonly headFree: Unit;
  /** Where motions turn the eyes, and how much of the gaze they decide. */
  readonly look: { readonly weight: Unit; readonly yaw: Radians; readonly pitch: Radians };
  play(motion: Motion, options?: PlayOptions): void;
  stop(fade?: Seconds): void;
  /** Moves on by a step and lays what plays over a pose; the pose given stays as it is. */
  over(pose: Pose, passed: Float64Array, face: Face): Pose;
}

interface Layer {
  readonly motion: Motion;
  readonly sampler: MotionSampler;
  readonly loop: boolean;
  time: Seconds;
  /** Progress of coming in, and of going out: linear, eased when read. */
  weight: Unit;
  fade: Seconds;
  leaving: boolean;
}

const DEFAULT_FADE: Seconds = 0.3;

export function createMotionPlayer(): MotionPlayer {
  const samplers = new WeakMap<Motion, MotionSampler>();
  const layers: Layer[] = [];
  const blended: Pose = createAvatarFrame();
  const look = { weight: 0, yaw: 0, pitch: 0 };
  let headFree = 1;

  function leave(fade: Seconds): void {
    for (const layer of layers) {
      layer.leaving = true;
      layer.fade = fade;
    }
  }

  /** Moves a layer on; false when it has gone. */
  function advance(layer: Layer, delta: Seconds): boolean {
    layer.time += delta;
    const { duration } = layer.motion;
    if (layer.loop) layer.time %= duration;
    else if (layer.time >= duration - layer.fade) layer.leaving = true;
    if (layer.time > duration) layer.time = duration;
    const step = layer.fade > 0 ? delta / layer.fade : 1;
    layer.weight = layer.leaving ? Math.max(0, layer.weight - step) : Math.min(1, layer.weight + step);
    return !layer.leaving || layer.weight > 0;
  }

  return {
    look,
    get playing() {
      const last = layers.at(-1);
      return last && !last.leaving ? last.motion : null;
    },
    get headFree() {
      return headFree;
    },
    play(motion, { fade = DEFAULT_FADE, loop = false } = {}) {
      checkFade(fade);
      leave(fade);
      const sampler = samplers.get(motion) ?? createMotionSampler(motion.animation);
      samplers.set(motion, sampler);
      layers.push({ motion, sampler, loop, time: 0, weight: 0, fade: Math.min(fade, motion.duration / 2), leaving: false });
    },
    stop(fade = DEFAULT_FADE) {
      leave(checkFade(fade));
    },
    over(pose, passed, face) {
      headFree = 1;
      look.weight = 0;
      if (layers.length === 0) return pose;
      blended.body.set(pose.body);
      blended.hips.x = pose.hips.x;
      blended.hips.y = pose.hips.y;
      blended.hips.z = pose.hips.z;
      for (let at = 0; at < layers.length; at++) {
        const layer = layers[at]!;
        if (!advance(layer, passed[0]!)) {
          layers.splice(at--, 1);
          continue;
        }
        const weight = smoothstep(0, 1, layer.weight);
        layer.sampler.sample(layer.time, weight, blended, face);
        if (layer.sampler.movesHead) headFree *= 1 - weight;
        const eyes = layer.sampler.look;
        if (!eyes) continue;
        look.weight += (1 - look.weight) * weight;
        look.yaw = eyes.yaw;
        look.pitch = eyes.pitch;
      }
      return blended;
    },
  };
}

function checkFade(fade: Seconds): Seconds {
  if (!(fade >= 0 && fade <= 10)) throw new AttuneError('bad-input', `Expected fade in [0, 10] seconds, but got ${fade}. Give seconds, not milliseconds.`);
  return fade;
}

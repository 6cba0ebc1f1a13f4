import { Group, type Object3D, Vector3 } from 'three';
import { type AvatarDriver, type BodyBuild, type Radians, type Seconds, type Unit, AttuneError, type AvatarFrame, clamp } from '../core/index.ts';
import type { Avatar } from './avatar.ts';
import { LOOK, SPEECH } from './face/expression-mixer.ts';
import { createConstraints } from './constraints.ts';
import { createFace } from './face/face.ts';
import { type GazeLimits, createGaze, gazeLimitsOf } from './gaze.ts';
import type { Motion } from './motion/load-motion.ts';
import { type PlayOptions, createMotionPlayer } from './motion/motion-player.ts';
import { createPosture } from './posture.ts';
import { type SpringThrottle, createSprings } from './springs/springs.ts';

/** How far an avatar's eyes turn, and where its hair and cloth may run slower. */
export interface VrmDriverOptions {
  /** How far the eyes turn in the head. By default as the avatar's file says, within 0.6 sideways and 0.4 up and down. */
  readonly gazeLimits?: GazeLimits;
  /** Where hair and cloth run slower. Default 30 times a second beyond 5 m. */
  readonly springThrottle?: SpringThrottle;
}

/** Moves a body beside what its frames show, such as steps and a hand that takes another. */
export interface BodyGuide {
  /** Before the avatar takes up a frame: may change its pose, where the driver's object stands, and by `setEyes` where it looks. */
  prepare(frame: AvatarFrame, delta: Seconds): void;
  /** Once its bones have, and before hair and clothes follow them. */
  finish(): void;
}

/** Shows frames on a VRM avatar. Add `object` to the scene; it stands on the floor at its origin and faces +z. */
export interface VrmDriver extends AvatarDriver {
  readonly avatar: Avatar;
  readonly object: Object3D;
  /** The head, for instance to hang a voice on. */
  readonly head: Object3D;
  /** The avatar's measures, for frames that are made for it: `createAvatarFrame(driver.build)`. */
  readonly build: BodyBuild;
  /** Height of the middle of the head, between the eyes, above the floor, in metres. */
  readonly headHeight: number;
  /** Where the eyes point in the head: yaw to the avatar's left, pitch up. */
  readonly gaze: { readonly yaw: Radians; readonly pitch: Radians };
  /** A copy of the weight that each of the avatar's expressions has now. */
  readonly weights: Readonly<Record<string, Unit>>;
  /** Where the player's eyes are in the world; null lets the avatar look straight ahead. */
  setEyes(position: Vector3 | null): void;
  /** Who moves the body beside its frames; null for nobody. */
  guide: BodyGuide | null;
  /** The motion that is playing. */
  readonly motion: Motion | null;
  /** Plays a motion over the performed body; one that plays already goes out meanwhile. */
  play(motion: Motion, options?: PlayOptions): void;
  /** Lets the motion go out, within 0.3 s unless told otherwise, and the performed body come back. */
  stop(fade?: Seconds): void;
}

/** A page that was hidden comes back with one long frame. */
const MAX_DELTA: Seconds = 0.1;
/** How fast emotions leave the mouth to speech, and take it back. */
const SPEECH_ATTACK: Seconds = 0.06;
const SPEECH_RELEASE: Seconds = 0.25;

const DEFAULT_THROTTLE: SpringThrottle = { beyond: 5, rate: 30 };

/**
 * Drives a loaded avatar. The driver owns it from here on: `dispose` releases it too.
 *
 * @throws {AttuneError} `bad-input` for limits out of range
 */
export function createVrmDriver(avatar: Avatar, options: VrmDriverOptions = {}): VrmDriver {
  const limits = checkLimits(options.gazeLimits ?? gazeLimitsOf(avatar.vrm));
  const throttle = checkThrottle(options.springThrottle ?? DEFAULT_THROTTLE);
  const { vrm } = avatar;
  const object = new Group();
  object.name = `attune:${avatar.credits.name}`;
  object.add(vrm.scene);
  object.updateMatrixWorld(true);

  const face = createFace(avatar);
  const player = createMotionPlayer();
  const posture = createPosture(vrm);
  const gaze = createGaze(vrm, object, avatar.eyeHeight, avatar.build.head.y, limits);
  const head = vrm.humanoid.getRawBoneNode('head') ?? object;
  const springs = createSprings(vrm, object, head, throttle);
  const animated = (vrm.materials ?? []).filter((material): material is typeof material & Animated => 'update' in material);
  const scrolls = animated.map(scrollsTexture);
  const constrain = createConstraints(vrm);
  const eyes = new Vector3();
  let watched = false;
  // In arrays, as numbers that are handed on would be allocated at every frame.
  const passed = new Float64Array(1);
  const headTurn = new Float64Array(2);
  const bearing = new Float64Array(2);

  const driver: VrmDriver = {
    guide: null, avatar, object, head, build: avatar.build, headHeight: avatar.eyeHeight, gaze: gaze.eyes,
    get weights() {
      return Object.fromEntries((vrm.expressionManager?.expressions ?? []).map(({ expressionName, weight }) => [expressionName, weight]));
    },
    setEyes(position) {
      watched = position !== null;
      if (position) eyes.copy(position);
    },
    apply(frame, delta) {
      passed[0] = clamp(delta, 0, MAX_DELTA);
      driver.guide?.prepare(frame, passed[0]);
      const target = watched ? eyes : null;
      object.updateWorldMatrix(true, false);

      gaze.follow(target, passed);
      const pose = player.over(frame, passed, face);
      headTurn[0] = player.headFree * gaze.head[0]!;
      headTurn[1] = player.headFree * gaze.head[1]!;
      posture.apply(pose, headTurn);
      gaze.aim(target, frame.gaze, player.look);
      driver.guide?.finish();

      bearing[SPEECH] = bearing[SPEECH]! + ((frame.speaking ? 1 : 0) - bearing[SPEECH]!) * (1 - Math.exp(-passed[0] / (frame.speaking ? SPEECH_ATTACK : SPEECH_RELEASE)));
      bearing[LOOK] = gaze.look[0]!;
      face.show(frame, bearing);

      constrain();
      springs.update(passed, target);
      for (let at = 0; at < animated.length; at++) animated[at]!.update(scrolls[at]! ? passed[0] : 0);
    },
    get motion() {
      return player.playing;
    },
    play: (motion, playing) => player.play(motion, playing),
    stop: (fade) => player.stop(fade),
    dispose() {
      object.removeFromParent();
      avatar.dispose();
    },
  };
  return driver;
}

/** MToon materials scroll and turn their textures by time. */
interface Animated {
  update(delta: Seconds): void;
  readonly uvAnimationScrollXSpeedFactor?: number;
  readonly uvAnimationScrollYSpeedFactor?: number;
  readonly uvAnimationRotationSpeedFactor?: number;
}

/** Only such a material is told the time, which would be allocated for it at every frame. */
function scrollsTexture({ uvAnimationScrollXSpeedFactor: x, uvAnimationScrollYSpeedFactor: y, uvAnimationRotationSpeedFactor: turn }: Animated): boolean {
  return x !== 0 || y !== 0 || turn !== 0;
}

function checkLimits(limits: GazeLimits): GazeLimits {
  for (const [axis, limit] of Object.entries(limits)) {
    if (!(limit > 0 && limit <= Math.PI / 2)) {
      throw new AttuneError('bad-input', `Expected gazeLimits.${axis} in (0, ${(Math.PI / 2).toFixed(2)}] radians, but got ${limit}. Give radians, not degrees.`);
    }
  }
  return limits;
}

function checkThrottle(throttle: SpringThrottle): SpringThrottle {
  if (!(throttle.beyond >= 0)) throw new AttuneError('bad-input', `Expected springThrottle.beyond as a distance of at least 0 m, but got ${throttle.beyond}. Use Infinity to never slow down.`);
  if (!(throttle.rate > 0)) throw new AttuneError('bad-input', `Expected springThrottle.rate above 0 Hz, but got ${throttle.rate}. 30 is usual.`);
  return throttle;
}

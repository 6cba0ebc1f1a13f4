import { type Camera, type Object3D, Quaternion, Vector3, type WebGLRenderer } from 'three';
import { type Agent, AttuneError, type AvatarFrame, clamp, poseStride, type Seconds, type Unit } from '../core/index.ts';
import { type BodyGuide, readViewer, type VrmDriver } from '../three/index.ts';
import { type ArmReach, createArmReach } from './arm-reach.ts';
import type { BodyPose, Side } from './motion/body-pose.ts';
import type { HandTelling } from './motion/hand-gestures.ts';
import type { Point } from './motion/point.ts';
import { createMotionSource } from './motion-source.ts';
import { createProxemics, type Distances, DISTANCES } from './proxemics.ts';
import { readBody } from './read-body.ts';

/** Whom the player meets in the headset, and how near. */
export interface EncounterOptions {
  readonly agent: Pick<Agent, 'attach' | 'detach' | 'state'>;
  readonly driver: VrmDriver;
  readonly renderer: Pick<WebGLRenderer, 'xr'>;
  readonly camera: Camera;
  /** How near is right, in metres. Default {@link DISTANCES}. */
  readonly distances?: Partial<Distances>;
  /** Where the agent stands when a session begins: before the player, or out of sight until {@link Encounter.stand} is called, as in augmented reality. Default: before the player in VR, waiting in AR. */
  readonly begins?: 'before-player' | 'waiting';
  /** Height of the floor in the world, in metres; 0 in a `local-floor` session. */
  readonly floor?: number;
  /** The session is in sight again (true), or blurred or hidden by the system (false): let speech and senses rest meanwhile. */
  readonly onAttention?: (attentive: boolean) => void;
  /** A hand of the player met the agent's. Controllers have trembled for it already. */
  readonly onMeet?: (kind: 'reach' | 'high-five') => void;
}

/** What an agent and a player do with their bodies in a headset. */
export interface Encounter {
  readonly phase: 'apart' | 'waiting' | 'together' | 'paused';
  /** From the agent's middle to the player's eyes, along the floor; null while they are apart. */
  readonly distance: number | null;
  readonly retreating: boolean;
  /** What the agent looks at: the player's eyes, or the place that they point at. */
  readonly looksAt: Readonly<Point> | null;
  readonly looksWherePointed: boolean;
  /** Stands the agent on the floor there, turned to the player. */
  stand(at: Point): void;
  /** Call it once a frame, before the agent's own update. */
  update(): void;
  /** Ends it; avatar and camera go back to where they were before the session, as they do when that ends. */
  dispose(): void;
}

/** The player's eyes are at least so much below the agent's when they sit: then it stands farther off, so that nobody must look up steeply. */
const SEATED = 0.25;
const FARTHER = 0.5;
/** A place that is pointed at is looked at once it was pointed at, and for so long after. */
const LOOKS_ON: Seconds = 1.4;
/** Where a ray meets nothing, what it points at is so far away, in metres. */
const FAR = 3;
const REACH_EASE: Seconds = 0.35;
/** Palms meet at this distance between their middles, in metres: both are a few centimetres thick. */
const TOUCHES = 0.09;
const TREMBLE = { strength: 0.6, milliseconds: 70 } as const;

/**
 * Lets an agent be met in a headset, in plain three.js as in React: at life size and a good distance, on its own feet, eye to eye. What head and hands tell goes to the
 * agent as signals of the sense `motion`, which are logged and replay; walking, looking and reaching follow in the same frame and are not logged.
 *
 * It guides the driver's body, so a driver has one encounter at a time.
 *
 * @throws {AttuneError} `bad-input` for distances out of order
 * @example
 * import { createAgent } from 'attune/three';
 * import { createEncounter } from 'attune/xr';
 * import { PerspectiveCamera, Scene, WebGLRenderer } from 'three';
 * import type { VrmDriver } from 'attune/three';
 *
 * const [renderer, scene, camera] = [new WebGLRenderer(), new Scene(), new PerspectiveCamera(50, 1, 0.05, 40)];
 * renderer.xr.enabled = true;
 * const agent = await createAgent({ camera, renderer });
 * scene.add(agent.object);
 * const encounter = createEncounter({ agent, driver: agent.rig as VrmDriver, renderer, camera });
 * renderer.setAnimationLoop(() => {
 *   encounter.update();
 *   agent.update(1 / 72);
 *   renderer.render(scene, camera);
 * });
 */
export function createEncounter(options: EncounterOptions): Encounter {
  const { agent, driver, renderer, camera, floor = 0 } = options;
  const distances = checkDistances({ ...DISTANCES, ...options.distances });
  const feet = createProxemics(distances);
  const motion = createMotionSource();
  const arms: Readonly<Record<Side, ArmReach | null>> = { left: createArmReach(driver, 'left'), right: createArmReach(driver, 'right') };
  const eyes = new Vector3();
  const looked = new Vector3();
  const offered = new Vector3();
  let session: XRSession | null = null;
  let before: { readonly body: Place; readonly camera: Place; readonly visible: boolean } | null = null;
  let phase: Encounter['phase'] = 'apart';
  let body: BodyPose | null = null;
  let pointedUntil = Number.NEGATIVE_INFINITY;
  let reached: Unit = 0;
  let meets: HandTelling['kind'] | null = null;

  const isVisible = (): boolean => (session?.visibilityState ?? 'visible') === 'visible';

  function onVisibility(): void {
    if (phase === 'apart') return;
    const attentive = isVisible();
    if (attentive === (phase !== 'paused')) return;
    phase = attentive ? (driver.object.visible ? 'together' : 'waiting') : 'paused';
    motion.reset();
    options.onAttention?.(attentive);
  }

  function begin(next: XRSession): void {
    session = next;
    const { object } = driver;
    before = { body: placeOf(object), camera: placeOf(camera), visible: object.visible };
    phase = 'waiting';
    const waits = options.begins ?? (next.environmentBlendMode === undefined || next.environmentBlendMode === 'opaque' ? 'before-player' : 'waiting');
    object.visible = false;
    placed = waits === 'waiting' ? 'later' : 'at-once';
    next.addEventListener('visibilitychange', onVisibility);
    next.addEventListener('end', leave);
    driver.guide = guide;
    void agent.attach(motion);
  }
  let placed: 'later' | 'at-once' | 'done' = 'later';

  function leave(): void {
    if (!session) return;
    session.removeEventListener('visibilitychange', onVisibility);
    session.removeEventListener('end', leave);
    session = null;
    if (driver.guide === guide) driver.guide = null;
    const { object } = driver;
    if (before) {
      putBack(object, before.body);
      // three.js leaves the page's camera where the player's head was last.
      putBack(camera, before.camera);
      object.visible = before.visible;
    }
    const wasPaused = phase === 'paused';
    phase = 'apart';
    body = null;
    reached = 0;
    meets = null;
    void agent.detach('motion');
    if (wasPaused) options.onAttention?.(true);
  }

  function standAt(at: { readonly x: number; readonly z: number }): void {
    feet.stand(at, body ? body.head.position : readViewer(renderer, camera, eyes));
    moveObject();
    driver.object.visible = true;
    driver.avatar.vrm.springBoneManager?.reset();
    placed = 'done';
    if (phase === 'waiting') phase = 'together';
  }

  /** Before the player, a little farther away where they sit. */
  function standBeforePlayer({ head: { position, direction } }: BodyPose): void {
    const length = Math.hypot(direction.x, direction.z);
    const [x, z] = length > 1e-3 ? [direction.x / length, direction.z / length] : [0, -1];
    const below = clamp(floor + driver.headHeight - position.y - SEATED, 0, 1);
    const away = distances.comfortable + FARTHER * below;
    standAt({ x: position.x + away * x, z: position.z + away * z });
  }

  function moveObject(): void {
    const { object } = driver;
    object.position.set(feet.x, floor, feet.z);
    object.quaternion.setFromAxisAngle(UP, feet.heading);
    if (!object.parent) return;
    object.parent.updateWorldMatrix(true, false);
    object.parent.worldToLocal(object.position);
    object.quaternion.premultiply(object.parent.getWorldQuaternion(turned).invert());
  }

  const tellingOf = (...kinds: readonly HandTelling['kind'][]): HandTelling | null => motion.telling.find(({ kind }) => kinds.includes(kind)) ?? null;
  const isAnswering = (): boolean => agent.state.performance.gestures.some(({ gesture, dropped }) => dropped === null && (gesture === 'handshake' || gesture === 'high-five'));

  function look(now: number): void {
    const pointing = tellingOf('point');
    if (pointing) {
      pointedUntil = now + LOOKS_ON;
      const { position, direction } = pointing.hand;
      const down = direction.y < -0.05 ? (position.y - floor) / -direction.y : Infinity;
      looked.copy(direction as Vector3).multiplyScalar(Math.min(FAR, down)).add(position as Vector3);
    } else if (now > pointedUntil) looked.copy(eyes);
    driver.setEyes(looked);
  }

  const guide: BodyGuide = {
    prepare(frame: AvatarFrame, delta) {
      if (phase !== 'together' || !body) return;
      // Whoever prefers reduced motion is made room for as well; only the legs rest then, as all of the body does.
      feet.update(body.head.position, tellingOf('reach', 'high-five') !== null, delta);
      moveObject();
      poseStride(frame, feet.stride);
      look(body.at);
      const hand = tellingOf('reach', 'high-five');
      if (hand) {
        const { position, palm } = hand.hand;
        offered.copy(position as Vector3);
        // Palms meet, where it is known which way the player's faces.
        if (palm) offered.addScaledVector(palm as Vector3, 0.03);
      }
      const wish = hand && isAnswering() ? 1 : 0;
      reached += clamp(wish - reached, -delta / REACH_EASE, delta / REACH_EASE);
      if (!hand && reached === 0) meets = null;
    },
    finish() {
      const arm = arms.right;
      if (phase !== 'together' || !arm || reached === 0) return;
      arm.reach(offered, reached * reached * (3 - 2 * reached));
      const hand = tellingOf('reach', 'high-five');
      if (hand && meets !== hand.kind && arm.gap < TOUCHES) {
        meets = hand.kind;
        tremble(hand);
        if (hand.kind !== 'point') options.onMeet?.(hand.kind);
      }
    },
  };

  function tremble(hand: HandTelling): void {
    const side: Side = body?.right?.position === hand.hand.position ? 'right' : 'left';
    for (const { handedness, gamepad } of session?.inputSources ?? []) {
      if (handedness !== side) continue;
      const actuator = (gamepad as { hapticActuators?: readonly { pulse?(strength: number, milliseconds: number): Promise<boolean> }[] } | undefined)?.hapticActuators?.[0];
      void actuator?.pulse?.(TREMBLE.strength, TREMBLE.milliseconds)?.catch(() => undefined);
    }
  }

  return {
    get phase() {
      return phase;
    },
    get distance() {
      return body && driver.object.visible && phase !== 'apart' ? Math.hypot(feet.x - body.head.position.x, feet.z - body.head.position.z) : null;
    },
    get retreating() {
      return feet.retreating;
    },
    get looksAt() {
      return phase === 'together' ? looked : null;
    },
    get looksWherePointed() {
      return phase === 'together' && body !== null && body.at <= pointedUntil;
    },
    stand(at) {
      if (phase === 'apart') throw new AttuneError('bad-input', 'Expected a session in which the agent can stand somewhere, but there is none. Call stand once the phase is "waiting" or "together".');
      standAt(at);
    },
    update() {
      const present = renderer.xr.isPresenting ? renderer.xr.getSession() : null;
      if (session && session !== present) leave();
      if (present && !session) begin(present);
      if (!session || phase === 'paused') return;
      const now = motion.now();
      const pose = now === null ? null : readBody(renderer, camera, now);
      if (!pose) return;
      body = pose;
      eyes.copy(pose.head.position as Vector3);
      if (placed === 'at-once') standBeforePlayer(pose);
      if (placed !== 'done') return;
      driver.head.getWorldPosition(face);
      motion.take(pose, face);
    },
    dispose() {
      leave();
    },
  };
}

interface Place {
  readonly position: Vector3;
  readonly quaternion: Quaternion;
}

const placeOf = ({ position, quaternion }: Object3D): Place => ({ position: position.clone(), quaternion: quaternion.clone() });

function putBack(object: Object3D, { position, quaternion }: Place): void {
  object.position.copy(position);
  object.quaternion.copy(quaternion);
  object.updateMatrixWorld(true);
}

function checkDistances(distances: Distances): Distances {
  const { near, comfortable, leash } = distances;
  if (!(near > 0 && comfortable > near && leash >= 0)) throw new AttuneError('bad-input', `Expected distances with 0 < near < comfortable and a leash of at least 0 m, but got near ${near}, comfortable ${comfortable} and leash ${leash}.`);
  return distances;
}

const UP = new Vector3(0, 1, 0);
const face = new Vector3();
const turned = new Quaternion();

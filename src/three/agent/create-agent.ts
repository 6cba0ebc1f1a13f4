import { type Camera, type Object3D, Vector3, type WebGLRenderer } from 'three';
import { type Agent, type AgentOptions, type AttuneError, type Character, createAgent as createCore, createAvatarFrame, createRelease, type Release, type Seconds, type Sense, type SignalSource, type Unit } from '../../core/index.ts';
import { chooseDetail, type DetailLevel, readDevice } from '../detail.ts';
import type { Speaker } from '../mouth-sound.ts';
import { watchPicture } from '../picture.ts';
import { readViewer } from '../viewer.ts';
import type { VrmDriverOptions } from '../vrm-driver.ts';
import { type AgentTeller, createAgentTeller, type ListenToAgent } from './agent-events.ts';
import { type AgentPorts, openCharacter, type OpenPorts, openPorts, type OpenSense, type TurnVoice } from './default-ports.ts';
import { type AvatarRig, openRig } from './rig.ts';

/** As in the room for browsers, which is not loaded for this. */
const DEFAULT_ASSETS = './attune/';

const FILE_OF: Readonly<Record<DetailLevel, string>> = { full: 'avatar.vrm', light: 'avatar.light.vrm' };

/** All of the core's options, a body, and the ports; everything may be left out. */
export interface SceneAgentOptions extends AgentPorts, Omit<AgentOptions, 'character' | keyof AgentPorts> {
  /** `mira` (the default), `emil` or `pip` among the assets, or who the agent is as plain data. */
  readonly character?: string | Partial<Character>;
  /** A VRM file's URL or bytes, or a rig of your own. By default the character's among the assets; Mira's for one of your own. */
  readonly avatar?: string | URL | ArrayBuffer | AvatarRig;
  /** How fine the avatar from the assets is; by default as the device can draw it ({@link chooseDetail}). */
  readonly detail?: DetailLevel;
  /** How a VRM moves. */
  readonly driver?: VrmDriverOptions;
  /** Through which the player sees and hears the scene. Without one the agent looks straight ahead. */
  readonly camera?: Camera;
  /** For headsets, where the camera is not where the player's eyes are; and so that `health` tells of a picture that was lost. */
  readonly renderer?: Pick<WebGLRenderer, 'xr' | 'domElement'>;
  /** The share of the avatar's file that has arrived, in [0, 1]. */
  readonly onProgress?: (share: Unit) => void;
  /** Gives up making the agent when aborted; the promise then rejects with the signal's reason. */
  readonly signal?: AbortSignal;
}

/** An agent with a body in a three.js scene: everything that the core's can do, and these. */
export interface SceneAgent extends Agent {
  /** Add it to the scene. It stands on the floor at its origin and faces +z. */
  readonly object: Object3D;
  readonly rig: AvatarRig;
  /** Calls `listener` for every event of that name from now on; returns how to stop. */
  readonly on: ListenToAgent;
  /** Moves the body; call it once a frame, with the seconds since the last one. Allocates nothing. */
  update(delta: Seconds): void;
  /**
   * Opens the camera or the microphone, after the player agreed. Resolves when it is live, or the failure was told as a problem.
   *
   * @throws {AttuneError} `permission-denied` when the compliance mode does not allow it
   */
  open(sense: OpenSense): Promise<void>;
  close(sense: OpenSense): Promise<void>;
  /** Looks at something else from now on, such as another player; null is the camera again, or who has the floor. */
  lookAt(target: Object3D | null): void;
  /** The player sees and hears the scene through another camera from now on. @param renderer for headsets; null where none can be entered */
  seenBy(camera: Camera, renderer?: Pick<WebGLRenderer, 'xr'> | null): void;
  /** The id of what it will say when it has the floor; null while it waits for nobody. Its caption is there already, and best shown then. */
  readonly waits: string | null;
  /** Ends everything and releases it: senses, voice, workers, sound, body. Safe to call twice; `stop` does the same, and so does leaving the page. */
  dispose(): Promise<void>;
}

/**
 * Makes an agent that lives at once: loads its body and whatever port is left out, from the page's own origin.
 *
 * Several may live in one scene, each with a player or a role of its own; nothing is shared between them but the ports you give to both.
 *
 * @throws {AttuneError} `avatar-unreadable` when the body can't be loaded, `asset-missing` or `asset-wrong` when the character can't
 *   be, and `bad-input` for options out of range. Nothing is left open then.
 * @example
 * import { createAgent } from 'attune/three';
 * import { PerspectiveCamera, Scene } from 'three';
 *
 * const scene = new Scene();
 * const camera = new PerspectiveCamera(30, 1, 0.1, 20);
 * const agent = await createAgent({ character: 'pip', camera, events: { 'level-failed': 'lost' } });
 * scene.add(agent.object);
 * agent.on('feeling', ({ category }) => console.log(category));
 * agent.observe({ event: 'level-failed' });
 * agent.update(1 / 60);
 */
export async function createAgent(options: SceneAgentOptions = {}): Promise<SceneAgent> {
  const { character = 'mira', assets = DEFAULT_ASSETS, language = 'en', seed = 1 } = options;
  const id = typeof character === 'string' ? character : null;
  const teller = createAgentTeller();
  const tell = (problem: AttuneError): void => {
    options.onProblem?.(problem);
    teller.tell('problem', problem);
  };
  const avatar = options.avatar ?? `${assets.endsWith('/') ? assets : `${assets}/`}avatars/${id ?? 'mira'}/${FILE_OF[chooseDetail(readDevice(options.renderer), options.detail)]}`;
  // What arrives after a failure is let go of at once; a rig of the caller's own is still theirs.
  const held = createRelease(tell);
  try {
    const [rig, ports, who] = await Promise.all([
      openRig(avatar, options).then((opened) => {
        if (opened !== avatar) held.hold('The body', () => opened.dispose());
        return opened;
      }),
      openPorts(options, { id, seed, language, tell, held }),
      openCharacter(character, assets),
    ]);
    options.signal?.throwIfAborted();
    const turn = ports.takeTurns(rig.head ?? rig.object);
    const core = createCore({ ...options, ...ports.given, ...(turn && { speech: turn }), character: who, onProblem: tell });
    if (rig === avatar) held.hold('The body', () => rig.dispose());
    return embody(core, rig, ports, teller, turn, options, held);
  } catch (thrown) {
    void held.end();
    throw thrown;
  }
}

function embody(core: Agent, rig: AvatarRig, ports: OpenPorts, teller: AgentTeller, turn: TurnVoice | null, { floor, ...options }: SceneAgentOptions, held: Release): SceneAgent {
  let camera = options.camera ?? null;
  let renderer: Pick<WebGLRenderer, 'xr'> | null = options.renderer ?? null;
  const frame = createAvatarFrame(rig.build);
  const eyes = new Vector3();
  const speaker: Speaker = { object: rig.object, head: rig.head ?? rig.object, ...(rig.avatar && { avatar: rig.avatar }) };
  const sources = new Map<Sense, SignalSource>();
  /** The newest wish to open a sense. */
  const wishes = new Map<Sense, object>();
  let target: Object3D | null = null;

  async function close(sense: Sense): Promise<void> {
    wishes.delete(sense);
    sources.delete(sense);
    await core.detach(sense);
  }
  const picture = options.renderer ? watchPicture(options.renderer.domElement) : null;
  if (picture) held.hold('The watch over the picture', picture.stop);
  held.hold('The agent', core.stop);
  if (picture) core.supervise(picture);
  held.hold('Listening to the agent', teller.follow(core));
  const dispose = (): Promise<void> => held.end().then(teller.clear);

  function whoElseSpeaks(): Object3D | null {
    const who = floor?.speaker ?? null;
    return who === speaker.head ? null : who;
  }

  if (globalThis.matchMedia?.('(prefers-reduced-motion: reduce)').matches) core.setMotion(0);
  ports.prepare();
  core.start();

  return {
    ...core,
    get state() {
      return core.state;
    },
    get captions() {
      return core.captions;
    },
    get health() {
      return core.health;
    },
    object: rig.object, rig, on: teller.on, close, dispose, stop: dispose,
    update(delta) {
      if (held.ended) return;
      const other = target ?? whoElseSpeaks();
      rig.setEyes?.(other ? other.getWorldPosition(eyes) : camera ? readViewer(renderer, camera, eyes) : null);
      core.sample(frame);
      rig.apply(frame, delta);
      if (camera) ports.mouth?.follow(speaker, renderer, camera);
    },
    lookAt(next) {
      target = next;
    },
    seenBy(through, by = null) {
      camera = through;
      renderer = by;
    },
    get waits() {
      return turn?.waits ?? null;
    },
    async open(sense) {
      const wish = {};
      wishes.set(sense, wish);
      const source = await ports.makeSource(sense);
      // It may have been closed, or opened anew, before its adapter was loaded.
      if (held.ended || wishes.get(sense) !== wish) return;
      sources.set(sense, source);
      await core.attach(source);
    },
    erase() {
      core.erase();
      for (const source of sources.values()) if ('reset' in source && typeof source.reset === 'function') source.reset();
    },
  };
}

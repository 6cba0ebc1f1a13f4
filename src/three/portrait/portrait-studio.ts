import { AmbientLight, DirectionalLight, Group, PerspectiveCamera, Scene, WebGLRenderer } from 'three';
import { AttuneError } from '../../core/index.ts';
import type { Avatar } from '../avatar.ts';
import { loadAvatar } from '../load-avatar.ts';
import { framePortrait } from './framing.ts';
import { type PortraitOptions, type PortraitOrder, readOrder } from './portrait-options.ts';
import { type Sitter, createSitter, rememberPose } from './sitter.ts';

/** One picture machine for many portraits: keeps its WebGL context and the avatars that it loaded. */
export interface PortraitStudio {
  /**
   * Draws one portrait: head and shoulders as a PNG.
   *
   * A loaded avatar may be on show meanwhile: it is borrowed within one step of the page, between two
   * of its own frames, and given back as it was.
   *
   * @throws {AttuneError} `bad-input` for an option out of range, `avatar-unreadable`, or `bad-input` after `dispose`
   */
  render(options: PortraitOptions): Promise<Blob>;
  /** Gives the WebGL context back and releases the avatars that the studio loaded itself. */
  dispose(): void;
}

/** How far the avatar turns away for a three-quarter view, in radians, and how far its eyes come back. */
const THREE_QUARTER = 0.5;
const EYES_COME_BACK = 0.35;

/**
 * Opens a studio, in a page or in a worker.
 *
 * @throws {AttuneError} `unsupported` where there is no canvas, as in Node; `webgl-missing` without WebGL 2
 */
export function createPortraitStudio(): PortraitStudio {
  const canvas = createCanvas();
  const context = canvas.getContext('webgl2', { alpha: true, antialias: true, preserveDrawingBuffer: true }) as WebGL2RenderingContext | null;
  if (!context) throw new AttuneError('webgl-missing', 'Expected WebGL 2 to draw a portrait, but this browser offers none. Turn on hardware acceleration in its settings, or use a current browser.');
  const renderer = new WebGLRenderer({ canvas, context, alpha: true });
  const scene = new Scene();
  const turntable = new Group();
  const camera = new PerspectiveCamera();
  scene.add(turntable, ...lights());
  const loaded = new Map<string, Promise<Avatar>>();
  const sitters = new WeakMap<Avatar, Sitter>();
  let disposed = false;

  async function find({ avatar, signal }: PortraitOptions): Promise<{ avatar: Avatar; own: boolean }> {
    if (avatar instanceof ArrayBuffer) return { avatar: await loadAvatar(avatar, signal ? { signal } : {}), own: true };
    if (typeof avatar === 'object' && 'vrm' in avatar) return { avatar, own: false };
    const address = String(avatar);
    let loading = loaded.get(address);
    if (!loading) {
      loading = loadAvatar(address, signal ? { signal } : {});
      loaded.set(address, loading);
      loading.catch(() => loaded.delete(address));
    }
    return { avatar: await loading, own: false };
  }

  function draw(avatar: Avatar, { emotions, size, background, view }: PortraitOrder): Promise<Blob> {
    const restore = rememberPose(avatar);
    try {
      const sitter = sitters.get(avatar) ?? createSitter(avatar);
      sitters.set(avatar, sitter);
      const yaw = view === 'front' ? 0 : THREE_QUARTER;
      turntable.rotation.y = yaw;
      turntable.add(avatar.vrm.scene);
      sitter.pose(emotions, -EYES_COME_BACK * yaw);
      framePortrait(camera, avatar, yaw);
      renderer.setSize(size, size, false);
      renderer.setClearColor(background ?? 0x000000, background ? 1 : 0);
      renderer.render(scene, camera);
      return toPng(canvas);
    } finally {
      restore();
    }
  }

  return {
    async render(options) {
      const order = readOrder(options);
      if (disposed) throw new AttuneError('bad-input', 'Expected an open portrait studio, but this one was disposed of. Create another.');
      const { avatar, own } = await find(options);
      try {
        return await draw(avatar, order);
      } finally {
        if (own) avatar.dispose();
      }
    },
    dispose() {
      if (disposed) return;
      disposed = true;
      for (const loading of loaded.values()) loading.then((avatar) => avatar.dispose(), () => {});
      renderer.dispose();
      renderer.forceContextLoss();
    },
  };
}

/**
 * Draws one portrait and gives its WebGL context back; for several, open a studio once.
 *
 * @throws {AttuneError} as {@link createPortraitStudio} and its `render` do
 */
export async function renderPortrait(options: PortraitOptions): Promise<Blob> {
  readOrder(options);
  const studio = createPortraitStudio();
  try {
    return await studio.render(options);
  } finally {
    studio.dispose();
  }
}

/**
 * A soft window before the avatar and a little above, and the room's own light: together they light what faces the
 * camera to just its own colour. MToon adds its shade colour for every lamp, also for one behind, so there is no other.
 */
function lights(): (AmbientLight | DirectionalLight)[] {
  const lamp = (colour: string, intensity: number, x: number, y: number, z: number): DirectionalLight => {
    const light = new DirectionalLight(colour, intensity);
    light.position.set(x, y, z);
    return light;
  };
  return [new AmbientLight('#fff1e6', 0.55), lamp('#fff4ea', 2.5, -1.2, 2.6, 3), lamp('#e6ecff', 0.4, 2.2, 1.4, 1.2)];
}

function createCanvas(): HTMLCanvasElement | OffscreenCanvas {
  if (typeof OffscreenCanvas !== 'undefined') return new OffscreenCanvas(1, 1);
  if (typeof document !== 'undefined') return document.createElement('canvas');
  throw new AttuneError('unsupported', 'Expected a browser page or worker to draw a portrait in, but there is no canvas. In Node, open a page in a headless browser and call it there.');
}

function toPng(canvas: HTMLCanvasElement | OffscreenCanvas): Promise<Blob> {
  if ('convertToBlob' in canvas) return canvas.convertToBlob({ type: 'image/png' });
  return new Promise((resolve, reject) => canvas.toBlob((blob) => {
    if (blob) resolve(blob);
    else reject(new AttuneError('unsupported', 'Expected the browser to write a PNG, but it gave nothing. Choose a smaller size.'));
  }, 'image/png'));
}

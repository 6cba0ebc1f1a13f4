import { type AvatarFrame, createAvatarFrame, type Emotion, EMOTIONS, type PoseName, POSES, poseBody, type Unit } from 'attune';
import { type Avatar, createPortraitStudio, createVrmDriver, loadAvatar, type PortraitView, type VrmDriver } from 'attune/three';
import { AmbientLight, Box3, Color, DirectionalLight, PerspectiveCamera, Scene, WebGLRenderer } from 'three';
import { type Cell, layOut } from './contact-sheet.ts';

export type { PortraitView };

export interface StudioPortrait {
  readonly emotion: Emotion;
  readonly intensity: Unit;
  /** Side of the square in pixels. */
  readonly size: number;
  readonly background: string;
}

/** What the page offers to the scripts that open it; pictures are data URLs. */
interface StudioPage {
  portrait(id: string, portrait: StudioPortrait): Promise<string>;
  cover(id: string): Promise<string>;
  faces(id: string, view: PortraitView, intensities: readonly Unit[]): Promise<string>;
  turntable(id: string): Promise<string>;
}

declare global {
  interface Window {
    studio: StudioPage;
  }
}

const PAPER = '#efe9e0';
const FACE = 220;
const COVER = 480;
const [BODY_WIDTH, BODY_HEIGHT] = [240, 320] as const;
/** Turns of the body to its left, as seen by who walks round it. */
const TURNS = { front: 0, 'three-quarter': 0.7, side: Math.PI / 2, behind: Math.PI, 'three-quarter behind': -2.4 } as const;
/** Hair and cloth come to rest in this many frames. */
const SETTLING = 90;
const FRAME = 1 / 60;

const portraits = createPortraitStudio();
const avatars = new Map<string, Promise<Avatar>>();

function avatarOf(id: string): Promise<Avatar> {
  const known = avatars.get(id) ?? loadAvatar(`./${id}/avatar.vrm`);
  avatars.set(id, known);
  return known;
}

async function drawBlob(pen: CanvasRenderingContext2D, blob: Blob, x: number, y: number): Promise<void> {
  const picture = await createImageBitmap(blob);
  pen.drawImage(picture, x, y);
  picture.close();
}

function asUrl(blob: Blob): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.addEventListener('load', () => resolve(String(reader.result)));
    reader.addEventListener('error', () => reject(reader.error ?? new Error('Expected the picture to be readable, but it was not.')));
    reader.readAsDataURL(blob);
  });
}

/** A lit room with one avatar, looked at from all around. */
function createTurntable(driver: VrmDriver, frame: AvatarFrame) {
  const renderer = new WebGLRenderer({ antialias: true, preserveDrawingBuffer: true });
  renderer.setSize(BODY_WIDTH, BODY_HEIGHT, false);
  const scene = new Scene();
  scene.background = new Color(PAPER);
  const sun = new DirectionalLight(0xffffff, 2.2);
  sun.position.set(0.8, 1.6, 2);
  scene.add(sun, new AmbientLight(0xffffff, 0.9), driver.object);
  const camera = new PerspectiveCamera(24, BODY_WIDTH / BODY_HEIGHT, 0.1, 30);
  const { max } = new Box3().setFromObject(driver.object, true);
  // Room above for raised arms.
  const reach = Math.max(max.y, driver.build.shoulder.y + driver.build.upperArm + driver.build.lowerArm + driver.build.hand);
  const tall = reach * 1.16;
  const middle = reach * 0.48;
  const distance = tall / 2 / Math.tan((camera.fov * Math.PI) / 360);
  return {
    canvas: renderer.domElement,
    draw(pose: PoseName, turn: number) {
      poseBody(pose, frame);
      for (let i = 0; i < SETTLING; i += 1) driver.apply(frame, FRAME);
      camera.position.set(-Math.sin(turn) * distance, middle + 0.06 * tall, Math.cos(turn) * distance);
      camera.lookAt(0, middle, 0);
      renderer.render(scene, camera);
    },
    dispose() {
      scene.remove(driver.object);
      renderer.dispose();
    },
  };
}

window.studio = {
  async portrait(id, portrait) {
    return asUrl(await portraits.render({ avatar: await avatarOf(id), ...portrait }));
  },
  async cover(id) {
    const avatar = await avatarOf(id);
    return asUrl(await portraits.render({ avatar, emotion: 'happiness', intensity: 0.5, view: 'three-quarter', size: COVER }));
  },
  async faces(id, view, intensities) {
    const avatar = await avatarOf(id);
    const cells = intensities.flatMap((intensity) => EMOTIONS.map((emotion): Cell => ({
      label: `${emotion} ${emotion === 'neutral' ? '' : intensity}`,
      draw: async (pen, x, y) => drawBlob(pen, await portraits.render({ avatar, emotion, intensity, view, size: FACE, background: PAPER }), x, y),
    })));
    return layOut(cells, EMOTIONS.length, FACE, FACE);
  },
  async turntable(id) {
    const driver = createVrmDriver(await loadAvatar(`./${id}/avatar.vrm`));
    const room = createTurntable(driver, createAvatarFrame(driver.build));
    const cells = POSES.flatMap((pose) => Object.entries(TURNS).map(([name, turn]): Cell => ({
      label: `${pose.replace('-', ' ')}, ${name}`,
      draw: async (pen, x, y) => {
        room.draw(pose, turn);
        pen.drawImage(room.canvas, x, y);
      },
    })));
    const sheet = await layOut(cells, Object.keys(TURNS).length, BODY_WIDTH, BODY_HEIGHT);
    room.dispose();
    driver.dispose();
    return sheet;
  },
};

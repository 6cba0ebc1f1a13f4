import { Mesh, MeshBasicMaterial, PerspectiveCamera, PlaneGeometry, type Scene, WebGLRenderer } from 'three';
import type { Happening, Night } from '../rules/night.ts';
import { createClearing } from './clearing.ts';
import { createFallingThings } from './falling-things.ts';
import { glowTexture } from './glow.ts';
import { createJar, type Jar } from './jar.ts';
import type { Palette } from './palette.ts';

export interface Stage {
  readonly scene: Scene;
  readonly camera: PerspectiveCamera;
  readonly renderer: WebGLRenderer;
  readonly jar: Jar;
  /** Where the player points on the screen, as x in the clearing; `clientX` in CSS pixels. */
  pointed(clientX: number): number;
  flash(happening: Happening): void;
  draw(night: Night, delta: number): void;
}

/** Where Pip stands, in metres. */
export const PIP = { x: 1.12, z: -0.15, turn: -0.28 };

/** What must be in the picture: from the left tree to Pip's tail, from the grass to where lights begin to fall. */
const SEEN = { wide: 3.7, tall: 3, middle: 0.98 };
const FOV = 30;

/** Everything that is drawn, in a canvas that follows the size of its place. */
export function createStage(canvas: HTMLCanvasElement, palette: Palette, { low, still }: { readonly low: boolean; readonly still: boolean }): Stage {
  const renderer = new WebGLRenderer({ canvas, antialias: !low });
  renderer.setPixelRatio(low ? 0.6 : Math.min(devicePixelRatio, 2));
  const scene = createClearing(palette, low);
  const camera = new PerspectiveCamera(FOV, 1, 0.1, 60);
  const jar = createJar(low);
  const things = createFallingThings(still);
  scene.add(jar.object, things.object, makeShadow(PIP.x, PIP.z));
  let time = 0;

  const fit = (): void => {
    const { clientWidth: width, clientHeight: height } = canvas;
    if (width === 0 || height === 0) return;
    renderer.setSize(width, height, false);
    camera.aspect = width / height;
    const half = Math.tan((FOV * Math.PI) / 360);
    const distance = Math.max(SEEN.tall / 2 / half, SEEN.wide / 2 / (half * camera.aspect));
    // On a tall screen most of what there is to spare is sky.
    const middle = SEEN.middle + 0.2 * (2 * half * distance - SEEN.tall);
    camera.position.set(0, middle + 0.12, distance);
    camera.lookAt(0, middle, 0);
    camera.updateProjectionMatrix();
    camera.updateMatrixWorld();
  };
  new ResizeObserver(fit).observe(canvas);
  fit();

  return {
    scene, camera, renderer, jar,
    pointed(clientX) {
      const { left, width } = canvas.getBoundingClientRect();
      const half = Math.tan((FOV * Math.PI) / 360) * camera.position.z * camera.aspect;
      return ((2 * (clientX - left)) / width - 1) * half;
    },
    flash: things.flash,
    draw(night, delta) {
      time += still ? 0 : delta;
      jar.object.position.set(night.jar, 0.02, 0.1);
      jar.fill(night.caught);
      jar.drift(time);
      things.show(night.falling, time);
      things.fade(delta);
      renderer.render(scene, camera);
    },
  };
}

/** A soft shadow where feet meet the grass. */
function makeShadow(x: number, z: number): Mesh {
  const shadow = new Mesh(new PlaneGeometry(0.9, 0.6), new MeshBasicMaterial({ map: glowTexture(), color: '#0a1020', transparent: true, opacity: 0.6, depthWrite: false }));
  shadow.rotation.x = -Math.PI / 2;
  shadow.position.set(x, 0.006, z);
  return shadow;
}


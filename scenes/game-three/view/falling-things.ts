import { AdditiveBlending, Group, IcosahedronGeometry, Mesh, MeshBasicMaterial, MeshLambertMaterial, type Object3D, SphereGeometry, Sprite, SpriteMaterial, ConeGeometry } from 'three';
import type { Falling, Happening } from '../rules/night.ts';
import { glowTexture } from './glow.ts';
import { BURR, LIGHT } from './palette.ts';

export interface FallingThings {
  readonly object: Object3D;
  show(falling: readonly Falling[], time: number): void;
  /** A glow where something was caught or hit, which fades. */
  flash(happening: Happening): void;
  /** Lets flashes fade. */
  fade(delta: number): void;
}

/** More than ever fall at once. */
const POOL = 12;
const FADE = 0.6;

/** Lights and burrs, out of a pool: nothing is made while the game runs. */
export function createFallingThings(still: boolean): FallingThings {
  const object = new Group();
  const map = glowTexture();
  const glow = new SpriteMaterial({ map, color: LIGHT, transparent: true, opacity: 0.9, blending: AdditiveBlending, depthWrite: false });
  const core = new MeshBasicMaterial({ color: '#fffbe0' });
  const sphere = new SphereGeometry(0.028, 14, 10);
  const lights = fill(() => {
    const light = new Group();
    const halo = new Sprite(glow);
    halo.scale.setScalar(0.42);
    light.add(new Mesh(sphere, core), halo);
    return light;
  });
  const burrs = fill(makeBurr);
  const flashes = fill(() => {
    const sprite = new Sprite(new SpriteMaterial({ map, transparent: true, opacity: 0, blending: AdditiveBlending, depthWrite: false }));
    return sprite;
  }) as Sprite[];
  let newest = 0;

  function fill(make: () => Object3D): Object3D[] {
    return Array.from({ length: POOL }, () => {
      const made = make();
      made.visible = false;
      object.add(made);
      return made;
    });
  }

  return {
    object,
    show(falling, time) {
      for (const each of lights) each.visible = false;
      for (const each of burrs) each.visible = false;
      for (const { id, kind, x, y, phase } of falling) {
        const shown = (kind === 'light' ? lights : burrs)[id % POOL]!;
        shown.visible = true;
        shown.position.set(x, y, 0.1);
        if (kind === 'burr' && !still) shown.rotation.set(time, phase, 0);
        // It dies away where nobody catches it.
        else shown.scale.setScalar(Math.min(1, 0.35 + 2 * y) * (still ? 1 : 1 + 0.08 * Math.sin(4 * phase)));
      }
    },
    flash(happening) {
      if (!('x' in happening)) return;
      const sprite = flashes[newest++ % POOL]!;
      sprite.visible = true;
      sprite.material.color.set(happening.what === 'caught' ? LIGHT : happening.what === 'burr' ? '#c05aa0' : '#8fa0d8');
      sprite.material.opacity = happening.what === 'missed' ? 0.4 : 0.9;
      sprite.position.set(happening.x, happening.y + 0.05, 0.15);
      sprite.scale.setScalar(0.5);
    },
    fade(delta) {
      for (const sprite of flashes) {
        if (!sprite.visible) continue;
        sprite.material.opacity -= delta / FADE;
        if (!still) sprite.scale.addScalar(1.4 * delta);
        sprite.visible = sprite.material.opacity > 0;
      }
    },
  };
}

const SPIKES = [[1, 0, 0], [-1, 0, 0], [0, 1, 0], [0, -1, 0], [0, 0, 1], [0, 0, -1], [0.6, 0.6, 0.5], [-0.6, 0.6, -0.5], [0.6, -0.6, -0.5], [-0.6, -0.6, 0.5]] as const;

function makeBurr(): Object3D {
  const burr = new Group();
  const skin = new MeshLambertMaterial({ color: BURR });
  burr.add(new Mesh(new IcosahedronGeometry(0.05, 1), skin));
  for (const [x, y, z] of SPIKES) {
    const spike = new Mesh(new ConeGeometry(0.012, 0.06, 5), skin);
    spike.position.set(x, y, z).setLength(0.065);
    spike.quaternion.setFromUnitVectors(spike.up, spike.position.clone().normalize());
    burr.add(spike);
  }
  return burr;
}

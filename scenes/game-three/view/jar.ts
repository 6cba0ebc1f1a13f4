import { AdditiveBlending, Group, LatheGeometry, Mesh, MeshBasicMaterial, MeshLambertMaterial, type Object3D, PointLight, SphereGeometry, Sprite, SpriteMaterial, TorusGeometry, Vector2 } from 'three';
import { NEEDED } from '../rules/night.ts';
import { glowTexture } from './glow.ts';
import { createChance } from './made-up.ts';
import { LIGHT } from './palette.ts';

export interface Jar {
  readonly object: Object3D;
  /** Shows how full it is. */
  fill(lights: number): void;
  /** Lets what is inside drift; `time` in seconds. */
  drift(time: number): void;
}

/** The outline of the glass, from the middle of its foot up to the rim. */
const OUTLINE = [[0, 0], [0.13, 0], [0.155, 0.03], [0.165, 0.2], [0.15, 0.29], [0.11, 0.33], [0.115, 0.37]] as const;

/** A jar that gathers lights and shines the more of them it holds. */
export function createJar(low: boolean): Jar {
  const object = new Group();
  const glass = new Mesh(
    new LatheGeometry(OUTLINE.map(([x, y]) => new Vector2(x, y)), 32),
    new MeshLambertMaterial({ color: '#dff3ff', transparent: true, opacity: 0.2, depthWrite: false, side: 2 }),
  );
  const rim = new Mesh(new TorusGeometry(0.113, 0.012, 8, 32).rotateX(Math.PI / 2), new MeshLambertMaterial({ color: '#f3e7cf' }));
  rim.position.y = 0.37;
  const lamp = new PointLight(LIGHT, 0, 4, 1.6);
  lamp.position.set(0, 0.2, 0.1);
  const halo = new Sprite(new SpriteMaterial({ map: glowTexture(), color: LIGHT, transparent: true, opacity: 0, blending: AdditiveBlending, depthWrite: false }));
  halo.position.y = 0.18;
  halo.scale.setScalar(1.1);

  const chance = createChance(3);
  const shape = new SphereGeometry(0.018, 10, 8);
  const shine = new MeshBasicMaterial({ color: '#fff3b8' });
  const lights = Array.from({ length: NEEDED }, (_, index) => {
    const light = new Mesh(shape, shine);
    light.userData = { angle: 2 * Math.PI * chance(), radius: 0.03 + 0.08 * chance(), height: 0.05 + 0.022 * index, speed: 0.4 + 0.7 * chance() };
    light.visible = false;
    return light;
  });
  object.add(glass, rim, halo, ...lights);
  // A lamp of its own costs every material some.
  if (!low) object.add(lamp);

  return {
    object,
    fill(count) {
      lights.forEach((light, index) => {
        light.visible = index < count;
      });
      lamp.intensity = 0.22 * count;
      halo.material.opacity = Math.min(0.75, 0.08 * count);
    },
    drift(time) {
      for (const { position, userData: { angle, radius, height, speed } } of lights) {
        position.set(radius * Math.cos(angle + speed * time), height + 0.012 * Math.sin(2 * speed * time + angle), radius * Math.sin(angle + speed * time));
      }
    },
  };
}

import {
  AmbientLight, BufferGeometry, CircleGeometry, Color, ConeGeometry, CylinderGeometry, DirectionalLight, Float32BufferAttribute, Group, InstancedMesh, Matrix4, Mesh, MeshBasicMaterial,
  MeshLambertMaterial, type Object3D, Points, PointsMaterial, Quaternion, Scene, Shape, ShapeGeometry, Sprite, SpriteMaterial, Vector3,
} from 'three';
import { glowTexture, skyTexture } from './glow.ts';
import { createChance } from './made-up.ts';
import type { Palette } from './palette.ts';

const BLADES = { high: 2600, low: 400 } as const;
const STARS = 160;

/** A clearing with hills behind it, in the light of the hour. */
export function createClearing(palette: Palette, low: boolean): Scene {
  const chance = createChance(7);
  const scene = new Scene();
  scene.background = skyTexture(palette.sky);
  const sun = new DirectionalLight(palette.sun, palette.sunlight);
  sun.position.set(-1.2, 2.6, 3);
  scene.add(new AmbientLight(palette.ambient, palette.ambience), sun);
  scene.add(makeMoon(palette), makeStars(palette, chance), ...palette.hills.map((colour, layer) => makeHill(colour, layer, chance)));
  scene.add(makeGround(palette), makeGrass(palette, chance, low ? BLADES.low : BLADES.high), ...makeTrees(palette, chance));
  return scene;
}

function makeMoon({ sun }: Palette): Object3D {
  const moon = new Group();
  const disc = new Mesh(new CircleGeometry(0.62, 48), new MeshBasicMaterial({ color: '#fff6dc' }));
  const halo = new Sprite(new SpriteMaterial({ map: glowTexture(), color: sun, transparent: true, opacity: 0.75, depthWrite: false }));
  halo.scale.setScalar(6.5);
  halo.position.z = -0.1;
  moon.add(disc, halo);
  moon.position.set(-3.4, 5.9, -22);
  return moon;
}

function makeStars({ stars }: Palette, chance: () => number): Object3D {
  const places = Array.from({ length: STARS }, () => [(chance() - 0.5) * 34, 4.5 + chance() * 10, -24]).flat();
  const geometry = new BufferGeometry().setAttribute('position', new Float32BufferAttribute(places, 3));
  return new Points(geometry, new PointsMaterial({ size: 2.2, sizeAttenuation: false, color: '#fff3e0', transparent: true, opacity: stars, map: glowTexture(), depthWrite: false }));
}

/** A ridge across the whole picture; nearer layers are lower and darker. */
function makeHill(colour: string, layer: number, chance: () => number): Object3D {
  const [height, wave, start] = [3.4 - 0.9 * layer, 0.9 - 0.15 * layer, chance() * 6];
  const ridge = new Shape().moveTo(-20, -2);
  for (let x = -20; x <= 20; x += 0.5) ridge.lineTo(x, height + wave * (Math.sin(0.33 * x + start) + 0.35 * Math.sin(0.9 * x + 2 * start)));
  ridge.lineTo(20, -2);
  const hill = new Mesh(new ShapeGeometry(ridge), new MeshBasicMaterial({ color: colour }));
  hill.position.z = -20 + 4 * layer;
  return hill;
}

function makeGround({ grass }: Palette): Object3D {
  const ground = new Mesh(new CircleGeometry(16, 64), new MeshLambertMaterial({ color: grass }));
  ground.rotation.x = -Math.PI / 2;
  return ground;
}

function makeGrass({ blades }: Palette, chance: () => number, count: number): Object3D {
  const grass = new InstancedMesh(new ConeGeometry(0.009, 0.085, 3).translate(0, 0.04, 0), new MeshLambertMaterial(), count);
  const [matrix, turn, place, size] = [new Matrix4(), new Quaternion(), new Vector3(), new Vector3()];
  const colours = blades.map((blade) => new Color(blade));
  for (let index = 0; index < count; index += 1) {
    // Dense in front, sparse where nobody looks.
    const depth = 1.9 - 7 * chance() ** 2;
    place.set((chance() - 0.5) * (5.2 - depth), 0, depth);
    turn.setFromAxisAngle(AHEAD, (chance() - 0.5) * 0.7);
    grass.setMatrixAt(index, matrix.compose(place, turn, size.setScalar(0.6 + 0.9 * chance())));
    grass.setColorAt(index, colours[index % colours.length]!);
  }
  return grass;
}

/** Trees around the clearing; the lights fall out of the two nearest. */
function makeTrees({ tree, trunk }: Palette, chance: () => number): Object3D[] {
  const places = [[-2.75, -2.4, 0.95], [2.55, -2.6, 1], [-4.3, -4.4, 1.25], [4.4, -4.8, 1.3], [-2.9, -6.4, 1.15], [1.9, -7, 1.1], [3.5, -7.6, 1.4], [-6.4, -7.4, 1.6], [6.8, -7.8, 1.5], [-1.3, -8.6, 1.15], [0.4, -9, 0.95]] as const;
  const leaves = new MeshLambertMaterial({ color: tree });
  const bark = new MeshLambertMaterial({ color: trunk });
  const cones = [0.62, 0.5, 0.36].map((radius) => new ConeGeometry(radius, 0.9, 9));
  const stem = new CylinderGeometry(0.07, 0.1, 0.6, 7);
  return places.map(([x, z, height]) => {
    const whole = new Group();
    const foot = new Mesh(stem, bark);
    foot.position.y = 0.3;
    whole.add(foot, ...cones.map((cone, index) => {
      const crown = new Mesh(cone, leaves);
      crown.position.y = 0.85 + 0.5 * index;
      crown.rotation.y = chance() * Math.PI;
      return crown;
    }));
    whole.scale.setScalar(height);
    whole.position.set(x, 0, z);
    return whole;
  });
}

const AHEAD = new Vector3(0, 0, 1);

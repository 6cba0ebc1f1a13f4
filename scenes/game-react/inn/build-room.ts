import { BoxGeometry, BufferAttribute, type BufferGeometry, Color, ConeGeometry, CylinderGeometry, SphereGeometry } from 'three';
import { mergeGeometries } from 'three/examples/jsm/utils/BufferGeometryUtils.js';
import { PLACES } from './places.ts';

const BACK = -2;
const WIDTH = 5.4;
const HEIGHT = 2.75;

const TIMBER = '#5a3a22';
const DARK_TIMBER = '#3f2817';
const PLASTER = '#b98f63';
const STONE = '#7d746b';
const BRASS = '#c08a3e';

type Triple = readonly [number, number, number];

/** Builds with boxes, barrels and whatever else, in colours. */
interface Builder {
  add(geometry: BufferGeometry, place: Triple, colour: string, shade?: number): void;
  box(size: Triple, place: Triple, colour: string, shade?: number): void;
  barrel(radius: number, height: number, place: Triple, colour: string, sides?: number): void;
}

/** Everything of wood, stone and brass in the inn, in one geometry with a colour at each vertex: one draw call. */
export function buildRoom(): BufferGeometry {
  const parts: BufferGeometry[] = [];
  const add: Builder['add'] = (geometry, [x, y, z], colour, shade = 1) => void parts.push(painted(geometry.translate(x, y, z), new Color(colour).multiplyScalar(shade)));
  const builder: Builder = {
    add,
    box: (size, place, colour, shade) => add(new BoxGeometry(...size), place, colour, shade),
    barrel: (radius, height, place, colour, sides = 14) => add(new CylinderGeometry(radius * 0.88, radius, height, sides), place, colour),
  };
  for (const build of [shell, hearth, bar, stall, lanterns]) build(builder);
  const room = mergeGeometries(parts);
  for (const part of parts) part.dispose();
  return room;
}

/** Floor, walls, ceiling and beams. */
function shell({ box }: Builder): void {
  for (let plank = 0; plank < 18; plank++) box([WIDTH / 18 - 0.012, 0.04, 5], [-WIDTH / 2 + (plank + 0.5) * WIDTH / 18, -0.02, 0.45], TIMBER, shadeOf(plank));
  box([WIDTH, HEIGHT, 0.1], [0, HEIGHT / 2, BACK], PLASTER);
  for (const side of [-1, 1]) box([0.1, HEIGHT, 5], [side * WIDTH / 2, HEIGHT / 2, 0.45], PLASTER, 0.8);
  box([WIDTH, 0.06, 5], [0, HEIGHT, 0.45], DARK_TIMBER, 0.7);
  for (const x of [-2.6, -1.75, -0.72, 0.72, 1.75, 2.6]) box([0.13, HEIGHT, 0.14], [x, HEIGHT / 2, BACK + 0.09], DARK_TIMBER);
  for (const y of [1.0, 2.4]) box([WIDTH, 0.13, 0.12], [0, y, BACK + 0.08], DARK_TIMBER);
  for (const z of [-1.2, 0.1, 1.4]) box([WIDTH, 0.2, 0.18], [0, HEIGHT - 0.1, z], DARK_TIMBER, 0.85);
}

/** Stones around a dark opening, with a beam and two candles above it. */
function hearth({ box }: Builder): void {
  box([0.86, 0.9, 0.05], [0, 0.45, BACK + 0.06], '#15100c');
  for (const side of [-1, 1]) for (let row = 0; row < 5; row++) box([0.26, 0.19, 0.34], [side * 0.53, 0.1 + row * 0.2, BACK + 0.18], STONE, shadeOf(row + 7 * side));
  for (let stone = 0; stone < 5; stone++) box([0.25, 0.2, 0.34], [-0.53 + stone * 0.265, 1.08, BACK + 0.18], STONE, shadeOf(stone + 3));
  box([1.5, 0.09, 0.42], [0, 1.23, BACK + 0.2], DARK_TIMBER);
  box([1.4, 0.05, 0.7], [0, 0.025, BACK + 0.4], STONE, 0.8);
  for (const [height, x] of [[0.1, -0.12], [0.16, 0.1]] as const) box([0.42, 0.09, 0.1], [x, height, BACK + 0.22], '#2d1a10');
  for (const x of [-0.55, 0.55]) box([0.035, 0.16, 0.035], [x, 1.35, BACK + 0.22], '#efe2c4');
}

/** The bar before Emil, and the shelf with his bottles and the music box behind him. */
function bar({ add, box, barrel }: Builder): void {
  for (let plank = 0; plank < 9; plank++) box([0.185, 0.98, 0.06], [-1.9 + plank * 0.19, 0.49, -0.4], TIMBER, shadeOf(plank + 2));
  box([1.86, 0.06, 0.5], [-1.14, 1.01, -0.5], '#734a2a');
  for (const [x, tone] of [[-1.75, '#51683f'], [-1.6, '#7a4a2c'], [-0.55, '#46586b']] as const) bottle(barrel, [x, 1.04, -0.5], tone);
  for (const x of [-0.78, -0.68]) barrel(0.04, 0.1, [x, 1.09, -0.42], BRASS, 10);
  for (const y of [1.52, 1.92]) box([1.5, 0.05, 0.24], [-1.25, y, BACK + 0.22], DARK_TIMBER);
  const glass = ['#51683f', '#7a4a2c', '#46586b', '#6d3440', '#8a7a3a'];
  for (let at = 0; at < 8; at++) bottle(barrel, [-1.9 + at * 0.18, 1.945, BACK + 0.22], glass[at % glass.length]!);
  for (const at of [0, 1, 2, 5]) bottle(barrel, [-1.9 + at * 0.18, 1.545, BACK + 0.22], glass[(at + 2) % glass.length]!);
  box([0.24, 0.13, 0.17], [-0.66, 1.61, BACK + 0.24], '#8c3b2e');
  box([0.25, 0.025, 0.18], [-0.66, 1.69, BACK + 0.24], BRASS);
  barrel(0.3, 0.7, [-2.25, 0.35, -1.3], '#6b4527');
  add(new CylinderGeometry(0.31, 0.31, 0.05, 14), [-2.25, 0.5, -1.3], '#2f2f33');
}

/** Mira's table with an open box of small things, and her bundles beside it. */
function stall({ add, box, barrel }: Builder): void {
  box([1.5, 0.05, 0.62], [1.16, 0.8, -0.42], '#734a2a');
  box([1.52, 0.3, 0.64], [1.16, 0.66, -0.42], '#6e2f38', 0.9);
  for (const [x, z] of [[0.5, -0.2], [1.82, -0.2], [0.5, -0.64], [1.82, -0.64]] as const) box([0.07, 0.8, 0.07], [x, 0.4, z], DARK_TIMBER);
  box([0.62, 0.12, 0.36], [1.45, 0.88, -0.42], TIMBER);
  box([0.62, 0.3, 0.03], [1.45, 1.04, -0.62], TIMBER, 0.85);
  const small = [BRASS, '#d8cfc0', '#476b66', '#8c3b2e', '#caa24f', '#5b6f8a', '#d8cfc0', BRASS];
  for (const [at, colour] of small.entries()) box([0.055, 0.05, 0.055], [1.21 + (at % 4) * 0.16, 0.955, -0.5 + Math.floor(at / 4) * 0.15], colour);
  barrel(0.06, 0.11, [0.68, 0.88, -0.35], '#d8cfc0', 12);
  add(new SphereGeometry(0.28, 12, 8), [2.2, 0.25, -0.7], '#6b5a3c');
  add(new SphereGeometry(0.2, 12, 8), [2.3, 0.58, -0.75], '#55653f');
}

function lanterns({ add, box, barrel }: Builder): void {
  for (const [x, y, z] of PLACES.lanterns) {
    box([0.012, HEIGHT - y, 0.012], [x, (HEIGHT + y) / 2, z], DARK_TIMBER);
    add(new ConeGeometry(0.11, 0.08, 8), [x, y + 0.12, z], BRASS);
    barrel(0.08, 0.02, [x, y - 0.1, z], BRASS, 8);
  }
}

function bottle(barrel: Builder['barrel'], [x, foot, z]: Triple, colour: string): void {
  barrel(0.042, 0.17, [x, foot + 0.085, z], colour, 9);
  barrel(0.016, 0.09, [x, foot + 0.21, z], colour, 7);
}

/** Planks and stones differ a little; the same ones always in the same way. */
const shadeOf = (at: number): number => 0.86 + 0.28 * Math.abs((Math.sin(at * 12.9898) * 43758.5453) % 1);

function painted(geometry: BufferGeometry, { r, g, b }: Color): BufferGeometry {
  const colours = new Float32Array(geometry.getAttribute('position').count * 3);
  for (let at = 0; at < colours.length; at += 3) colours.set([r, g, b], at);
  return geometry.setAttribute('color', new BufferAttribute(colours, 3));
}

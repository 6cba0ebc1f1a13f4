import { CROP_SIZE } from './face-crop.ts';

/** A face crop is divided into this many cells each way. */
export const CELLS = 12;
/** What is told of each cell: the strength of edges in eight directions, and the brightness. */
export const DIRECTIONS = 8;
export const CELL_CHANNELS = DIRECTIONS + 1;

const CELL = CROP_SIZE / CELLS;
/** Keeps flat skin from being blown up to edges; brightness in [0, 1] per pixel. */
const FLAT = 0.012;

const gradients = new Float32Array(CELLS * CELLS * DIRECTIONS);
const energies = new Float32Array(CELLS * CELLS);

/**
 * Histograms of oriented gradients (Dalal & Triggs 2005) of a face crop: light, skin tone and focus
 * hardly change them.
 *
 * Directions are signed. Every pixel votes for the two nearest directions and the four nearest cells;
 * a cell is set against the mean of its neighbourhood, and the root is taken, so that a strong edge
 * does not drown a faint one. The last channel is the cell's brightness against the whole crop's, in
 * standard deviations over two.
 *
 * @param crop see {@link cropFace}
 * @param into {@link CELLS} squared times {@link CELL_CHANNELS} numbers, about in [0, 2]
 */
export function orientedEdges(crop: Float32Array, into: Float32Array): void {
  gradients.fill(0);
  for (let y = 1; y < CROP_SIZE - 1; y += 1) {
    const row = (y + 0.5) / CELL - 0.5;
    const [top, down] = [Math.floor(row), row - Math.floor(row)];
    for (let x = 1; x < CROP_SIZE - 1; x += 1) {
      const at = y * CROP_SIZE + x;
      const across = crop[at + 1]! - crop[at - 1]!;
      const along = crop[at + CROP_SIZE]! - crop[at - CROP_SIZE]!;
      const strength = Math.sqrt(across * across + along * along);
      if (strength === 0) continue;
      const direction = ((Math.atan2(along, across) / (2 * Math.PI) + 1) * DIRECTIONS) % DIRECTIONS;
      const first = Math.floor(direction);
      const beyond = direction - first;
      const second = first + 1 === DIRECTIONS ? 0 : first + 1;
      const column = (x + 0.5) / CELL - 0.5;
      const [left, right] = [Math.floor(column), column - Math.floor(column)];
      for (let corner = 0; corner < 4; corner += 1) {
        const cellY = top + (corner >> 1);
        const cellX = left + (corner & 1);
        if (cellY < 0 || cellX < 0 || cellY >= CELLS || cellX >= CELLS) continue;
        const share = strength * (corner >> 1 ? down : 1 - down) * (corner & 1 ? right : 1 - right);
        const cell = (cellY * CELLS + cellX) * DIRECTIONS;
        gradients[cell + first] = gradients[cell + first]! + share * (1 - beyond);
        gradients[cell + second] = gradients[cell + second]! + share * beyond;
      }
    }
  }
  for (let cell = 0; cell < CELLS * CELLS; cell += 1) {
    let sum = 0;
    for (let direction = 0; direction < DIRECTIONS; direction += 1) sum += gradients[cell * DIRECTIONS + direction]!;
    energies[cell] = sum;
  }
  const { mean, deviation } = light(crop);
  for (let y = 0; y < CELLS; y += 1) {
    for (let x = 0; x < CELLS; x += 1) {
      const cell = y * CELLS + x;
      const around = neighbourhood(y, x) + FLAT * CELL * CELL;
      for (let direction = 0; direction < DIRECTIONS; direction += 1) {
        into[cell * CELL_CHANNELS + direction] = Math.sqrt(gradients[cell * DIRECTIONS + direction]! / around);
      }
      into[cell * CELL_CHANNELS + DIRECTIONS] = (brightness(crop, y, x) - mean) / (2 * deviation);
    }
  }
}

/** Mean energy of the cell and those that touch it. */
function neighbourhood(y: number, x: number): number {
  let [sum, count] = [0, 0];
  for (let row = Math.max(0, y - 1); row <= Math.min(CELLS - 1, y + 1); row += 1) {
    for (let column = Math.max(0, x - 1); column <= Math.min(CELLS - 1, x + 1); column += 1) {
      sum += energies[row * CELLS + column]!;
      count += 1;
    }
  }
  return sum / count;
}

function brightness(crop: Float32Array, y: number, x: number): number {
  let sum = 0;
  for (let row = y * CELL; row < (y + 1) * CELL; row += 1) {
    for (let column = x * CELL; column < (x + 1) * CELL; column += 1) sum += crop[row * CROP_SIZE + column]!;
  }
  return sum / (CELL * CELL);
}

function light(crop: Float32Array): { mean: number; deviation: number } {
  let [mean, square] = [0, 0];
  for (const value of crop) mean += value / crop.length;
  for (const value of crop) square += (value - mean) ** 2 / crop.length;
  return { mean, deviation: Math.sqrt(square) + 0.02 };
}

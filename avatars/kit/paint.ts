import { clamp, mix, type Vec2 } from './math.ts';
import { encodePng } from './png.ts';

/** sRGB components 0..255. */
export type Colour = readonly [number, number, number];

export const hex = (code: string): Colour => {
  const n = Number.parseInt(code.slice(1), 16);
  return [(n >> 16) & 255, (n >> 8) & 255, n & 255];
};
export const mixColour = (a: Colour, b: Colour, t: number): Colour => [mix(a[0], b[0], clamp(t)), mix(a[1], b[1], clamp(t)), mix(a[2], b[2], clamp(t))];
export const multiply = (a: Colour, b: Colour): Colour => [(a[0] * b[0]) / 255, (a[1] * b[1]) / 255, (a[2] * b[2]) / 255];

/** Lit colour, colour in shade, and outline width 0..1 of one texel. */
export interface Texel {
  readonly lit: Colour;
  readonly shade: Colour;
  readonly outline?: number;
}

interface Region {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** One texture for the whole character: a lit atlas, the same in shade, and a small mask of outline widths. */
export class Atlas {
  readonly #size: number;
  readonly #lit: Uint8Array;
  readonly #shade: Uint8Array;
  readonly #outline: Uint8Array;
  readonly #region = new Map<string, Region>();

  constructor(size: number) {
    this.#size = size;
    this.#lit = new Uint8Array(size * size * 3);
    this.#shade = new Uint8Array(size * size * 3);
    this.#outline = new Uint8Array((size / 4) * (size / 4) * 3);
    // Unpainted parts only show through far mipmaps: a middle tone, not black.
    for (let i = 0; i < size * size; i += 1) {
      this.#lit.set([214, 192, 176], i * 3);
      this.#shade.set([168, 134, 128], i * 3);
    }
  }

  /** Paints a rectangle given in fractions of the atlas; u runs right and v down, both 0..1 inside `uv`'s inset. */
  region(name: string, rect: readonly [number, number, number, number], texel: (u: number, v: number) => Texel): void {
    const [x, y, width, height] = rect.map((f) => Math.round(f * this.#size)) as [number, number, number, number];
    if (x + width > this.#size || y + height > this.#size) throw new Error(`Atlas region ${name} leaves the texture`);
    this.#region.set(name, { x, y, width, height });
    for (let j = 0; j < height; j += 1) {
      for (let i = 0; i < width; i += 1) {
        const { lit, shade, outline = 1 } = texel(clamp((i + 0.5 - 4) / (width - 8)), clamp((j + 0.5 - 4) / (height - 8)));
        const at = ((y + j) * this.#size + x + i) * 3;
        for (const c of [0, 1, 2] as const) {
          this.#lit[at + c] = Math.round(clamp(lit[c], 0, 255));
          this.#shade[at + c] = Math.round(clamp(shade[c], 0, 255));
        }
        const small = (((y + j) >> 2) * (this.#size / 4) + ((x + i) >> 2)) * 3;
        this.#outline.fill(Math.round(clamp(outline) * 255), small, small + 3);
      }
    }
  }

  /** Texture coordinates inside a region, kept four texels off its edge so that mipmaps do not bleed. */
  uv(name: string, u: number, v: number): Vec2 {
    const r = this.#region.get(name);
    if (!r) throw new Error(`Unknown atlas region ${name}; known: ${[...this.#region.keys()].join(', ')}`);
    return [(r.x + 4 + clamp(u) * (r.width - 8)) / this.#size, (r.y + 4 + clamp(v) * (r.height - 8)) / this.#size];
  }

  /** Nearest lit and shade colour, for the thumbnail. */
  sample([u, v]: Vec2): { lit: Colour; shade: Colour } {
    const x = Math.min(this.#size - 1, Math.floor(u * this.#size));
    const y = Math.min(this.#size - 1, Math.floor(v * this.#size));
    const at = (y * this.#size + x) * 3;
    const read = (from: Uint8Array): Colour => [from[at]!, from[at + 1]!, from[at + 2]!];
    return { lit: read(this.#lit), shade: read(this.#shade) };
  }

  /** PNGs: the lit atlas in full, the shaded one at half size, the outline's mask at a quarter. */
  encode(): { lit: Uint8Array; shade: Uint8Array; outline: Uint8Array } {
    const small = (from: Uint8Array, size: number, by: number): Uint8Array => {
      if (by === 1) return encodePng(size, size, from);
      const half = size / by;
      const out = new Uint8Array(half * half * 3);
      for (let y = 0; y < half; y += 1) {
        for (let x = 0; x < half; x += 1) {
          for (let c = 0; c < 3; c += 1) {
            let sum = 0;
            for (let j = 0; j < by; j += 1) for (let i = 0; i < by; i += 1) sum += from[((y * by + j) * size + x * by + i) * 3 + c]!;
            out[(y * half + x) * 3 + c] = Math.round(sum / (by * by));
          }
        }
      }
      return encodePng(half, half, out);
    };
    return { lit: small(this.#lit, this.#size, 1), shade: small(this.#shade, this.#size, 2), outline: small(this.#outline, this.#size / 4, 1) };
  }
}

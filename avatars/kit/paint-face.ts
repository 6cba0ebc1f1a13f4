import type { FaceSpec } from './face-surface.ts';
import { bell, clamp, smoothstep, type Vec2 } from './math.ts';
import { mixColour, multiply, type Atlas, type Colour } from './paint.ts';

export interface FacePalette {
  readonly skin: Colour;
  readonly skinShade: Colour;
  readonly blush: Colour;
  readonly lip: Colour;
  readonly lid: Colour;
  readonly iris: { readonly ring: Colour; readonly dark: Colour; readonly light: Colour; readonly glow: Colour };
  readonly lash: Colour;
  readonly brow: Colour;
  /** Freckles as [x, y, radius], metres; mirrored. */
  readonly freckles: readonly (readonly [number, number, number])[];
  /** Further tints of the skin at a point of the face, metres: wrinkles, stubble, a tan. */
  marks?(x: number, y: number): readonly (readonly [Colour, number])[];
}

/** The face is mapped straight from the front: metres to texture. */
export const faceUv =
  (atlas: Atlas) =>
  (x: number, y: number): Vec2 =>
    atlas.uv('face', 0.5 + x / 0.19, (0.125 - y) / 0.26);

export function paintFace(atlas: Atlas, spec: FaceSpec, colours: FacePalette): void {
  paintSkin(atlas, spec, colours);
  paintFaceParts(atlas, colours);
}

function paintSkin(atlas: Atlas, spec: FaceSpec, colours: FacePalette): void {
  const { eye, nose, mouth } = spec;
  const white: Colour = [255, 255, 255];
  atlas.region('face', [0, 0, 0.5, 0.5], (u, v) => {
    const x = (u - 0.5) * 0.19;
    const y = 0.125 - v * 0.26;
    const ax = Math.abs(x);
    let lit = colours.skin;
    let shade = colours.skinShade;
    const tint = (c: Colour, w: number): void => {
      lit = mixColour(lit, c, w);
      shade = mixColour(shade, multiply(c, [232, 190, 190]), w);
    };
    tint(colours.blush, 0.34 * bell((ax - eye.x - 0.011) / 0.0135, (y - eye.y + 0.034) / 0.0085));
    tint(colours.blush, 0.26 * bell(x / 0.0085, (y - nose.y + 0.001) / 0.0065));
    tint(colours.blush, 0.16 * bell(x / 0.014, (y - mouth.y + 0.036) / 0.009));
    // Under the nose: a soft shadow and two hints of nostrils; on the tip a small light.
    tint(colours.lid, 0.5 * bell(x / 0.0075, (y - nose.y + 0.0072) / 0.0018));
    tint(colours.lid, 0.75 * bell((ax - 0.0052) / 0.0021, (y - nose.y + 0.0063) / 0.0011));
    lit = mixColour(lit, white, 0.5 * bell((x + 0.0012) / 0.0022, (y - nose.y - 0.0028) / 0.0026));
    // Lids: warmth above the lash line, deeper towards the outer corner.
    const dx = (ax - eye.x) / (eye.width / 2);
    const rim = Math.sqrt(dx * dx + ((y - eye.y) / (y > eye.y ? eye.upper : eye.lower)) ** 2);
    tint(colours.lid, (0.14 + 0.26 * smoothstep(-0.004, 0.006, y - eye.y)) * (1 - smoothstep(0.95, 1.5, rim)) * smoothstep(-1.2, 0.9, dx + 0.4));
    for (const [fx, fy, r] of colours.freckles) {
      const d = Math.min(Math.hypot(x - fx, y - fy), Math.hypot(x + fx * 1.07, y - fy + 0.0007));
      tint(colours.lid, 0.42 * (1 - smoothstep(r * 0.5, r * 1.2, d)));
    }
    for (const [c, w] of colours.marks?.(x, y) ?? []) tint(c, w);
    // Lips: a cupid's bow above, fuller below, edges soft.
    const line = mouth.y + mouth.curve * Math.min((x / mouth.halfWidth) ** 2, 1.6);
    const q = ax / (mouth.halfWidth * 1.0);
    const upper = 0.0044 * Math.max(0, 1 - q ** 2.2) * (1 - 0.2 * bell(x / 0.0026)) + 0.0003;
    const lower = 0.0058 * Math.max(0, 1 - q ** 2.4) + 0.0003;
    const d = y - line;
    const inLip = q < 1.05 ? (d >= 0 ? 1 - smoothstep(upper - 0.0012, upper + 0.0006, d) : 1 - smoothstep(lower - 0.0014, lower + 0.0008, -d)) : 0;
    tint(colours.lip, inLip * (d >= 0 ? 0.82 : 0.66) * (1 - smoothstep(0.92, 1.05, q)));
    lit = mixColour(lit, white, 0.24 * bell((x + 0.002) / 0.0042, (d + 0.0033) / 0.0011) * inLip);
    tint(colours.lid, 0.5 * bell(x / (mouth.halfWidth * 0.6), d / 0.0008) * inLip);
    const calm = Math.min(smoothstep(1.15, 1.5, rim), smoothstep(1, 1.5, Math.hypot(x / mouth.halfWidth, d / 0.012)), smoothstep(0.6, 1.2, Math.hypot(x / 0.012, (y - nose.y) / 0.012)) + 0.35);
    // Seen from the side, the bridge of the nose would draw a stray line between the eyes.
    const bridge = smoothstep(0.02, 0.03, ax) + smoothstep(0.035, 0.045, y) + 1 - smoothstep(nose.y + 0.004, nose.y + 0.012, y);
    return { lit, shade, outline: 0.75 * clamp(Math.min(calm, bridge)) };
  });
}

/** Eyes, lashes, brows and the inside of the mouth; for faces whose skin paints itself. */
export function paintFaceParts(atlas: Atlas, colours: Pick<FacePalette, 'iris' | 'lash' | 'brow' | 'lid' | 'skinShade'>): void {
  const flat = (name: string, rect: readonly [number, number, number, number], at: (u: number, v: number) => Colour): void =>
    atlas.region(name, rect, (u, v) => ({ lit: at(u, v), shade: at(u, v), outline: 0 }));

  const { iris } = colours;
  flat('iris', [0.75, 0.25, 0.125, 0.125], (u, v) => {
    const [x, y] = [u * 2 - 1, 1 - v * 2];
    const r = Math.sqrt(x * x + y * y);
    const angle = Math.atan2(y, x);
    let c = mixColour(iris.dark, iris.light, smoothstep(0.75, -0.75, y));
    const rays = 0.5 + 0.5 * Math.sin(angle * 23) * Math.sin(angle * 9 + 1);
    c = mixColour(c, iris.glow, 0.26 * rays * bell((r - 0.62) / 0.16));
    c = mixColour(c, iris.glow, 0.85 * bell(x / 0.48, (y + 0.56) / 0.22));
    const pupil = Math.sqrt(x * x + (y + 0.02) ** 2);
    c = mixColour(c, [26, 20, 30], 1 - smoothstep(0.36, 0.43, pupil));
    c = mixColour(c, iris.ring, smoothstep(0.8, 0.92, r));
    return mixColour(c, multiply(iris.ring, [190, 180, 190]), 0.62 * smoothstep(0.3, 0.95, y));
  });
  flat('sclera', [0.875, 0.25, 0.125, 0.125], (u, v) => {
    // The lids' shadow falls on the top of the ball; a blush in the corners keeps the white from glaring.
    const base = mixColour([255, 253, 250], [222, 208, 212], 1 - smoothstep(0.16, 0.36, v));
    return mixColour(base, [246, 214, 208], 0.5 * smoothstep(0.3, 0.5, Math.abs(u - 0.5)));
  });
  const cell = 0.0625;
  const swatch = (i: number): [number, number, number, number] => [0.75 + (i % 4) * cell, 0.375 + Math.floor(i / 4) * cell, cell, cell];
  flat('glint', swatch(0), () => [255, 255, 255]);
  flat('lash', swatch(1), (_, v) => mixColour(colours.lash, mixColour(colours.lash, colours.brow, 0.4), 0.8 * (1 - v)));
  flat('lowerLash', swatch(2), () => mixColour(colours.lash, colours.skinShade, 0.35));
  flat('crease', swatch(3), () => mixColour(colours.lid, colours.skinShade, 0.25));
  flat('brow', swatch(4), (u, v) => mixColour(colours.brow, colours.skinShade, 0.12 + 0.2 * u + 0.1 * v));
  flat('mouth', swatch(5), (_, v) => mixColour(mixColour([150, 62, 64], [112, 38, 48], smoothstep(0.02, 0.3, v)), [70, 22, 34], smoothstep(0.3, 0.9, v)));
  flat('teeth', swatch(6), (u, v) => mixColour(mixColour([255, 252, 246], [226, 206, 204], 0.5 * (1 - v)), [214, 180, 180], smoothstep(0.28, 0.5, Math.abs(u - 0.5))));
  flat('tongue', swatch(7), (u, v) => mixColour(mixColour([232, 122, 122], [196, 88, 96], v), [190, 82, 92], 0.5 * bell((u - 0.5) / 0.05)));
}

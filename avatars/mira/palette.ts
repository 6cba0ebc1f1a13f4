import { bell, smoothstep } from '../kit/math.ts';
import { multiply, hex, mixColour, type Atlas, type Colour } from '../kit/paint.ts';
import { paintFace } from '../kit/paint-face.ts';
import { paintHair } from '../kit/paint-hair.ts';
import { faceSpec } from './shape.ts';

export const background: Colour = hex('#efe4d6');

const skin = hex('#ffe2d0');
const skinShade = hex('#eeb39f');
const hairDark = hex('#7c3a26');
const hair = hex('#a3542f');
const hairLight = hex('#d88a50');
const hairShade = hex('#6a2f27');
const wool = hex('#7fb3a7');
const woolShade = hex('#55878a');
const cream = hex('#fbf1de');
const creamShade = hex('#dcc3b4');
const coral = hex('#ef8f6c');
const coralShade = hex('#bd5d54');
const denim = hex('#56628a');
const denimShade = hex('#3b4268');
const tan = hex('#c8925f');
const tanShade = hex('#8e5c49');

export function paintAll(atlas: Atlas): void {
  paintFace(atlas, faceSpec, {
    skin,
    skinShade,
    blush: hex('#f58f80'),
    lip: hex('#cf5f5c'),
    lid: hex('#b9655a'),
    iris: { ring: hex('#1f4a48'), dark: hex('#2f6f68'), light: hex('#5fae94'), glow: hex('#c9efbb') },
    lash: hex('#3a1d1c'),
    brow: hex('#6b3322'),
    freckles: [
      [0.0115, -0.0395, 0.0008],
      [0.017, -0.043, 0.0009],
      [0.023, -0.0405, 0.0007],
      [0.028, -0.0445, 0.0008],
      [0.0195, -0.0485, 0.0007],
      [0.006, -0.0365, 0.0007],
    ],
  });

  paintHair(atlas, { dark: hairDark, base: hair, light: hairLight, shade: hairShade });

  const plain = (name: string, rect: readonly [number, number, number, number], lit: Colour, shade: Colour, outline = 1): void =>
    atlas.region(name, rect, (_, v) => ({ lit: mixColour(lit, shade, 0.14 * v), shade, outline }));
  // Jumper: v is the distance from the base of the neck (0..0.5 m), u the angle from front to back.
  atlas.region('top', [0, 0.5, 0.25, 0.5], (u, v) => {
    const r = v * 0.5;
    const a = u * Math.PI;
    const knit = 0.5 + 0.5 * Math.sin(a * 96);
    let lit = mixColour(mixColour(wool, cream, 0.035 * knit), woolShade, 0.1 * smoothstep(0.15, 0.5, r));
    let shade = woolShade;
    const ink = (c: Colour, s: Colour, w: number): void => {
      lit = mixColour(lit, c, w);
      shade = mixColour(shade, s, w);
    };
    const band = (at: number, half: number): number => 1 - smoothstep(half - 0.0006, half + 0.0006, Math.abs(r - at));
    // Repeat of 15 motifs over the half circle.
    const cell = (a / Math.PI) * 15;
    const f = Math.abs((cell % 1) - 0.5) * 2;
    ink(cream, creamShade, band(0.0905, 0.0016));
    const leaf = Math.max(Math.abs(r - 0.1045) / 0.0105 + f * 1.15, 0);
    ink(cream, creamShade, 1 - smoothstep(0.86, 1, leaf));
    ink(coral, coralShade, 1 - smoothstep(0.3, 0.42, leaf));
    ink(cream, creamShade, band(0.1185, 0.0016));
    const dots = Math.hypot((r - 0.1255) / 0.003, (1 - f) * 1.9);
    ink(cream, creamShade, 1 - smoothstep(0.8, 1.1, dots));
    return { lit, shade, outline: 1 };
  });
  atlas.region('rib', [0.25, 0.5, 0.125, 0.125], (u) => {
    const s = 0.5 + 0.5 * Math.sin(u * 2 * Math.PI * 22);
    return { lit: mixColour(wool, woolShade, 0.5 * s), shade: mixColour(woolShade, denimShade, 0.22 * s), outline: 1 };
  });
  // Skirt: v from waist to hem, a quarter of the way round in u. An embroidered band runs above the hem.
  atlas.region('skirt', [0.375, 0.5, 0.125, 0.25], (u, v) => {
    let lit = mixColour(mixColour(denim, denimShade, 0.1 + 0.14 * v), denimShade, 0.22 * (0.5 + 0.5 * Math.sin(u * 2 * Math.PI * 2.25 * 4)) * v);
    let shade = denimShade;
    const ink = (c: Colour, s: Colour, w: number): void => {
      lit = mixColour(lit, c, w);
      shade = mixColour(shade, s, w);
    };
    for (const at of [0.775, 0.885]) ink(cream, creamShade, 1 - smoothstep(0.004, 0.009, Math.abs(v - at)));
    const f = Math.abs(((u * 9) % 1) - 0.5) * 2;
    ink(coral, coralShade, 1 - smoothstep(0.75, 0.95, Math.abs(v - 0.83) / 0.034 + f * 1.25));
    ink(denimShade, multiply(denimShade, [200, 200, 210]), smoothstep(0.955, 0.97, v));
    return { lit, shade, outline: 1 };
  });
  atlas.region('tights', [0.375, 0.75, 0.125, 0.25], (u, v) => {
    const rib = 0.5 + 0.5 * Math.sin(u * 2 * Math.PI * 14);
    const lit = mixColour(mixColour(hex('#8a5a63'), hex('#6f4453'), 0.35 * rib), hex('#6f4453'), 0.3 * bell((v - 0.5) / 0.5));
    return { lit, shade: mixColour(hex('#5c3a4c'), hex('#4d3044'), 0.4 * rib), outline: 1 };
  });
  plain('skin', [0.5, 0.5, 0.125, 0.125], skin, skinShade, 0.8);
  atlas.region('hand', [0.625, 0.5, 0.125, 0.125], (u) => {
    const warm = 0.32 * smoothstep(0.62, 1, u) + 0.1 * bell((u - 0.5) / 0.06);
    return { lit: mixColour(skin, hex('#f7b09d'), warm), shade: mixColour(skinShade, hex('#dc8f80'), warm), outline: 0.7 - 0.45 * smoothstep(0.4, 0.52, u) };
  });
  // Ear: u from the hollow to the rim. Warm inside the folds, skin on the rim.
  atlas.region('ear', [0.75, 0.5, 0.0625, 0.0625], (u) => {
    const fold = Math.max(bell(u / 0.3), 0.85 * bell((u - 0.84) / 0.055));
    return { lit: mixColour(mixColour(skin, hex('#f7b09d'), 0.3), hex('#e08d7d'), 0.5 * fold), shade: mixColour(skinShade, hex('#d08274'), 0.4 * fold), outline: 0.7 * smoothstep(0.9, 1, u) };
  });
  plain('collar', [0.5, 0.625, 0.125, 0.125], cream, creamShade);
  plain('shoe', [0.625, 0.625, 0.125, 0.125], tan, tanShade);
  plain('sole', [0.75, 0.625, 0.125, 0.125], cream, creamShade);
  plain('ribbon', [0.875, 0.625, 0.125, 0.125], coral, coralShade);
  atlas.region('sock', [0.875, 0.5, 0.125, 0.125], (u) => {
    const rib = 0.5 + 0.5 * Math.sin(u * 2 * Math.PI * 12);
    return { lit: mixColour(cream, creamShade, 0.3 * rib), shade: mixColour(creamShade, tanShade, 0.12 * rib), outline: 1 };
  });
}

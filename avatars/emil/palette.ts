import { bell, mix, smoothstep } from '../kit/math.ts';
import { hex, mixColour, multiply, type Atlas, type Colour } from '../kit/paint.ts';
import { paintFace } from '../kit/paint-face.ts';
import { paintHair } from '../kit/paint-hair.ts';
import { faceSpec } from './shape.ts';

export const background: Colour = hex('#e9e2d2');

const skin = hex('#fbd7bf');
const skinShade = hex('#dfa48e');
const silver = hex('#d3cfca');
const silverDark = hex('#98928f');
const silverLight = hex('#fbf8f2');
const silverShade = hex('#8b8494');
const browGrey = hex('#a19a96');
const moss = hex('#8f976b');
const mossDark = hex('#717b54');
const mossShade = hex('#5f6650');
const ochre = hex('#d9a648');
const ochreShade = hex('#a8743c');
const cream = hex('#fbf1de');
const creamShade = hex('#d9c3b2');
const brown = hex('#8a6347');
const brownShade = hex('#5b3f3a');
const leather = hex('#7a4a33');
const leatherShade = hex('#4c2d2b');
const soleTone = hex('#4a3531');
const crease = hex('#c98a72');

type Line = readonly (readonly [number, number])[];
/** Drawn on his left and mirrored: points of polylines on the face, metres. */
const wrinkles: readonly { readonly line: Line; readonly width: number; readonly strength: number }[] = [
  { line: [[0.0575, -0.0105], [0.0625, -0.0075], [0.0665, -0.0025]], width: 0.0006, strength: 0.5 },
  { line: [[0.0585, -0.0145], [0.0635, -0.0145], [0.0685, -0.0125]], width: 0.0006, strength: 0.5 },
  { line: [[0.0575, -0.0185], [0.0625, -0.021], [0.0668, -0.0228]], width: 0.0006, strength: 0.42 },
  { line: [[-0.001, 0.0495], [0.014, 0.0512], [0.03, 0.0488], [0.04, 0.0505]], width: 0.0007, strength: 0.36 },
  { line: [[-0.001, 0.0605], [0.016, 0.0622], [0.034, 0.0598]], width: 0.0007, strength: 0.32 },
  { line: [[-0.001, 0.0712], [0.012, 0.0724], [0.025, 0.0708]], width: 0.0007, strength: 0.24 },
  { line: [[0.022, -0.0305], [0.03, -0.0335], [0.039, -0.0332], [0.046, -0.0302]], width: 0.0009, strength: 0.26 },
  // The nose: its side, its wing, its underside
  { line: [[0.0068, -0.012], [0.0062, -0.026], [0.0088, -0.037]], width: 0.0016, strength: 0.22 },
  { line: [[0.0122, -0.0405], [0.0146, -0.0455], [0.0132, -0.051]], width: 0.0008, strength: 0.55 },
  { line: [[-0.001, -0.0555], [0.0055, -0.0548], [0.0105, -0.0525]], width: 0.0013, strength: 0.5 },
  { line: [[0.0165, -0.0455], [0.0215, -0.052], [0.027, -0.06], [0.0315, -0.069]], width: 0.0009, strength: 0.42 },
];

const toLine = (x: number, y: number, line: Line): number => {
  let best = 1;
  for (let i = 1; i < line.length; i += 1) {
    const [a, b] = [line[i - 1]!, line[i]!];
    const [dx, dy] = [b[0] - a[0], b[1] - a[1]];
    const t = Math.min(1, Math.max(0, ((x - a[0]) * dx + (y - a[1]) * dy) / (dx * dx + dy * dy)));
    best = Math.min(best, Math.hypot(x - a[0] - dx * t, y - a[1] - dy * t));
  }
  return best;
};

/** Crow's feet, lines of the forehead, the folds beside the nose: of one who has smiled a lot. */
const marks = (x: number, y: number): (readonly [Colour, number])[] => wrinkles.map(({ line, width, strength }) => [crease, strength * bell(toLine(Math.abs(x), y, line) / width)] as const);

const strands = (u: number, v: number): number => 0.5 * Math.sin(u * 46 + 2 * Math.sin(v * 5)) + 0.35 * Math.sin(u * 83 + 1.3 + Math.sin(v * 9)) + 0.2 * Math.sin(u * 131 + v * 4);

export function paintAll(atlas: Atlas): void {
  paintFace(atlas, faceSpec, {
    skin,
    skinShade,
    blush: hex('#ec8574'),
    lip: hex('#c9786b'),
    lid: hex('#b56c58'),
    iris: { ring: hex('#3b3a2c'), dark: hex('#5a5334'), light: hex('#9a8a4c'), glow: hex('#ead79a') },
    lash: hex('#4d4442'),
    brow: browGrey,
    freckles: [],
    marks,
  });
  paintHair(atlas, { dark: silverDark, base: silver, light: silverLight, shade: silverShade });

  const hairy = (name: string, rect: readonly [number, number, number, number], base: Colour, dark: Colour, light: Colour, shade: Colour, at: (u: number, v: number) => number): void =>
    atlas.region(name, rect, (u, v) => {
      const s = at(u, v);
      const lit = s > 0 ? mixColour(base, light, s) : mixColour(base, dark, -s);
      return { lit, shade: mixColour(shade, multiply(lit, [176, 166, 178]), 0.45), outline: 0.9 };
    });
  const beardBase = hex('#e0dcd5');
  const beardShade = hex('#a39ba6');
  // Beard: the face from the front, y 0 to -0.15 m; hair fans out from the mouth and down.
  hairy('beard', [0.5, 0.75, 0.25, 0.25], beardBase, silverDark, silverLight, beardShade, (u, v) => {
    const [x, y] = [(u - 0.5) * 0.19, -0.15 * v];
    const fan = Math.atan2(x, 0.03 - y) * 1.6;
    const lip = bell(x / 0.013, (y + 0.099) / 0.0045);
    return 0.42 * strands(fan, v) - 0.5 * lip - 0.24 * smoothstep(-0.125, -0.15, y);
  });
  const tuftTone = (u: number, v: number): number => 0.4 * strands(u, v * 0.5) - 0.45 * Math.abs(u * 2 - 1) ** 4 + 0.15;
  hairy('beardLock', [0.75, 0.75, 0.125, 0.125], mixColour(beardBase, silverLight, 0.3), silverDark, silverLight, beardShade, tuftTone);
  hairy('browLock', [0.875, 0.75, 0.125, 0.125], browGrey, hex('#7d7673'), hex('#d2ccc6'), hex('#87808a'), tuftTone);

  const plain = (name: string, rect: readonly [number, number, number, number], lit: Colour, shade: Colour, outline = 1): void =>
    atlas.region(name, rect, (_, v) => ({ lit: mixColour(lit, shade, 0.14 * v), shade, outline }));

  // Cardigan: u the angle from front to back, v the height from 1.43 m down 0.5 m. Cables between ribs; the shirt shows in the neck.
  atlas.region('top', [0, 0.5, 0.25, 0.5], (u, v) => {
    const a = u * Math.PI;
    const y = 1.43 - 0.5 * v;
    const rib = 0.5 + 0.5 * Math.sin(a * 74);
    let lit = mixColour(moss, mossDark, 0.2 * rib);
    for (const centre of [0.62, 2.5]) {
      const wave = Math.sin(y * 105) * 0.05;
      const d = Math.min(Math.abs(a - centre - wave), Math.abs(a - centre + wave));
      const inside = 1 - smoothstep(0.115, 0.13, Math.abs(a - centre));
      lit = mixColour(lit, mixColour(mossDark, mixColour(moss, cream, 0.16), 1 - smoothstep(0.025, 0.05, d)), inside * 0.75);
    }
    let shade = mossShade;
    const open = 1 - smoothstep(-0.001, 0.001, Math.abs(Math.tan(Math.min(a, 1.4))) * 0.14 - 0.075 * smoothstep(1.15, 1.42, y));
    const shirt = mixColour(cream, creamShade, 0.55 * bell((a - 0.055) / 0.006));
    lit = mixColour(lit, shirt, open);
    shade = mixColour(shade, creamShade, open);
    return { lit, shade, outline: 1 };
  });
  const ribbed = (name: string, rect: readonly [number, number, number, number], ribs: number, across: boolean): void =>
    atlas.region(name, rect, (u, v) => {
      const s = 0.5 + 0.5 * Math.sin((across ? v : u) * 2 * Math.PI * ribs);
      return { lit: mixColour(mixColour(moss, cream, 0.05), mossDark, 0.7 * s), shade: mixColour(mossShade, hex('#414a3a'), 0.35 * s), outline: 1 };
    });
  ribbed('rib', [0.25, 0.5, 0.125, 0.125], 20, false);
  ribbed('shawl', [0.25, 0.625, 0.125, 0.25], 46, true);
  // The skirt goes on as the cardigan above it and ends in a rib.
  atlas.region('skirt', [0.25, 0.875, 0.125, 0.125], (u, v) => {
    const band = smoothstep(0.6, 0.63, v);
    const s = 0.5 + 0.5 * Math.sin(u * 2 * Math.PI * (v > 0.615 ? 36 : 74));
    const line = bell((v - 0.615) / 0.018) * 0.5;
    return { lit: mixColour(mixColour(moss, mossDark, mix(0.2, 0.7, band) * s), mossDark, line), shade: mixColour(mossShade, hex('#414a3a'), 0.35 * s * band + line * 0.4), outline: 1 };
  });
  atlas.region('trousers', [0.375, 0.5, 0.125, 0.5], (u, v) => {
    const cord = 0.5 + 0.5 * Math.sin(u * 2 * Math.PI * 26);
    const seam = bell((v - 0.975) / 0.004) * 0.4;
    return { lit: mixColour(mixColour(brown, brownShade, 0.3 * cord + 0.12 * v), brownShade, seam), shade: mixColour(brownShade, leatherShade, 0.3 * cord), outline: 1 };
  });
  plain('skin', [0.5, 0.5, 0.125, 0.125], skin, skinShade, 0.8);
  atlas.region('hand', [0.625, 0.5, 0.125, 0.125], (u) => {
    const warm = 0.3 * smoothstep(0.62, 1, u) + 0.16 * bell((u - 0.5) / 0.06);
    return { lit: mixColour(skin, hex('#eda78f'), warm), shade: mixColour(skinShade, hex('#c98272'), warm), outline: 0.7 };
  });
  atlas.region('ear', [0.75, 0.5, 0.0625, 0.0625], (u) => {
    const fold = Math.max(bell(u / 0.3), 0.85 * bell((u - 0.84) / 0.055));
    return { lit: mixColour(mixColour(skin, hex('#f0a78f'), 0.3), hex('#dd937c'), 0.6 * fold), shade: mixColour(skinShade, hex('#cd8871'), 0.5 * fold), outline: 0.7 * smoothstep(0.9, 1, u) };
  });
  plain('wire', [0.8125, 0.5, 0.0625, 0.0625], hex('#7d5a34'), hex('#7d5a34'), 0);
  plain('sock', [0.875, 0.5, 0.125, 0.125], ochre, ochreShade);
  plain('collar', [0.5, 0.625, 0.125, 0.125], cream, creamShade);
  atlas.region('shoe', [0.625, 0.625, 0.125, 0.125], (u, v) => {
    const cap = bell((u - 0.72) / 0.012) * 0.5;
    return { lit: mixColour(mixColour(leather, hex('#a36b48'), 0.35 * bell((u - 0.86) / 0.07, (v - 0.5) / 0.2)), leatherShade, cap), shade: leatherShade, outline: 1 };
  });
  plain('sole', [0.75, 0.625, 0.125, 0.125], soleTone, hex('#33252a'));
  plain('patch', [0.875, 0.625, 0.125, 0.125], hex('#a9784c'), hex('#744d3d'));
  plain('button', [0.75, 0.875, 0.125, 0.125], hex('#6d4730'), hex('#48302c'));
  plain('bow', [0.875, 0.875, 0.125, 0.125], ochre, ochreShade);
}

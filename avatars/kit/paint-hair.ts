import { bell, smoothstep } from './math.ts';
import { mixColour, multiply, type Atlas, type Colour } from './paint.ts';

export interface HairPalette {
  readonly dark: Colour;
  readonly base: Colour;
  readonly light: Colour;
  readonly shade: Colour;
}

/** Paints the regions that `hair.ts` maps its parts to: 'hair' for the cap, 'lock' for locks and plaits. */
export function paintHair(atlas: Atlas, { dark, base, light, shade: deep }: HairPalette): void {
  // Cap: u around the head, v from crown to hairline. Strands, and a ring of light broken into teeth.
  atlas.region('hair', [0.5, 0, 0.5, 0.25], (u, v) => {
    const a = u * 2 * Math.PI;
    const strand = Math.sin(a * 34 + Math.sin(a * 7) * 2) * 0.5 + Math.sin(a * 83) * 0.3;
    const ring = smoothstep(0.085 + 0.035 * strand, 0.0, Math.abs(v - 0.4 - 0.012 * Math.sin(a * 13) - 0.008 * Math.sin(a * 31)));
    let lit = mixColour(base, dark, 0.22 + 0.25 * strand * 0.6 + 0.35 * smoothstep(0.6, 1, v));
    lit = mixColour(lit, light, 0.5 * ring);
    const shade = mixColour(deep, multiply(base, [170, 150, 160]), 0.3 + 0.25 * ring + 0.12 * strand);
    return { lit, shade, outline: 1 };
  });
  atlas.region('lock', [0.5, 0.25, 0.25, 0.25], (u, v) => {
    const x = u * 2 - 1;
    const strand = 0.5 * Math.sin(u * 40) + 0.3 * Math.sin(u * 71 + 1);
    const line = Math.max(0, Math.sin(u * 52 + 2 * Math.sin(v * 3))) ** 6 + 0.6 * Math.max(0, Math.sin(u * 31 + 1.3 + Math.sin(v * 4))) ** 10;
    let lit = mixColour(base, dark, 0.1 + 0.32 * Math.abs(x) ** 3 + 0.1 * strand + 0.3 * line);
    lit = mixColour(lit, light, 0.6 * bell((v - 0.34 - 0.05 * strand) / 0.07) * (1 - x * x) + 0.16 * v);
    const shade = mixColour(deep, multiply(base, [180, 158, 165]), 0.36 - 0.2 * Math.abs(x));
    return { lit, shade, outline: 1 };
  });
}

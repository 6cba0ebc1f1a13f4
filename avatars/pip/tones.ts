import { smoothstep } from '../kit/math.ts';
import { hex, mixColour, type Colour } from '../kit/paint.ts';

/** A colour in light and in shade. */
export interface Tone {
  readonly lit: Colour;
  readonly shade: Colour;
}
export const tone = (lit: string, shade: string): Tone => ({ lit: hex(lit), shade: hex(shade) });
export const mixTone = (a: Tone, b: Tone, t: number): Tone => ({ lit: mixColour(a.lit, b.lit, t), shade: mixColour(a.shade, b.shade, t) });

export const fur = tone('#e8965f', '#b9654c');
export const furDeep = tone('#cf7646', '#9c4f3f');
export const cream = tone('#fff3df', '#e2c3b0');
export const dark = tone('#5d3c38', '#40282c');
export const blush = tone('#f2836f', '#cf6659');

/** 0 below the edge, 1 above it; the edge is a row of fur points `deep` long. */
export const furEdge = (at: number, along: number, points: number, deep: number, value: number): number => {
  const saw = Math.abs((((along * points) % 1) + 1) % 1 - 0.5) * 2;
  const jag = saw * (0.7 + 0.3 * Math.sin(along * points * 2.4));
  return smoothstep(-0.12 * deep, 0.12 * deep, value - at - (jag - 0.5) * deep);
};

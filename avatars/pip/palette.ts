import { smoothstep } from '../kit/math.ts';
import { hex, mixColour, type Atlas, type Colour, type Texel } from '../kit/paint.ts';
import { paintFaceParts } from '../kit/paint-face.ts';
import { paintMask } from './mask.ts';
import { cream, dark, fur, furDeep, furEdge, mixTone, tone, type Tone } from './tones.ts';

export const background: Colour = hex('#e3ebe4');

const rose = tone('#f0a48c', '#c67868');
const teal = tone('#5ca399', '#3c7176');
const wool = tone('#fbf1de', '#d8bfb0');
const coral = tone('#ef8f6c', '#bd5d54');

export function paintAll(atlas: Atlas): void {
  paintMask(atlas);
  paintFaceParts(atlas, {
    skinShade: fur.shade,
    lid: hex('#8a4a38'),
    iris: { ring: hex('#17464c'), dark: hex('#1f6f72'), light: hex('#5dbcae'), glow: hex('#d2f7d4') },
    lash: hex('#3a2022'),
    brow: hex('#6d3a2c'),
  });

  const full = ({ lit, shade }: Tone): Texel => ({ lit, shade, outline: 1 });
  // Coat: u is 0 in front, 0.7 behind, and goes on to 1 at the wrist; v from neck to soles.
  atlas.region('coat', [0, 0.5, 0.5, 0.5], (u, v) => {
    const y = (1 - v) * 1.06;
    let c = fur;
    const bib = 0.2 + 0.05 * Math.sin((y - 0.45) * 5.2) - 0.1 * smoothstep(0.6, 0.36, y);
    c = mixTone(cream, c, Math.max(furEdge(bib, y, 17, 0.035, u), 1 - smoothstep(0.37, 0.4, y)));
    c = mixTone(c, dark, furEdge(0.885, y, 38, 0.04, u));
    return full(mixTone(dark, c, furEdge(0.2, u, 16, 0.045, y)));
  });
  // Tail: v from root to tip.
  atlas.region('tail', [0.5, 0.5, 0.25, 0.5], (u, v) => full(mixTone(mixTone(fur, furDeep, 0.5 * (1 - v)), cream, furEdge(0.7, u, 8, 0.11, v))));
  // Ear: u runs around the cup; its inside is the stretch about 0 and 1.
  atlas.region('ear', [0.5, 0, 0.25, 0.25], (u, v) => {
    const inside = Math.min(u, 1 - u);
    const outer = mixTone(fur, dark, furEdge(0.66, u, 10, 0.09, v));
    const inner = mixTone(mixTone(rose, cream, smoothstep(0.1, 0.2, inside)), rose, 0.3 * (1 - v));
    const rim = Math.max(smoothstep(0.185, 0.2, inside), smoothstep(0.74, 0.78, v));
    return { ...mixTone(inner, outer, rim), outline: 1 };
  });
  const strands = (u: number, v: number): number => 0.14 * v + 0.1 * Math.max(0, Math.sin(u * 42 + 2 * Math.sin(v * 3))) ** 4;
  atlas.region('fur', [0.5, 0.25, 0.125, 0.25], (u, v) => ({ ...mixTone(fur, furDeep, 0.5 * strands(u, v)), outline: smoothstep(0.12, 0.3, v) }));
  atlas.region('cream', [0.625, 0.25, 0.125, 0.25], (u, v) => ({ lit: mixColour(cream.lit, cream.shade, strands(u, v)), shade: cream.shade, outline: smoothstep(0.12, 0.3, v) }));
  // Scarf: v along it; ribs across, bands of cream and coral at the ends.
  atlas.region('scarf', [0.75, 0.5, 0.25, 0.25], (u, v) => {
    const band = (at: number, half: number): number => smoothstep(half + 0.006, half - 0.006, Math.abs(v - at));
    const rib = 0.16 + 0.16 * Math.sin(v * 2 * Math.PI * 26 + 1.2 * Math.sin(u * 2 * Math.PI * 6));
    let c: Tone = { lit: mixColour(teal.lit, teal.shade, rib), shade: mixColour(teal.shade, teal.lit, 0.1 - 0.1 * rib) };
    c = mixTone(c, wool, band(0.72, 0.035) + band(0.9, 0.035));
    c = mixTone(c, coral, band(0.81, 0.035));
    return full(c);
  });
  const plain = (name: string, rect: readonly [number, number, number, number], t: Tone): void =>
    atlas.region(name, rect, (_, v) => full({ lit: mixColour(t.lit, t.shade, 0.14 * v), shade: t.shade }));
  plain('fringe', [0.75, 0.75, 0.0625, 0.0625], wool);
  plain('paw', [0.75, 0.8125, 0.0625, 0.0625], dark);
  atlas.region('nose', [0.8125, 0.75, 0.0625, 0.0625], (u, v) => {
    const shine = smoothstep(0.2, 0.12, Math.hypot((((u + 0.5) % 1) - 0.47) * 1.6, v - 0.3));
    return { lit: mixColour(hex('#43292c'), hex('#c9a6a2'), 0.75 * shine), shade: hex('#2e1b20'), outline: 0.5 };
  });
}

import type { SessionTrace } from 'attune/record';
import type { Brush } from './brush.ts';
import { drawLine } from './draw-series.ts';
import type { Window } from './window.ts';

/** Draws the whole session in little: what the player appeared to feel as a coloured ground, valence of all senses together over it. */
export function drawStrip({ at, fused, categories }: SessionTrace, whole: () => Window): (brush: Brush) => void {
  const valence = { id: 'valence', label: '', colour: '', dash: [], times: at, mean: fused.valence.mean };
  return (part) => {
    const all = part.of(whole());
    const { context, width, height, x } = all;
    context.fillStyle = all.colour('var(--attune-line)');
    context.globalAlpha = 0.4;
    context.fillRect(0, 0, width, height);
    for (const { start, end, value } of categories) {
      context.fillStyle = all.colour(`var(--emotion-${value})`);
      context.globalAlpha = 0.45;
      context.fillRect(x(start), height - 7, Math.max(1, x(end) - x(start)), 7);
    }
    context.globalAlpha = 1;
    drawLine(all, valence, 0, (value) => 3 + ((height - 13) * (1 - value)) / 2, all.colour('var(--sense-fused)'), 1);
  };
}

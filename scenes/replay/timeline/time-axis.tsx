import { useEffect, useRef } from 'react';
import { useReplaying } from '../replaying-context.ts';
import type { Brush } from './brush.ts';
import { marksIn } from './draw-lane.ts';
import { timeLabel } from './time-label.ts';
import { timeMarks } from './window.ts';
import classes from './timeline-card.module.css';

function draw(brush: Brush): void {
  const { context, width, height, window } = brush;
  context.font = brush.font;
  context.textBaseline = 'alphabetic';
  const marks = timeMarks(window, marksIn(width));
  const step = marks.length > 1 ? marks[1]! - marks[0]! : 1;
  for (const mark of marks) {
    const x = Math.round(brush.x(mark));
    context.fillStyle = brush.colour('var(--attune-line)');
    context.fillRect(x, height - 5, 1, 5);
    context.fillStyle = brush.colour('var(--mantine-color-dimmed)');
    const text = timeLabel(mark, step);
    const half = context.measureText(text).width / 2;
    context.fillText(text, Math.min(width - 2 * half, Math.max(0, x - half)), height - 8);
  }
}

/** The axis that all lanes share. */
export function TimeAxis() {
  const { painter } = useReplaying();
  const canvas = useRef<HTMLCanvasElement>(null);
  useEffect(() => (canvas.current ? painter.add(canvas.current, draw) : undefined), [painter]);
  return <canvas ref={canvas} className={classes.axis} aria-hidden />;
}

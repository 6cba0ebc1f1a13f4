import { useMove } from '@mantine/hooks';
import type { ReactNode } from 'react';
import classes from './pad.module.css';

interface PadProps {
  /** Across, from -1 at the left to 1 at the right. */
  readonly x: number;
  /** From -1 at the bottom to 1 at the top. */
  readonly y: number;
  readonly onChange: (x: number, y: number) => void;
  /** It is let go. */
  readonly onEnd?: () => void;
  readonly testId: string;
  /** What is written on it, placed by {@link PadWord}. */
  readonly children?: ReactNode;
}

/** Two values by one finger. It is for the pointer alone: the sliders under it are for everyone. */
export function Pad({ x, y, onChange, onEnd, testId, children }: PadProps) {
  const { ref, active } = useMove<HTMLDivElement>((place) => onChange(2 * place.x - 1, 1 - 2 * place.y), {
    // The last move is told with the next frame.
    onScrubEnd: () => requestAnimationFrame(() => onEnd?.()),
  });
  return (
    <div ref={ref} className={classes.pad} data-active={active} aria-hidden data-testid={testId}>
      {children}
      <span className={classes.knob} style={at(x, y)} />
    </div>
  );
}

/** A word on a pad, with its middle at a place. */
export function PadWord({ x, y, edge = false, children }: { x: number; y: number; edge?: boolean; children: ReactNode }) {
  return <span className={classes.word} data-edge={edge} style={at(x, y)}>{children}</span>;
}

const at = (x: number, y: number) => ({ left: `${50 + 50 * x}%`, top: `${50 - 50 * y}%` });

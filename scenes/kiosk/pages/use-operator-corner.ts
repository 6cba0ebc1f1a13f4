import { type PointerEvent, useEffect, useRef } from 'react';

/** How long the corner is held, in milliseconds: nobody does that by chance. */
const HELD = 5000;
/** How large it is, in CSS pixels. */
const CORNER = 96;

/** Opens the operator's page when the upper left corner is held for five seconds. */
export function useOperatorCorner(onOperator: () => void): { onPointerDown(event: PointerEvent): void; onPointerUp(): void; onPointerCancel(): void } {
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const release = (): void => clearTimeout(timer.current);
  useEffect(() => () => clearTimeout(timer.current), []);
  return {
    onPointerDown({ clientX, clientY }) {
      release();
      if (clientX < CORNER && clientY < CORNER) timer.current = setTimeout(onOperator, HELD);
    },
    onPointerUp: release,
    onPointerCancel: release,
  };
}

import type { Timeline } from './timeline.ts';

/** Lets the frame on the strip be dragged and stretched by its edges; a press beside it brings it there. */
export function followStrip(strip: HTMLElement, timeline: Timeline): () => void {
  let held: { part: string; last: number } | null = null;
  const momentAt = (clientX: number): number => {
    const { left, width } = strip.getBoundingClientRect();
    const { from, to } = timeline.view.getState().whole;
    return from + ((clientX - left) / width) * (to - from);
  };

  function down(event: PointerEvent): void {
    if (event.button !== 0) return;
    strip.setPointerCapture(event.pointerId);
    const at = momentAt(event.clientX);
    const part = event.target instanceof HTMLElement ? (event.target.dataset['part'] ?? 'frame') : 'frame';
    const { window, whole } = timeline.view.getState();
    // All is shown already: there is nowhere to drag the frame, so the cursor goes there.
    if (part === 'frame' && window.to - window.from >= whole.to - whole.from) {
      held = { part: 'cursor', last: at };
      timeline.look(at);
      return;
    }
    if (part === 'frame' && (at < window.from || at > window.to)) timeline.pan(at - (window.from + window.to) / 2);
    held = { part, last: at };
  }

  function move(event: PointerEvent): void {
    if (!held) return;
    const at = momentAt(event.clientX);
    const { window } = timeline.view.getState();
    if (held.part === 'cursor') timeline.look(at);
    else if (held.part === 'start') timeline.show({ from: Math.min(at, window.to - 0.5), to: window.to });
    else if (held.part === 'end') timeline.show({ from: window.from, to: Math.max(at, window.from + 0.5) });
    else timeline.pan(at - held.last);
    held.last = at;
  }

  const up = (): void => {
    held = null;
  };
  const listeners = { pointerdown: down, pointermove: move, pointerup: up, pointercancel: up } as const;
  for (const [type, listener] of Object.entries(listeners)) strip.addEventListener(type, listener as EventListener);
  return () => {
    for (const [type, listener] of Object.entries(listeners)) strip.removeEventListener(type, listener as EventListener);
  };
}

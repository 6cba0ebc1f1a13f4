import type { TimeWindow } from './time-window.ts';

/** A press that moves less than this, in pixels, is a click. */
const STILL = 5;
/** What one notch of a wheel (100 units) zooms by. */
const NOTCH = 1.2;

/** Lets a chart be dragged, pinched, scrolled through and clicked at. @returns how to stop */
export function followGestures(chart: HTMLElement, time: TimeWindow, pick: (at: number) => void): () => void {
  const pressed = new Map<number, number>();
  let drag: { began: number; moved: boolean } | null = null;
  let pinch: { distance: number; middle: number } | null = null;
  const perPixel = (): number => {
    const { from, to } = time.view.getState().window;
    return (to - from) / Math.max(1, chart.clientWidth);
  };
  const momentAt = (clientX: number): number => time.view.getState().window.from + (clientX - chart.getBoundingClientRect().left) * perPixel();
  const span = (): { distance: number; middle: number } => {
    const [a = 0, b = 0] = [...pressed.values()];
    return { distance: Math.abs(a - b), middle: (a + b) / 2 };
  };

  function down(event: PointerEvent): void {
    if (event.button !== 0) return;
    pressed.set(event.pointerId, event.clientX);
    if (event.isTrusted) chart.setPointerCapture(event.pointerId);
    if (pressed.size === 2) [drag, pinch] = [null, span()];
    else drag = { began: event.clientX, moved: false };
  }
  function move(event: PointerEvent): void {
    const before = pressed.get(event.pointerId);
    if (before === undefined) {
      if (event.pointerType === 'mouse') time.point(momentAt(event.clientX));
      return;
    }
    pressed.set(event.pointerId, event.clientX);
    if (pinch) {
      const now = span();
      time.zoom(pinch.distance / Math.max(1, now.distance), momentAt(now.middle));
      time.pan((pinch.middle - now.middle) * perPixel());
      pinch = now;
    } else if (drag) {
      drag.moved ||= Math.abs(event.clientX - drag.began) >= STILL;
      if (drag.moved) time.pan((before - event.clientX) * perPixel());
    }
  }
  function up(event: PointerEvent): void {
    if (!pressed.delete(event.pointerId)) return;
    if (pressed.size < 2) pinch = null;
    if (event.type === 'pointerup' && drag && !drag.moved) {
      time.point(momentAt(event.clientX));
      pick(momentAt(event.clientX));
    }
    drag = null;
  }
  function wheel(event: WheelEvent): void {
    event.preventDefault();
    const pixels = event.deltaMode === WheelEvent.DOM_DELTA_LINE ? 33 : 1;
    const sideways = event.shiftKey ? event.deltaX || event.deltaY : event.deltaX;
    if (event.shiftKey || Math.abs(sideways) > Math.abs(event.deltaY)) time.pan(sideways * pixels * perPixel());
    // A pinch on a touchpad comes as a finer wheel with Ctrl.
    else time.zoom(NOTCH ** ((event.deltaY * pixels * (event.ctrlKey ? 4 : 1)) / 100), momentAt(event.clientX));
  }
  const leave = (event: PointerEvent): void => void (event.pointerType === 'mouse' && time.point(null));
  const listeners = { pointerdown: down, pointermove: move, pointerup: up, pointercancel: up, pointerleave: leave } as const;
  for (const [type, listener] of Object.entries(listeners)) chart.addEventListener(type, listener as EventListener);
  chart.addEventListener('wheel', wheel, { passive: false });
  return () => {
    for (const [type, listener] of Object.entries(listeners)) chart.removeEventListener(type, listener as EventListener);
    chart.removeEventListener('wheel', wheel);
  };
}

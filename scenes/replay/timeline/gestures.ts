import type { Timeline } from './timeline.ts';

/** What a press and dragging do besides panning. */
export interface PressTargets {
  /** The lanes are pressed: from now on keys are meant for them. */
  press(): void;
  /** With Shift a stretch is marked; told while it grows, and once more when it is done. */
  mark(from: number, to: number, done: boolean): void;
  /** With Alt the session that this one is compared with is moved by some seconds. */
  shift(by: number): void;
}

/** A press that moves less than this, in pixels, is a click. */
const STILL = 4;
/** What one notch of a wheel (100 units) zooms by. */
const NOTCH = 1.2;

/**
 * Lets the lanes in `place` be dragged, pinched and scrolled through. What is not the lanes' drawing, such as their names, is left
 * alone.
 *
 * @param ruler an element that is as wide as the drawings and above or below them
 */
export function followGestures(place: HTMLElement, ruler: HTMLElement, timeline: Timeline, targets: PressTargets): () => void {
  const pressed = new Map<number, { x: number; y: number }>();
  let drag: { kind: 'pan' | 'mark' | 'shift'; began: number; from: number; moved: boolean } | null = null;
  let pinch: { distance: number; middle: number } | null = null;

  const secondsPerPixel = (): number => {
    const { window } = timeline.view.getState();
    return (window.to - window.from) / ruler.clientWidth;
  };
  const momentAt = (clientX: number): number => timeline.view.getState().window.from + (clientX - ruler.getBoundingClientRect().left) * secondsPerPixel();
  const onLane = ({ target }: Event): boolean => target instanceof HTMLCanvasElement;

  function down(event: PointerEvent): void {
    if (!onLane(event) || event.button !== 0) return;
    // Else the browser would take the focus away from what takes the keys, and select words.
    event.preventDefault();
    targets.press();
    pressed.set(event.pointerId, { x: event.clientX, y: event.clientY });
    place.setPointerCapture(event.pointerId);
    if (pressed.size === 2) {
      drag = null;
      pinch = span();
      return;
    }
    drag = { kind: event.shiftKey ? 'mark' : event.altKey ? 'shift' : 'pan', began: event.clientX, from: momentAt(event.clientX), moved: false };
  }

  function move(event: PointerEvent): void {
    const before = pressed.get(event.pointerId);
    if (!before) {
      if (event.pointerType === 'mouse') timeline.point(onLane(event) ? momentAt(event.clientX) : null);
      return;
    }
    const by = event.clientX - before.x;
    pressed.set(event.pointerId, { x: event.clientX, y: event.clientY });
    if (pinch) {
      const now = span();
      timeline.zoom(pinch.distance / Math.max(1, now.distance), momentAt(now.middle));
      timeline.pan((pinch.middle - now.middle) * secondsPerPixel());
      pinch = now;
    } else if (drag) {
      if (!drag.moved && Math.abs(event.clientX - drag.began) < STILL) return;
      drag.moved = true;
      if (drag.kind === 'pan') timeline.pan(-by * secondsPerPixel());
      else if (drag.kind === 'shift') targets.shift(by * secondsPerPixel());
      else targets.mark(drag.from, momentAt(event.clientX), false);
    }
  }

  function up(event: PointerEvent): void {
    if (!pressed.delete(event.pointerId)) return;
    if (pressed.size < 2) pinch = null;
    if (!drag) return;
    if (event.type === 'pointerup' && !drag.moved) timeline.look(drag.from);
    if (drag.kind === 'mark' && drag.moved) targets.mark(drag.from, momentAt(event.clientX), true);
    drag = null;
  }

  /** How far two fingers are apart, and where they are together. */
  function span(): { distance: number; middle: number } {
    const [a, b] = [...pressed.values()];
    return { distance: Math.abs(a!.x - b!.x), middle: (a!.x + b!.x) / 2 };
  }

  function wheel(event: WheelEvent): void {
    if (!onLane(event)) return;
    event.preventDefault();
    const pixels = event.deltaMode === WheelEvent.DOM_DELTA_LINE ? 33 : 1;
    const sideways = event.shiftKey ? event.deltaX || event.deltaY : event.deltaX;
    if (Math.abs(sideways) > Math.abs(event.deltaY) || event.shiftKey) timeline.pan(sideways * pixels * secondsPerPixel());
    // A pinch on a touchpad comes as a finer wheel with Ctrl.
    else timeline.zoom(NOTCH ** ((event.deltaY * pixels * (event.ctrlKey ? 4 : 1)) / 100), momentAt(event.clientX));
  }

  const leave = (): void => timeline.point(null);
  const listeners = { pointerdown: down, pointermove: move, pointerup: up, pointercancel: up, pointerleave: leave } as const;
  for (const [type, listener] of Object.entries(listeners)) place.addEventListener(type, listener as EventListener);
  place.addEventListener('wheel', wheel, { passive: false });
  return () => {
    for (const [type, listener] of Object.entries(listeners)) place.removeEventListener(type, listener as EventListener);
    place.removeEventListener('wheel', wheel);
  };
}

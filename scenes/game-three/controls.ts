/** How the player moves the jar: with keys, or by pointing. Whatever was used last counts. */
export interface Controls {
  /** Where the jar is wished to be, as x in the clearing. */
  wish(jar: number): number;
}

const LEFT = new Set(['ArrowLeft', 'KeyA']);
const RIGHT = new Set(['ArrowRight', 'KeyD']);
/** How far ahead of the jar a held key pulls, in metres: more than it moves in a step. */
const PULL = 1;

/** @param pointed where a point of the screen lies in the clearing */
export function listenToPlayer(canvas: HTMLElement, pointed: (clientX: number) => number): Controls {
  const held = new Set<string>();
  let target: number | null = null;

  addEventListener('keydown', ({ code, target: focused }) => {
    if (focused instanceof HTMLInputElement || !(LEFT.has(code) || RIGHT.has(code))) return;
    held.add(code);
    target = null;
  });
  addEventListener('keyup', ({ code }) => held.delete(code));
  addEventListener('blur', () => held.clear());
  const follow = ({ clientX }: PointerEvent): void => {
    target = pointed(clientX);
  };
  canvas.addEventListener('pointermove', follow);
  canvas.addEventListener('pointerdown', follow);

  return {
    wish(jar) {
      const way = Number([...held].some((code) => RIGHT.has(code))) - Number([...held].some((code) => LEFT.has(code)));
      return way === 0 ? target ?? jar : jar + way * PULL;
    },
  };
}

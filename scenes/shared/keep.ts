/**
 * What a page keeps in the browser's own store beyond its visit, as text. A browser may forbid that, or have no room left: then nothing was kept, and the page goes
 * on as if it were opened for the first time.
 */
export function kept(name: string, where: () => Storage = local): string | null {
  try {
    return where().getItem(name);
  } catch {
    return null;
  }
}

/** Keeps it; null takes it away. @returns whether the browser has done so */
export function keep(name: string, text: string | null, where: () => Storage = local): boolean {
  try {
    if (text === null) where().removeItem(name);
    else where().setItem(name, text);
    return true;
  } catch {
    return false;
  }
}

/** As long as the window is there. */
export const session = (): Storage => sessionStorage;
const local = (): Storage => localStorage;

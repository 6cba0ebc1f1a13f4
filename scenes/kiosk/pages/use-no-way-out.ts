import { useEffect } from 'react';

/** Closes the ways out of the page that a page can close: links, the context menu, and files that are dropped. */
export function useNoWayOut(): void {
  useEffect(() => {
    const letGo = new AbortController();
    const options = { signal: letGo.signal, capture: true };
    const refuse = (event: Event): void => event.preventDefault();
    for (const way of ['contextmenu', 'dragstart', 'dragover', 'drop'] as const) addEventListener(way, refuse, options);
    addEventListener('click', (event) => {
      if (event.target instanceof Element && event.target.closest('a[href]')) event.preventDefault();
    }, options);
    return () => letGo.abort();
  }, []);
}

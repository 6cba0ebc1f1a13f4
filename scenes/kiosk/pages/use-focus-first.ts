import { type RefObject, useEffect, useRef } from 'react';

/**
 * Puts the focus on the heading of what has just appeared, so that it is read aloud and the keyboard goes on from there. Not on a
 * button: a key that is still held down would press it.
 */
export function useFocusFirst(): RefObject<HTMLHeadingElement | null> {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus({ preventScroll: true }), []);
  return heading;
}

import { Text } from '@mantine/core';
import { useRef } from 'react';
import type { Shown } from '../voicing.ts';
import { useCursor } from './use-cursor.ts';
import { useDescribe } from './use-describe.ts';

/** What there is at the cursor, in words. The slider itself speaks it. */
export function Readout({ shown }: { shown: Shown }) {
  const text = useRef<HTMLParagraphElement>(null);
  const describe = useDescribe(shown);
  useCursor((at) => {
    if (text.current) text.current.textContent = describe(at);
  });
  return <Text ref={text} size="sm" c="dimmed" aria-hidden style={{ fontVariantNumeric: 'tabular-nums' }} data-testid="readout" />;
}

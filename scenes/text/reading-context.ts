import { createContext, useContext } from 'react';
import type { Reading } from './reading.ts';

export const ReadingContext = createContext<Reading | null>(null);

export function useReading(): Reading {
  const reading = useContext(ReadingContext);
  if (!reading) throw new Error('Expected a reading above this component, but there is none. Put it inside the text page.');
  return reading;
}

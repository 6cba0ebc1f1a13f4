import type { Hertz, Seconds, Viseme } from 'attune';
import { MOUTH_HOP, strongest } from '../mouth-frames.ts';
import { PITCH_HOP } from '../pitch.ts';
import type { Shown } from '../voicing.ts';

/** What there is at one moment of a sentence; null is nothing. */
export interface Reading {
  readonly phone: string | null;
  readonly viseme: Viseme | null;
  readonly pitch: Hertz | null;
}

export function readingAt({ speech, pitch, frames }: Shown, at: Seconds): Reading {
  const mouth = frames[Math.floor(at / MOUTH_HOP)];
  return {
    phone: speech.phones.find(({ start, end }) => at >= start && at < end)?.phone ?? null,
    viseme: mouth ? strongest(mouth) : null,
    pitch: pitch[Math.round(at / PITCH_HOP)] ?? null,
  };
}

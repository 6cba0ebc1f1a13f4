import type { Seconds } from '../../core/index.ts';

/** Every phone of Flite's US English set. pau, h# and brth are pauses and breath. */
export const FLITE_PHONES = [
  'aa', 'ae', 'ah', 'ao', 'aw', 'ax', 'axr', 'ay', 'b', 'ch', 'd', 'dh', 'dx', 'eh', 'el', 'em', 'en', 'er', 'ey', 'f',
  'g', 'hh', 'hv', 'ih', 'iy', 'jh', 'k', 'l', 'm', 'n', 'nx', 'ng', 'ow', 'oy', 'p', 'r', 's', 'sh', 't', 'th', 'uh',
  'uw', 'v', 'w', 'y', 'z', 'zh', 'pau', 'h#', 'brth',
] as const;
export type FlitePhone = (typeof FLITE_PHONES)[number];

/** A phone and where it lies in the sound of its sentence. */
export interface TimedPhone {
  readonly phone: FlitePhone;
  readonly start: Seconds;
  readonly end: Seconds;
}

const KNOWN: ReadonlySet<string> = new Set(FLITE_PHONES);

/**
 * Reads what `flite -psdur` prints: `pau:0.164 hh:0.255 ...`, each with the time of its end.
 *
 * @throws {Error} when a word is not a known phone with a time that follows the one before
 */
export function parsePhones(printed: string): TimedPhone[] {
  const phones: TimedPhone[] = [];
  let start = 0;
  for (const word of printed.split(/\s+/)) {
    if (word === '') continue;
    const colon = word.lastIndexOf(':');
    const phone = word.slice(0, colon);
    const end = Number(word.slice(colon + 1));
    if (colon < 1 || !KNOWN.has(phone) || !(end >= start)) {
      throw new Error(`expected phones with rising end times from flite -psdur, but read "${word.slice(0, 40)}" after ${start} s`);
    }
    phones.push({ phone: phone as FlitePhone, start, end });
    start = end;
  }
  return phones;
}

/** Whether a phone is silence to the ear. */
export function isPause(phone: FlitePhone): boolean {
  return phone === 'pau' || phone === 'h#' || phone === 'brth';
}

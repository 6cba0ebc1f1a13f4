import { nunito } from '@pmndrs/msdfonts/nunito';

/** Light on dark, as it is read over any room: sizes are millimetres, at arm's length. */
export const CARD = { backgroundColor: '#25221f', borderRadius: 28, borderWidth: 2, borderColor: '#47423c', opacity: 0.94 } as const;
export const INK = '#ece7e1';
export const QUIET_INK = '#c9c1b7';
export const ACCENT = '#e8a888';
export const BUTTON = { backgroundColor: '#423d37', hover: { backgroundColor: '#5b544c' }, active: { backgroundColor: '#a04b28' } } as const;

/** A unit of a panel's layout is a millimetre. */
export const MILLIMETRE = 0.001;

/** The letters of the pages, as a field of distances that stays sharp at any distance. They lie in this page's own files. */
export const FONTS = { nunito };

/** Whether the letters have all of these signs; Chinese is drawn by the browser's own fonts instead. */
export function hasLetters(text: string): boolean {
  return !/[^\u0020-\u024f\u2010-\u2026\u20ac]/u.test(text);
}

import type { Language } from '../core/index.ts';
import type { PackFault } from './pack.ts';

/** Where the `more` of a pack has something in one of its languages and lacks it in another. */
export function missingTexts(data: unknown, languages: readonly Language[], path: readonly (string | number)[] = []): PackFault[] {
  if (Array.isArray(data)) return data.flatMap((item, at) => missingTexts(item, languages, [...path, at]));
  if (typeof data !== 'object' || data === null) return [];
  if ('en' in data || 'zh' in data) return languages.filter((language) => !(language in data)).map((language) => ({ path, fault: `lacks "${language}", a language of this scenario` }));
  return Object.entries(data).flatMap(([key, value]) => missingTexts(value, languages, [...path, key]));
}

import { COMPLIANCE_MODES, type ComplianceMode } from 'attune';
import { AMBIENCE_VOLUMES, type AmbienceVolume } from 'attune/browser';
import { type CharacterId, CHARACTERS, FIRST } from './characters/characters.ts';
import { firstLocale } from './help/country.ts';
import { type Condition, CONDITIONS, conditionOf } from './study/conditions.ts';
import type { PageLanguage } from '../shared/words.ts';

/** What the page's address asks for. */
export interface Query {
  readonly quality: 'high' | 'low';
  readonly seed: number;
  readonly assets: string;
  readonly avatar: string | null;
  readonly character: CharacterId;
  /** For studies; null outside of one. Nothing on the page tells it. */
  readonly condition: Condition | null;
  /** Whether a researcher at the desk may decide what the character does. */
  readonly wizard: boolean;
  /** Whether a questionnaire is offered after the meeting. */
  readonly pets: boolean;
  /** Whether this is the researcher's desk, and no meeting. */
  readonly desk: boolean;
  /** What may be read of the player; nothing on the page changes it. */
  readonly mode: ComplianceMode;
  /** Where helplines are told of first; null where the country is not known or not listed. */
  readonly locale: string | null;
  /** How loud the music is at first. */
  readonly music: AmbienceVolume;
  /** Whether players may be remembered from one visit to the next. */
  readonly remembers: boolean;
  /** How many people before the camera are followed. */
  readonly people: number;
}

/**
 * Reads the query of the page's address:
 *
 * - `quality=low`: the light avatar, no outline, no anti-aliasing, 0.6 device pixels for each point, ten pictures a second
 * - `seed=N`: a whole number, for a meeting that can be repeated; 1 by default
 * - `assets=URL`: the folder that "attune assets" made; `../attune/` by default
 * - `avatar=URL`: another avatar than the one that ships
 * - `character=mira|emil|pip`: who is chosen at first; `mira` by default
 * - `study=...`: for studies, any of these with commas between them. `seed`, `neutral`, `mirroring` or `complementary`: a condition, by the seed or
 *   named; what is exported tells it, the page does not. `wizard`: a researcher may decide what the character does, in another tab that was
 *   opened with `study=desk`. `pets`: a questionnaire is offered after the meeting
 * - `mode=text-only|expression-reactive|emotion`: what may be read of the player (docs/compliance.md); `emotion` by default
 * - `locale=en-GB`: whose helplines are told in a crisis; by default those of the region that the browser's language names
 * - `music=off|quiet|normal`: the music at first; quiet by default, off for studies, with `memory=off` and with `quality=low`
 * - `memory=off`: nobody is remembered or asked whether they want to be, as in a museum or a shop
 * - `people=N`: up to so many people before the camera are followed, at most 4; 1 by default. Each of them must be asked
 * - `lang=en|zh`: the language of the page
 */
export function readQuery(search: string, languages: readonly string[] = []): Query {
  const query = new URLSearchParams(search);
  const asked = Number(query.get('seed') ?? 1);
  const seed = Number.isInteger(asked) ? asked : 1;
  const study = query.get('study')?.split(',') ?? [];
  const people = Number(query.get('people') ?? 1);
  const low = query.get('quality') === 'low';
  const remembers = query.get('memory') !== 'off';
  return {
    quality: low ? 'low' : 'high',
    seed,
    assets: query.get('assets') ?? '../attune/',
    avatar: query.get('avatar'),
    character: CHARACTERS.find((each) => each === query.get('character')) ?? FIRST.id,
    condition: study.includes('seed') ? conditionOf(seed) : CONDITIONS.find((each) => study.includes(each)) ?? null,
    wizard: study.includes('wizard'),
    pets: study.includes('pets'),
    desk: study.includes('desk'),
    mode: COMPLIANCE_MODES.find((each) => each === query.get('mode')) ?? 'emotion',
    locale: firstLocale([query.get('locale') ?? '', ...languages]),
    music: AMBIENCE_VOLUMES.find((each) => each === query.get('music')) ?? (low || !remembers || study.length > 0 ? 'off' : 'quiet'),
    remembers,
    people: [2, 3, 4].includes(people) ? people : 1,
  };
}

/** The agent speaks the language of the page. */
export const agentLanguage = (language: string): PageLanguage => (language === 'zh' ? 'zh' : 'en');

import * as v from 'valibot';
import { BREATH_PATTERNS, type BreathPatternName } from './breathing.ts';
import { type MoreReading, faultOf, textsSchema, type Texts } from '../pack.ts';

/** How somebody says that they feel, as coarsely as what may be suggested depends on it. */
export const REGIONS = ['tense', 'low', 'well'] as const;
/** How somebody says that they feel, as one of {@link REGIONS}. */
export type Region = (typeof REGIONS)[number];

/** Something small to do. */
export interface Activity {
  readonly id: string;
  readonly title: Texts;
  /** How it is suggested. */
  readonly says: Texts;
  readonly minutes: number;
  /** When it may be suggested at all, whatever helped before. */
  readonly when: readonly Region[];
}

/** What a companion's pack has beyond what every pack has. */
export interface CompanionMore {
  readonly breathing: BreathPatternName;
  readonly activities: readonly Activity[];
}

const id = v.pipe(v.string('a name such as "walk"'), v.regex(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/, 'a name of small Latin letters, digits and hyphens, such as "walk"'));
const schema = v.strictObject({
  breathing: v.picklist(Object.keys(BREATH_PATTERNS) as BreathPatternName[], `one of ${Object.keys(BREATH_PATTERNS).join(', ')}`),
  activities: v.pipe(v.array(v.strictObject({
    id, title: textsSchema, says: textsSchema, minutes: v.pipe(v.number('minutes'), v.minValue(1, '1 or more')),
    when: v.pipe(v.array(v.picklist(REGIONS, `one of ${REGIONS.join(', ')}`), 'a list'), v.minLength(1, `one or more of ${REGIONS.join(', ')}`)),
  }), 'a list of activities'), v.minLength(1, 'at least one activity')),
});

/** Reads the `more` of a companion's pack. There is something to suggest in every region. */
export function readCompanionMore(data: unknown): MoreReading<CompanionMore> {
  const result = v.safeParse(schema, data);
  if (!result.success) return { more: null, faults: result.issues.map(faultOf) };
  const { activities } = result.output;
  const ids = activities.map((activity) => activity.id);
  const faults = [
    ...ids.flatMap((each, at) => (ids.indexOf(each) < at ? [{ path: ['activities', at, 'id'], fault: `"${each}" is the id of activity ${ids.indexOf(each)} already` }] : [])),
    ...REGIONS.flatMap((region) => (activities.some(({ when }) => when.includes(region)) ? [] : [{ path: ['activities'], fault: `has nothing for somebody who feels ${region}` }])),
  ];
  return faults.length > 0 ? { more: null, faults } : { more: result.output, faults: [] };
}

/** Where a report lies. Just below the middle is no trouble yet. */
export function regionOf({ valence, arousal }: { readonly valence: number; readonly arousal: number }): Region {
  if (valence > -0.15) return 'well';
  return arousal >= 0 ? 'tense' : 'low';
}

import * as v from 'valibot';
import { faultOf, idSchema, type MoreReading, type Texts, textsSchema } from '../pack.ts';

/** Something easy to begin with, for whoever has not spoken yet or when nobody does. */
export interface Opening {
  readonly id: string;
  readonly says: Texts;
}

/** What a host's pack has beyond what every pack has. */
export interface SocialMore {
  readonly openings: readonly Opening[];
}

const schema = v.strictObject({
  openings: v.pipe(v.array(v.strictObject({ id: idSchema, says: textsSchema }), 'a list of openings'), v.minLength(2, 'at least two openings')),
});

/** Reads the `more` of a host's pack. */
export function readSocialMore(data: unknown): MoreReading<SocialMore> {
  const result = v.safeParse(schema, data);
  if (!result.success) return { more: null, faults: result.issues.map(faultOf) };
  const ids = result.output.openings.map(({ id }) => id);
  const faults = ids.flatMap((id, at) => (ids.indexOf(id) < at ? [{ path: ['openings', at, 'id'], fault: `"${id}" is the id of opening ${ids.indexOf(id)} already` }] : []));
  return faults.length > 0 ? { more: null, faults } : { more: result.output, faults: [] };
}

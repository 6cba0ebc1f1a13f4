import * as v from 'valibot';
import { AttuneError } from '../core/index.ts';

const text = v.pipe(v.string(), v.trim(), v.nonEmpty('must not be empty'), v.maxLength(200));
const entity = v.strictObject({
  /** Its name in tables and addresses. */
  id: v.pipe(v.string(), v.regex(/^[a-z0-9][a-z0-9-]*$/, 'must be lower-case letters, digits and hyphens')),
  /** Its name for people, which is looked for in texts as well. */
  name: text,
  /** What else it is called, in either language; case does not count. */
  aliases: v.optional(v.array(text), []),
  /** Symbols of exchanges, such as `ACME` or `600519`; case counts. Those of one or two letters are only found behind `$` or an exchange, as in `NYSE: F`. */
  tickers: v.optional(v.array(v.pipe(v.string(), v.regex(/^[A-Z0-9][A-Z0-9.]{0,11}$/, 'must be capital letters, digits and full stops'))), []),
  /** Words that mean somebody else where they stand right before or behind, such as `Union` for a railway. */
  except: v.optional(v.array(text), []),
});
const schema = v.strictObject({ entities: v.pipe(v.array(entity), v.nonEmpty('must name at least one entity')) });

/** Somebody or something that is watched. */
export type WatchedEntity = v.InferOutput<typeof entity>;
/** What a monitor looks for. */
export type WatchList = v.InferOutput<typeof schema>;

/** @throws {AttuneError} `bad-input`, naming the field, when it is no watch list or two entities share a name */
export function parseWatchList(data: unknown): WatchList {
  const result = v.safeParse(schema, data);
  if (!result.success) throw new AttuneError('bad-input', `Expected a watch list, but ${v.getDotPath(result.issues[0]) ?? 'the whole file'} is wrong: ${result.issues[0].message}. docs/monitor.md shows one.`);
  const { entities } = result.output;
  const owners = new Map<string, string>();
  for (const { id, name, aliases, tickers } of entities) {
    const names = [`id ${id}`, ...new Set([name, ...aliases].map((each) => `name ${each.toLowerCase()}`)), ...tickers.map((each) => `ticker ${each}`)];
    for (const each of names) {
      const owner = owners.get(each);
      if (owner !== undefined) throw new AttuneError('bad-input', `Expected each name in the watch list to mean one entity, but the ${each} belongs to "${owner}" and to "${id}". Take it from one of them.`);
      owners.set(each, id);
    }
  }
  return result.output;
}

import { readFileSync } from 'node:fs';
import * as v from 'valibot';
import { UsageError } from '../usage-error.ts';

const count = (most: number) => v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(most));

const UPSTREAM = v.strictObject({
  /** Below which `/chat/completions` is asked. */
  url: v.pipe(v.string(), v.url(), v.regex(/^https?:\/\/[^@?#]+$/, 'the http or https address of a server, without a name, a password or a query,')),
  /** The models that may be asked for. */
  models: v.pipe(v.array(v.pipe(v.string(), v.minLength(1), v.maxLength(200))), v.minLength(1)),
  /** The environment variable that holds the key, if it wants one. The key itself never stands here. */
  key: v.optional(v.pipe(v.string(), v.regex(/^[A-Z_][A-Z0-9_]*$/, 'the name of an environment variable, in capitals'))),
});

const LIMITS = v.strictObject({
  /** Requests a minute from one address. */
  perAddress: v.optional(count(10_000), 20),
  /** Requests a minute from all. */
  total: v.optional(count(100_000), 120),
  /** Requests at one time. */
  atOnce: v.optional(count(1000), 8),
  /** Bytes of one request. */
  body: v.optional(count(1 << 20), 32_768),
  /** Tokens of one answer. */
  tokens: v.optional(count(4000), 400),
  /** Seconds of one answer. */
  seconds: v.optional(count(300), 60),
});

/** One server, without a wildcard, a path or anything that could begin another directive. */
const SOURCE = v.pipe(v.string(), v.regex(/^(https|wss):\/\/[a-z0-9.-]+(:\d{1,5})?$/, 'the origin of one server, such as https://api.example,'));
const SOURCES = v.optional(v.array(SOURCE));

const POLICY = v.strictObject({
  'connect-src': SOURCES, 'img-src': SOURCES, 'media-src': SOURCES, 'font-src': SOURCES, 'frame-ancestors': SOURCES,
  'trusted-types': v.optional(v.array(v.pipe(v.string(), v.regex(/^[\w#.@/-]{1,60}$/, 'the name of a Trusted Types policy,')))),
});

const RELAY = v.strictObject({
  /** Rooms at one time. */
  rooms: v.optional(count(10_000), 100),
  /** People in a room. */
  people: v.optional(v.pipe(count(8), v.minValue(2)), 8),
  /** Whoever says nothing for so many seconds is shown out. */
  idle: v.optional(v.pipe(count(86_400), v.minValue(10)), 1800),
});

const CONFIG = v.strictObject({
  upstreams: v.record(v.pipe(v.string(), v.regex(/^[a-z0-9-]{1,40}$/, 'a name of small letters, digits and hyphens')), UPSTREAM),
  limits: v.optional(LIMITS, {}),
  /** The origins under which players reach the pages, such as `https://game.example`; this machine by default. */
  origins: v.optional(v.array(v.pipe(v.string(), v.regex(/^https?:\/\/[^/@?#]+$/, 'an origin such as https://game.example'))), []),
  /** Passes turns between people at different places, at `/relay` of this server; off by default. */
  relay: v.optional(RELAY),
  /** What pages may do beyond the policy that they are served with, by its directives. */
  policy: v.optional(POLICY, {}),
  /** Whether a proxy of one's own stands before this and tells the player's address in X-Forwarded-For. */
  behindProxy: v.optional(v.boolean(), false),
});

export type ServeConfig = v.InferOutput<typeof CONFIG>;
export type ServeLimits = v.InferOutput<typeof LIMITS>;

/** A server that may be asked, with its key. */
export interface Upstream {
  readonly url: string;
  readonly models: readonly string[];
  readonly key: string | null;
}

/**
 * Reads what `attune serve` is told.
 *
 * @throws {UsageError} when the file can't be read, isn't JSON, or says something else than it may, with the field
 */
export function readServeConfig(path: string): ServeConfig {
  let value: unknown;
  try {
    value = JSON.parse(readFileSync(path, 'utf8'));
  } catch (thrown) {
    throw new UsageError(`Expected --config to name a JSON file, but ${path} could not be read: ${thrown instanceof SyntaxError ? 'it is no JSON' : (thrown as NodeJS.ErrnoException).code ?? 'it is not there'}. See docs/language-models.md for an example.`);
  }
  const result = v.safeParse(CONFIG, value, { abortEarly: true });
  if (result.success) return result.output;
  const issue = result.issues[0];
  // What came is not repeated: somebody may have written a key there.
  throw new UsageError(`Expected ${path} to fit docs/language-models.md, but at ${v.getDotPath(issue) ?? 'the top'} came something else where ${issue.type === 'regex' ? issue.message : issue.expected ?? issue.message} belongs.`);
}

/** Takes the keys out of the environment. @throws {UsageError} naming the variable that is missing */
export function readUpstreams({ upstreams }: ServeConfig, environment: Readonly<Record<string, string | undefined>>): ReadonlyMap<string, Upstream> {
  return new Map(Object.entries(upstreams).map(([name, { url, models, key }]) => {
    const value = key === undefined ? null : environment[key];
    if (value === undefined || value === '') throw new UsageError(`Expected the environment variable ${key} to hold the key for "${name}", but it is empty. Set it, or take "key" out of the configuration.`);
    return [name, { url: url.replace(/\/$/, ''), models, key: value }];
  }));
}

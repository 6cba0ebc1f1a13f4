import * as v from 'valibot';
import { AttuneError, COMPLIANCE_MODES, DIALOGUE_ACTS, type DialogueAct, LANGUAGES } from '../core/index.ts';
import { WEEKDAYS } from './quiet-hours.ts';

/** Acts that a conversation can't do without, or that are said for safety: no operator takes them away. */
const NEEDED: readonly DialogueAct[] = ['greet', 'farewell', 'welcome-thanks', 'take-word', 'ask-more', 'reflect', 'give-space', 'keep-company'];
const CHOOSABLE = ['share-joy', 'comfort', 'calm', 'reassure', 'celebrate', 'encourage', 'offer-help', 'chat', 'check-in', 'answer', 'suggest', 'name-both', 'note-ease'] as const satisfies readonly DialogueAct[];

/** Acts that the agent may always do; `content.acts` chooses among the others. */
export const ALWAYS_ALLOWED: ReadonlySet<DialogueAct> = new Set([...DIALOGUE_ACTS.filter((act) => !CHOOSABLE.some((each) => each === act)), ...NEEDED]);

const seconds = (low: number, high: number) => {
  const message = `a number of seconds from ${low} to ${high}`;
  return v.pipe(v.number(message), v.minValue(low, message), v.maxValue(high, message));
};
const yesOrNo = v.boolean('true or false');
const timeOfDay = v.pipe(v.string('a time of day such as "18:30"'), v.regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'a time of day such as "18:30"'));
const word = (what: string) => v.pipe(v.string(what), v.regex(/^[\p{L}\p{N}][\p{L}\p{N} ._-]{0,39}$/u, what));
const someOf = <const Values extends readonly string[]>(values: Values) => v.pipe(
  v.array(v.picklist(values, `one of ${values.join(', ')}`), `a list of ${values.join(', ')}`), v.minLength(1, 'at least one'),
  v.check((list) => new Set(list).size === list.length, 'each of them only once'),
);
const sameOrigin = v.pipe(v.string('a path on this server, such as "./content-en.json"'), v.regex(/^(?![a-z][a-z0-9+.-]*:|\/\/)[^\s]+$/i, 'a path on this server, such as "./content-en.json"'));

const timeZone = v.pipe(v.string('a time zone such as "Europe/Berlin"'), v.check((zone) => isTimeZone(zone), 'a time zone such as "Europe/Berlin"'));

const quietHours = v.strictObject({
  /** The days on which it begins; every day when left out. */
  days: v.optional(someOf(WEEKDAYS), [...WEEKDAYS]),
  from: timeOfDay,
  /** Earlier than `from` is on the next day; the same is a whole day. */
  to: timeOfDay,
});

/** The shape of a kiosk's configuration; see {@link parseKioskConfig}. */
export const KIOSK_SCHEMA = v.strictObject({
  $schema: v.optional(v.string()),
  /** Languages that visitors choose from; the first is spoken when nobody chose. */
  languages: v.optional(someOf(LANGUAGES), [...LANGUAGES]),
  /** Whom visitors may meet, by the folders of avatars/; with several they choose. */
  characters: v.optional(v.pipe(v.array(word('the name of a character, such as "mira"')), v.minLength(1, 'at least one'), v.check((list) => new Set(list).size === list.length, 'each of them only once')), ['mira']),
  /** `low` for machines without a graphics card: the light avatar, ten pictures a second. */
  quality: v.optional(v.picklist(['high', 'low'], '"high" or "low"'), 'high'),
  /** What may be read of visitors who agree; docs/compliance.md. */
  mode: v.optional(v.picklist(COMPLIANCE_MODES, `one of ${COMPLIANCE_MODES.join(', ')}`), 'emotion'),
  /** What visitors are asked for. A sense that is false is never opened. */
  senses: v.optional(v.strictObject({ camera: v.optional(yesOrNo, true), microphone: v.optional(yesOrNo, true) }), {}),
  /** By what, besides a touch or any key, a visit may begin. */
  presence: v.optional(v.strictObject({
    /** A BroadcastChannel of this origin on which a sensor's page says {"present": true} or {"present": false}; null for none. */
    channel: v.optional(v.nullable(word('a name of letters and digits, or null')), null),
    /** A key that a sensor presses while somebody is there, as KeyboardEvent.code names it, such as "F13"; null for none. */
    key: v.optional(v.nullable(word('a key such as "F13", or null')), null),
    /** Whether the camera may tell that somebody is there, from a picture of 32 by 24 points. It is announced on the screen. */
    camera: v.optional(yesOrNo, false),
  }), {}),
  idle: v.optional(v.strictObject({
    /** Until the question what may be used is taken away again. */
    consent: v.optional(seconds(5, 600), 45),
    /** Until a visitor who does nothing is asked whether they are still there. */
    ask: v.optional(seconds(5, 3600), 60),
    /** The same where a sensor says that nobody is there. */
    absent: v.optional(seconds(2, 600), 12),
    /** From that question to the end of the visit. */
    grace: v.optional(seconds(5, 300), 20),
    /** How long it is shown that everything was deleted. */
    farewell: v.optional(seconds(2, 60), 8),
    /** The longest visit while somebody goes on. */
    longest: v.optional(seconds(60, 7200), 1200),
  }), {}),
  /** When the screen is dark and nothing listens. A visit that goes on then may be finished. */
  quietHours: v.optional(v.array(quietHours, 'a list of quiet hours'), []),
  /** Of the quiet hours; the machine's own when left out. */
  timeZone: v.optional(timeZone),
  content: v.optional(v.strictObject({
    /** Topics that the agent has words of its own for (docs/dialogue.md); all when left out. */
    topics: v.optional(v.array(word('the name of a topic'))),
    /** What it may do beside greeting, listening, saying goodbye and everything for safety; all when left out. */
    acts: v.optional(v.array(v.picklist(CHOOSABLE, `one of ${CHOOSABLE.join(', ')}`), 'a list of acts')),
    /** Files of dialogue of one's own. */
    own: v.optional(v.array(sameOrigin), []),
  }), {}),
  /** Whose helplines are told in a crisis, such as "en-GB"; the browser's region when left out. */
  locale: v.optional(v.pipe(v.string('a locale such as "en-GB"'), v.regex(/^[a-z]{2}(-[A-Z]{2})$/, 'a locale such as "en-GB"'))),
  /** Whether the page fills the screen from the first touch on. */
  fullScreen: v.optional(yesOrNo, true),
  /** Whether the screen is kept from sleeping outside of the quiet hours. */
  keepAwake: v.optional(yesOrNo, true),
  operator: v.optional(v.strictObject({
    /** Opens the page on the kiosk's health, after five seconds on the upper left corner or with ?health; without one it stays shut. */
    pin: v.optional(v.pipe(v.string('4 to 12 digits in quotes'), v.regex(/^\d{4,12}$/, '4 to 12 digits in quotes'))),
  }), {}),
});

/** A kiosk's whole configuration, with everything that was left out filled in. */
export type KioskConfig = v.InferOutput<typeof KIOSK_SCHEMA>;
/** How long each stage lasts, in seconds. */
export type KioskTimes = KioskConfig['idle'];

/** Faults that are told at one time. */
const MOST_TOLD = 6;

/**
 * Reads a kiosk's configuration from plain data, as from kiosk.json. Its shape is published as `kiosk.schema.json`.
 *
 * @param source the file's name, for the error
 * @throws {AttuneError} `bad-input`, with a line for each field that is wrong: where, what came, what belongs there
 */
export function parseKioskConfig(data: unknown, source = 'kiosk.json'): KioskConfig {
  // Of an empty list the schema would make an empty object.
  const result = v.safeParse(KIOSK_SCHEMA, Array.isArray(data) ? 'a list' : data);
  if (result.success) return result.output;
  const told = result.issues.slice(0, MOST_TOLD).map((issue) => {
    const path = v.getDotPath(issue) ?? 'the whole file';
    if (issue.type === 'strict_object') return issue.expected === 'never' ? `${path}: there is no such field` : `${path}: expected ${issue.expected === 'Object' ? 'an object in braces' : 'this field'}, but got ${issue.received}`;
    return `${path}: expected ${issue.message}, but got ${issue.received}`;
  });
  const more = result.issues.length - told.length;
  throw new AttuneError('bad-input', `Expected ${source} to fit kiosk.schema.json, but:\n${told.join('\n')}${more > 0 ? `\nand ${more} more` : ''}\nCorrect it and load the page again.`);
}

function isTimeZone(zone: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}

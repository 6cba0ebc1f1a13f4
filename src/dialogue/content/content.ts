import { AttuneError, DIALOGUE_ACTS, LANGUAGES, SUPPORT_SKILLS } from '../../core/index.ts';
import * as v from 'valibot';

const text = v.pipe(v.string(), v.trim(), v.minLength(1, 'expected some text'));
const texts = v.pipe(v.array(text), v.minLength(1, 'expected at least one text'));
const name = v.pipe(v.string(), v.regex(/^[a-z][a-zA-Z]*$/, 'expected a name of Latin letters that begins with a small one'));
/** A pattern or several of which one is enough; docs/dialogue.md tells how they are written. */
const patterns = v.union([text, texts]);

/** Something that is remembered of the player's words, under a name by which lines can use it. */
const factSchema = v.strictObject({
  /** The slot. Without `is`, each pattern must catch a part of that name. */
  slot: name,
  hears: patterns,
  not: v.optional(patterns),
  /** What is remembered, where it is not caught from the words. */
  is: v.optional(text),
  /** Slots that are forgotten when this is heard. */
  clears: v.optional(v.array(name)),
  /** It is forgotten when the player has told something in so many messages without its being heard again; by default never. */
  lasts: v.optional(v.pipe(v.number(), v.finite())),
  /** The first that was heard stays, whatever is heard later. */
  first: v.optional(v.boolean()),
});

/** A few lines, and when they fit. All conditions must hold. */
const ruleSchema = v.strictObject({
  /** Acts for which they are meant; by default every answer to a message, but no greeting, farewell or repetition. */
  acts: v.optional(v.union([v.literal('any'), v.array(v.picklist(DIALOGUE_ACTS))])),
  /** Skills for which they are meant; a line with a question mark always counts as a question. */
  skills: v.optional(v.array(v.picklist(SUPPORT_SKILLS))),
  /** What the answered message must have; what a pattern catches can be used in the lines. */
  hears: v.optional(patterns),
  not: v.optional(patterns),
  /** For moments in which nobody said anything: a meeting, an event of the game, a silence. All other rules need a message. */
  unasked: v.optional(v.boolean()),
  /** What the agent must have said just before. */
  said: v.optional(patterns),
  /** Slots that must be known, and slots that must not. */
  has: v.optional(v.array(name)),
  lacks: v.optional(v.array(name)),
  /** Slots that must be known from an earlier message than the answered one. */
  past: v.optional(v.array(name)),
  /** From which to which message of the player's, the first being 1. */
  turn: v.optional(v.tuple([v.pipe(v.number(), v.finite()), v.pipe(v.number(), v.finite())])),
  /** How much better (or worse) they fit than their conditions tell. */
  weight: v.optional(v.pipe(v.number(), v.finite())),
  says: texts,
});

/** Something that somebody might say, and a good answer. */
const exampleSchema = v.strictObject({ heard: text, says: text });

const contentSchema = v.strictObject({
  language: v.picklist(LANGUAGES),
  /** What everything in this file is about; without it, it is about anything. */
  topic: v.optional(name),
  /** Words that tell that somebody speaks of the topic. */
  words: v.optional(patterns),
  /** Words that patterns can name as `<class>`. */
  classes: v.optional(v.record(name, texts)),
  facts: v.optional(v.array(factSchema), []),
  rules: v.optional(v.array(ruleSchema), []),
  examples: v.optional(v.array(exampleSchema), []),
  /** Short lines that fit almost anything, for when all others were said. */
  reserve: v.optional(v.array(text), []),
});

/** One file of content as it is written. */
export type ContentFile = v.InferInput<typeof contentSchema>;
/** One file of content, checked. */
export type Content = v.InferOutput<typeof contentSchema>;

/**
 * Checks content that came from a file.
 *
 * @param source the file's name, for the error
 * @throws {AttuneError} `bad-input`, naming the file, the field and what was expected there
 */
export function parseContent(data: unknown, source: string): Content {
  const parsed = v.safeParse(contentSchema, data);
  if (parsed.success) return parsed.output;
  const [issue] = parsed.issues;
  const field = v.getDotPath(issue) ?? 'the whole file';
  throw new AttuneError('bad-input', `Expected dialogue content in ${source}, but at ${field}: ${issue.message}. docs/dialogue.md describes the format.`);
}

import { AttuneError, CHARACTER_SCHEMA, type Language, LANGUAGES } from '../core/index.ts';
import * as v from 'valibot';
import { MOODS } from './mood.ts';

const text = v.pipe(v.string('some text'), v.trim(), v.minLength(1, 'some text'));
const texts = v.pipe(v.array(text, 'a list of texts'), v.minLength(1, 'at least one text'));
export const idSchema = v.pipe(v.string('a name such as "where-is-it"'), v.regex(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/, 'a name of small Latin letters, digits and hyphens, such as "where-is-it"'));
const slotName = v.pipe(v.string('a name such as "order"'), v.regex(/^[a-z][a-zA-Z]*$/, 'a name of Latin letters that begins with a small one'));
/** A text in the languages that it has. */
export const textsSchema = v.strictObject({ en: v.optional(text), zh: v.optional(text) }, 'texts under "en" and "zh"');
const pattern = v.pipe(text, v.check(compiles, 'a regular expression of JavaScript'));

/** Something that people say, told by examples, and what it leads to. */
const intentSchema = v.strictObject({
  id: idSchema,
  /** In a few words, as an offer names it: "tracking a parcel". */
  title: text,
  /** At least two; ten that differ are good. */
  examples: v.pipe(v.array(text, 'a list of examples'), v.minLength(2, 'at least two examples')),
  /** The entry of `knowledge` that answers it. */
  answer: v.optional(idSchema),
  /** What the policy does about it instead, such as `hand-over`. */
  act: v.optional(idSchema),
});

/** Something that the character can tell. Of several wordings one that was not said yet is said. */
const knowledgeSchema = v.strictObject({ id: idSchema, says: texts });

/** Something particular of this person, caught from their words and used in lines as `{name}`. */
const slotSchema = v.strictObject({
  /** What catches it, as a regular expression; the first group where there is one. */
  hears: pattern,
  /** How it is asked for where a line needs it and it was not said. */
  asks: text,
});

const contentSchema = v.strictObject({
  intents: v.pipe(v.array(intentSchema, 'a list of intents'), v.minLength(1, 'at least one intent')),
  knowledge: v.pipe(v.array(knowledgeSchema, 'a list of entries'), v.minLength(1, 'at least one entry')),
  slots: v.optional(v.record(slotName, slotSchema), {}),
  /** What is said before anything else to somebody in a mood. */
  reactions: v.optional(v.strictObject(Object.fromEntries(MOODS.map((mood) => [mood, v.optional(texts)])) as Record<(typeof MOODS)[number], v.OptionalSchema<typeof texts, undefined>>), {}),
  /** Lines that the policy asks for by name. */
  lines: v.optional(v.record(idSchema, texts), {}),
});

const packSchema = v.strictObject({
  $schema: v.optional(v.string()),
  format: v.literal(1, '1'),
  id: idSchema,
  name: textsSchema,
  /** Which policy decides: the name of one that ships, or a module beside the file, such as "./policy.js". */
  policy: v.union([idSchema, v.pipe(v.string(), v.regex(/^\.\/[\w-]+\.m?js$/))], 'the name of a policy, or a module beside the file such as "./policy.js"'),
  character: v.optional(CHARACTER_SCHEMA, {}),
  /** What the pack is for. A goal is reached when one of its measures has counted something. */
  goals: v.pipe(v.array(v.strictObject({ id: idSchema, about: textsSchema, measures: v.pipe(v.array(idSchema), v.minLength(1, 'at least one measure')) }), 'a list of goals'), v.minLength(1, 'at least one goal')),
  /** What is counted, and whether more or less of it is a success. */
  measures: v.pipe(v.array(v.strictObject({ id: idSchema, about: textsSchema, better: v.picklist(['more', 'less'], '"more" or "less"') }), 'a list of measures'), v.minLength(1, 'at least one measure')),
  content: v.pipe(v.strictObject({ en: v.optional(contentSchema), zh: v.optional(contentSchema) }, 'content under "en" and "zh"'), v.check(({ en, zh }) => en !== undefined || zh !== undefined, 'content in at least one language')),
  /** What the policy needs beyond this, in a form of the policy's own. */
  more: v.optional(v.unknown()),
});

/** A scenario, checked. */
export type Pack = v.InferOutput<typeof packSchema>;
/** A text in the languages that it has. */
export type Texts = v.InferOutput<typeof textsSchema>;
/** What a scenario has in one language. */
export type PackContent = v.InferOutput<typeof contentSchema>;

/** Something in a pack that its writer must change. */
export interface PackFault {
  /** The field as keys and indices, from the whole file on. */
  readonly path: readonly (string | number)[];
  readonly fault: string;
}

/** What a policy read in the `more` of a pack, or what is wrong with it, with paths from `more` on. */
export type MoreReading<More> = { readonly more: More; readonly faults: readonly [] } | { readonly more: null; readonly faults: readonly PackFault[] };

/** Faults that are told at one time. */
const MOST_TOLD = 8;

/** Reads a pack, or finds what is wrong with it: the form first, then what names something that is not there. */
export function readPack(data: unknown): { readonly pack: Pack; readonly faults: readonly [] } | { readonly pack: null; readonly faults: readonly PackFault[] } {
  const result = v.safeParse(packSchema, Array.isArray(data) ? 'a list' : data);
  const faults = result.success ? faultsIn(result.output) : result.issues.map(faultOf);
  return result.success && faults.length === 0 ? { pack: result.output, faults: [] } : { pack: null, faults };
}

/** An issue of a schema as a fault, whose message says what was expected. */
export function faultOf(issue: v.BaseIssue<unknown>): PackFault {
  const path = (issue.path ?? []).map(({ key }) => key as string | number);
  if (issue.type === 'strict_object') return { path, fault: issue.expected === 'never' ? 'there is no such field' : `expected ${issue.expected === 'Object' ? 'an object in braces' : 'this field'}, but got ${issue.received}` };
  return { path, fault: `expected ${issue.message}, but got ${issue.received}` };
}

/**
 * Reads a pack from plain data, as from scenario.json.
 *
 * @param source the file's name, for the error
 * @throws {AttuneError} `bad-input`, with a line for each field that is wrong
 */
export function parsePack(data: unknown, source = 'scenario.json'): Pack {
  const { pack, faults } = readPack(data);
  if (pack) return pack;
  const told = faults.slice(0, MOST_TOLD).map(({ path, fault }) => `${path.join('.') || 'the whole file'}: ${fault}`);
  const more = faults.length - told.length;
  throw new AttuneError('bad-input', `Expected ${source} to be a scenario, but:\n${told.join('\n')}${more > 0 ? `\nand ${more} more` : ''}\ndocs/scenarios.md describes the format.`);
}

/** The languages that a pack has content in. */
export function languagesOf({ content }: Pack): readonly Language[] {
  return LANGUAGES.filter((language) => content[language] !== undefined);
}

/** The slots that a line uses. */
export function slotsIn(line: string): readonly string[] {
  return [...new Set([...line.matchAll(/\{(\w+)\}/g)].map(([, slot]) => slot!))];
}

function faultsIn(pack: Pack): PackFault[] {
  const faults: PackFault[] = [];
  const counted = new Set(pack.measures.map((measure) => measure.id));
  doubled(pack.measures, ['measures'], faults);
  doubled(pack.goals, ['goals'], faults);
  pack.goals.forEach((goal, at) => goal.measures.forEach((measure, of) => {
    if (!counted.has(measure)) faults.push({ path: ['goals', at, 'measures', of], fault: `expected one of the measures ${[...counted].join(', ')}, but got "${measure}"` });
  }));
  for (const language of languagesOf(pack)) {
    const content = pack.content[language]!;
    const path = ['content', language];
    doubled(content.intents, [...path, 'intents'], faults);
    doubled(content.knowledge, [...path, 'knowledge'], faults);
    const known = new Set(content.knowledge.map((entry) => entry.id));
    const examples = new Map<string, string>();
    content.intents.forEach((intent, at) => {
      const here = [...path, 'intents', at];
      if ((intent.answer === undefined) === (intent.act === undefined)) faults.push({ path: here, fault: 'expected either an "answer" or an "act"' });
      if (intent.answer !== undefined && !known.has(intent.answer)) faults.push({ path: [...here, 'answer'], fault: `expected an entry of knowledge, but there is none called "${intent.answer}"` });
      intent.examples.forEach((example, of) => {
        const other = examples.get(example.toLowerCase());
        if (other !== undefined) faults.push({ path: [...here, 'examples', of], fault: `is an example of "${other}" already` });
        else examples.set(example.toLowerCase(), intent.id);
      });
    });
    const answered = new Set(content.intents.map(({ answer }) => answer));
    content.knowledge.forEach((entry, at) => {
      if (!answered.has(entry.id)) faults.push({ path: [...path, 'knowledge', at], fault: `no intent leads to "${entry.id}"` });
      entry.says.forEach((line, of) => {
        for (const slot of slotsIn(line)) if (!Object.hasOwn(content.slots, slot)) faults.push({ path: [...path, 'knowledge', at, 'says', of], fault: `uses {${slot}}, which no slot fills` });
      });
    });
  }
  return faults;
}

function doubled(items: readonly { readonly id: string }[], path: readonly (string | number)[], faults: PackFault[]): void {
  const seen = new Map<string, number>();
  items.forEach((item, at) => {
    const first = seen.get(item.id);
    if (first !== undefined) faults.push({ path: [...path, at, 'id'], fault: `"${item.id}" is the id of entry ${first} already` });
    else seen.set(item.id, at);
  });
}

function compiles(source: string): boolean {
  try {
    return new RegExp(source, 'iu') instanceof RegExp;
  } catch {
    return false;
  }
}

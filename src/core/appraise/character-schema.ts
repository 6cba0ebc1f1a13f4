import * as v from 'valibot';
import { admit, signed, unit } from '../schema.ts';
import { type Character, DEFAULT_CHARACTER, USUAL_DISPLAY } from './character.ts';
import { byFeeling } from './feelings.ts';

/** A name goes into sentences and into instructions for language models, so nothing else may hide in it. */
const characterName = v.pipe(v.string(), v.regex(/^[\p{L}\p{M}\p{N} .'’·-]{1,40}$/u, 'a name of 1 to 40 letters, digits, spaces and . \' - ·'), v.trim(), v.minLength(1));

const rule = v.strictObject({ rule: v.picklist(['share', 'dampen', 'mask']), amount: unit });

const TRAITS = { openness: signed, conscientiousness: signed, extraversion: signed, agreeableness: signed, stability: signed };
const EMPATHY = { joy: unit, concern: unit, calm: unit, reassurance: unit };

/** What is not given is as in the character that ships; a rule for display that is not given is the usual one. */
const given = v.strictObject({
  $schema: v.optional(v.string()),
  name: v.optional(characterName, DEFAULT_CHARACTER.name),
  traits: v.optional(v.strictObject(TRAITS), DEFAULT_CHARACTER.traits),
  empathy: v.optional(v.strictObject(EMPATHY), DEFAULT_CHARACTER.empathy),
  warmth: v.optional(unit, DEFAULT_CHARACTER.warmth),
  display: v.optional(v.strictObject(byFeeling((feeling) => v.optional(rule, USUAL_DISPLAY[feeling]))), {}),
  initiative: v.optional(unit, DEFAULT_CHARACTER.initiative),
  verbosity: v.optional(unit, DEFAULT_CHARACTER.verbosity),
  humour: v.optional(unit, DEFAULT_CHARACTER.humour),
});

/** The shape of a character; see {@link parseCharacter}. */
export const CHARACTER_SCHEMA: v.GenericSchema<unknown, Character> = v.pipe(
  given,
  v.transform(({ name, traits, empathy, warmth, display, initiative, verbosity, humour }) => ({ name, traits, empathy, warmth, display, initiative, verbosity, humour })),
);

/**
 * Reads a character from plain data, for example from a file of JSON. Its shape is published as `character.schema.json`.
 *
 * @param data an object; what it leaves out is as in {@link DEFAULT_CHARACTER}, and fields that are not known are refused
 * @throws {AttuneError} `bad-input`, naming the field, what was expected and what came
 */
export function parseCharacter(data: unknown): Character {
  return admit(CHARACTER_SCHEMA, data, 'a character');
}

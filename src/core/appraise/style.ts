import { type SignedUnit, signedUnit, unit } from '../units.ts';
import type { Character } from './character.ts';

/** In what the agent may come to suit a player: how much it says, smiles, mirrors joy, how quickly it talks, how soon it speaks up, and whether it rather asks or listens. */
export const STYLE_RESPECTS = ['verbosity', 'warmth', 'mirroring', 'pace', 'initiative', 'asking'] as const;
/** One of {@link STYLE_RESPECTS}. */
export type StyleRespect = (typeof STYLE_RESPECTS)[number];

/** How far the agent departs from its character with one player, from less (-1) over as it is (0) to more (1). */
export type Style = Readonly<Record<StyleRespect, SignedUnit>>;

/** What a moment allows of a style, each from its least to its most; 0 always lies within. */
export type StyleRange = Readonly<Record<StyleRespect, readonly [least: SignedUnit, most: SignedUnit]>>;

/** As the character is. */
export const OWN_STYLE: Style = { verbosity: 0, warmth: 0, mirroring: 0, pace: 0, initiative: 0, asking: 0 };

/** A full departure moves a character this far and no farther: it is still itself. */
const BENDS = { verbosity: 0.35, mirroring: 0.25, initiative: 0.35 };
const SMILES = 0.8;

/** How much quicker and livelier, or slower and quieter, a full departure sounds, in arousal of the tone. */
export const PACED: SignedUnit = 0.5;

/** A character as it is in a style. What it has none of at all stays so. */
export function styled(character: Character, { verbosity, warmth, mirroring, initiative }: Style): Character {
  const { empathy } = character;
  return {
    ...character,
    verbosity: unit(character.verbosity + BENDS.verbosity * verbosity),
    warmth: unit(character.warmth * (1 + SMILES * warmth)),
    empathy: { ...empathy, joy: empathy.joy === 0 ? 0 : unit(empathy.joy + BENDS.mirroring * mirroring) },
    // To speak up at last and never to speak up are two characters.
    initiative: character.initiative === 0 ? 0 : Math.max(0.05, unit(character.initiative + BENDS.initiative * initiative)),
  };
}

/** The part of a style that a range allows. */
export function withinRange(style: Style, range: StyleRange): Style {
  return byRespect((respect) => Math.min(range[respect][1], Math.max(range[respect][0], signedUnit(style[respect]))));
}

/** Fills a record by asking for each respect in turn. */
export function byRespect<T>(of: (respect: StyleRespect) => T): Record<StyleRespect, T> {
  return Object.fromEntries(STYLE_RESPECTS.map((respect) => [respect, of(respect)])) as Record<StyleRespect, T>;
}

import type { Appraisal } from '../appraise/appraise.ts';
import type { Character } from '../appraise/character.ts';
import { byRespect, OWN_STYLE, type Style, type StyleRange, styled, withinRange } from '../appraise/style.ts';
import { isGrave, type Safety } from '../safety/safety.ts';
import type { SessionTime } from '../units.ts';
import type { Course } from './course.ts';

/** What a style is held against. */
interface StyleMoment {
  readonly at: SessionTime;
  readonly appraisal: Appraisal;
  readonly character: Character;
  readonly course: Course;
  readonly safety: Safety;
}

/**
 * What the moment allows of a style, whoever wishes for it. In a crisis nothing: the agent is its own calm self. Where something weighs
 * on the player it is no cooler, no quicker and no merrier than its character, and whoever wants to be left alone is asked and told no more.
 */
export function styleRange({ at, appraisal, character, course, safety }: StyleMoment): StyleRange {
  const grave = isGrave(safety, at);
  const weighs = course.matter !== null || appraisal.needs.some(({ need }) => need === 'comfort' || need === 'calm' || need === 'reassurance');
  const alone = course.refused || appraisal.needs.some(({ need }) => need === 'space');
  const most = { verbosity: alone ? 0 : 1, warmth: 1, mirroring: weighs ? 0 : 1, pace: weighs ? 0 : 1, initiative: alone ? 0 : 1, asking: alone ? 0 : 1 };
  const least = { ...byRespect(() => -1), warmth: weighs ? 0 : -1 };
  const fixed = { initiative: character.initiative === 0, mirroring: character.empathy.joy === 0, warmth: character.warmth === 0 };
  return byRespect((respect) => (grave || fixed[respect as keyof typeof fixed] ? [0, 0] : [least[respect], most[respect]]));
}

/** The style that the moment leaves, and the character in it. */
export function inStyle(state: StyleMoment & { readonly style: Style }): { readonly style: Style; readonly character: Character } {
  if (state.style === OWN_STYLE) return state;
  const style = withinRange(state.style, styleRange(state));
  return { style, character: styled(state.character, style) };
}

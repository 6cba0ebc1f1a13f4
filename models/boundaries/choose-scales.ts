import type { BoundaryScale, BoundaryScales } from '../../src/browser/text/boundaries/boundary-head.ts';
import { BOUNDARIES, type HeardBoundary, type Language, LANGUAGES } from '../../src/index.ts';
import { fitLogistic } from '../safety/calibrate.ts';
import type { Validated } from './cross-validate.ts';
import type { Lesson } from './lessons.ts';

type Boundary = Exclude<HeardBoundary, null>;

/** Of ordinary lines, and of harmless ones that were written to be mistaken, so large a share may be taken for any boundary. */
const [ORDINARY, MISTAKEN] = [0.003, 0.01] as const;
/**
 * How much surer it must be, in log odds. Who is answered as a minor, or told that the agent is no therapist, is met gently; a refusal of what was harmless is rude.
 */
const SURER: Readonly<Record<Boundary, number>> = { minor: 0, therapist: 0, sexual: 0.5, hate: 0.5, override: 0.5 };

/** How scores become what is heard, in each size and language, from scores by machines that had not seen the lines. */
export function chooseScales(validated: readonly Validated[]): BoundaryScales {
  const sizeOf = (size: 'light' | 'full'): BoundaryScales['light'] =>
    Object.fromEntries(LANGUAGES.map((language) => [language, scalesOf(validated.filter(({ lesson }) => lesson.language === language), size === 'full')])) as Record<Language, BoundaryScale[]>;
  return { light: sizeOf('light'), full: sizeOf('full') };
}

/** One number raises the thresholds of all boundaries until both shares are kept to. */
function scalesOf(own: readonly Validated[], withMeaning: boolean): BoundaryScale[] {
  const written = own.filter(isWritten);
  const scales = BOUNDARIES.map((boundary, c): BoundaryScale => {
    const [grams, offset, meaning = 0] = fitLogistic(written.map((each) => [each.grams[c]!, 1, ...(withMeaning ? [each.meaning[c]!] : [])]), written.map(({ lesson }) => lesson.boundary === boundary)) as [number, number, number?];
    return { grams, meaning, offset, from: SURER[boundary] };
  });
  const above = (is: (each: Validated) => boolean): number[] => own.filter(is).map((each) => Math.max(...scales.map((scale, c) => oddsOf(each, scale, c) - scale.from)));
  const raised = Math.max(passedBy(above((each) => isWritten(each) && each.lesson.boundary === null), MISTAKEN), passedBy(above(isOrdinary), ORDINARY));
  const raisedScales = scales.map(({ grams, meaning, offset, from }) => ({ grams, meaning, offset, from: from + raised }));
  tell(own, raisedScales, withMeaning);
  return raisedScales;
}

/** Whether somebody wrote a line to be told from a boundary, or for one. */
function isWritten({ lesson: { source } }: { readonly lesson: Lesson }): boolean {
  return source === 'authors' || source === 'dev';
}

function isOrdinary({ lesson: { source } }: Validated): boolean {
  return source === 'ordinary' || source === 'comments';
}

function oddsOf({ grams, meaning }: Validated, scale: Omit<BoundaryScale, 'from'>, column: number): number {
  return scale.offset + scale.grams * grams[column]! + scale.meaning * meaning[column]!;
}

/** The lowest number that no more than this share of some reaches. */
function passedBy(numbers: readonly number[], share: number): number {
  const falling = numbers.toSorted((a, b) => b - a);
  const allowed = Math.floor(share * falling.length);
  return ((falling[allowed - 1] ?? falling[0]! + 1) + falling[allowed]!) / 2;
}

function tell(own: readonly Validated[], scales: readonly BoundaryScale[], withMeaning: boolean): void {
  const heard = (each: Validated): HeardBoundary => {
    const above = scales.map((scale, c) => oddsOf(each, scale, c) - scale.from);
    const farthest = above.indexOf(Math.max(...above));
    return above[farthest]! >= 0 ? BOUNDARIES[farthest]! : null;
  };
  const share = (among: readonly Validated[], is: (each: Validated) => boolean): string => `${((100 * among.filter(is).length) / among.length).toFixed(1)}%`;
  const recalls = BOUNDARIES.map((boundary) => `${boundary} ${share(own.filter(({ lesson }) => lesson.boundary === boundary), (each) => heard(each) === boundary)}`);
  const alarms = (is: (each: Validated) => boolean): string => share(own.filter(is), (each) => heard(each) !== null);
  console.log(`${own[0]!.lesson.language}${withMeaning ? ' by meaning too' : ''}: ${recalls.join(', ')}; taken for one: ${alarms((each) => isWritten(each) && each.lesson.boundary === null)} of the harmless, ${alarms(isOrdinary)} of ordinary lines`);
}

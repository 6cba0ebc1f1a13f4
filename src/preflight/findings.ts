import { LIMITS, type LimitName, type PreflightLimits } from './limits.ts';

/** What is wrong with a file, by the part of it; those of `gltf` carry the code of Khronos' validator. */
export type FindingCode = 'container' | 'json' | 'limit' | 'reference' | 'layout' | 'values' | 'image' | 'uri' | 'extension' | 'scene' | 'animation' | 'vrm' | 'gltf' | 'too-slow' | 'failed';

/** One thing that is wrong or odd in a file. */
export interface Finding {
  readonly code: FindingCode;
  /** One sentence: what was expected and what came. */
  readonly message: string;
  /** Where in the JSON, as a JSON pointer; empty for the file as a whole. */
  readonly at: string;
}

/** Enough to mend a file by; a hostile one could have millions. */
const MOST = 20;

/** A sentence is no longer, in characters, whatever of the file stands in it: a value may be a whole document. */
const LONGEST = 400;

/** Collects what is found, and knows the limits. */
export interface Findings {
  readonly limits: PreflightLimits;
  /** Why the file is refused; empty for one that is accepted. */
  readonly reasons: readonly Finding[];
  /** What is odd and does no harm. */
  readonly notes: readonly Finding[];
  refuse(code: FindingCode, at: string, message: string): void;
  note(code: FindingCode, at: string, message: string): void;
  /** Refuses what is above a limit, with both numbers. @returns whether it is within */
  within(name: LimitName, found: number, at: string): boolean;
}

export function createFindings(limits: PreflightLimits): Findings {
  const reasons: Finding[] = [];
  const notes: Finding[] = [];
  const add = (list: Finding[], finding: Finding): void => {
    if (list.length < MOST) list.push({ ...finding, message: shorten(finding.message), at: shorten(finding.at) });
  };
  const refuse: Findings['refuse'] = (code, at, message) => add(reasons, { code, at, message });
  return {
    limits, reasons, notes, refuse,
    note: (code, at, message) => add(notes, { code, at, message }),
    within(name, found, at) {
      if (found <= limits[name]) return true;
      refuse('limit', at, `Expected at most ${count(limits[name])} ${LIMITS[name].about}, but found ${count(found)} (limit ${name}).`);
      return false;
    },
  };
}

function shorten(text: string): string {
  return text.length <= LONGEST ? text : `${text.slice(0, LONGEST - 1).replace(/[\uD800-\uDBFF]$/, '')}…`;
}

function count(number: number): string {
  return number.toLocaleString('en-US', { maximumFractionDigits: 0 });
}

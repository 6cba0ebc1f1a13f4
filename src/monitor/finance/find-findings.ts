import { compareNumbers } from './compare-numbers.ts';
import type { Cue, FinanceLanguage } from './find-cues.ts';
import { type Layout, layoutOf } from './layout.ts';
import type { Tag } from './phrases.ts';
import type { FinanceToken } from './tokens.ts';

/** Something that a text says, for better or worse of whoever it is about. */
export interface Finding {
  /** What kind of thing it is, such as "move" or "event", and its group. */
  readonly kind: 'move' | 'loose' | 'event' | 'compare' | 'absent' | 'ended' | 'stated' | 'fact' | 'role';
  readonly group: string;
  readonly good: -1 | 0 | 1;
  /** The tokens that it comes from: the first and the last. */
  readonly first: number;
  readonly last: number;
  /** Said in an aside: "despite", "although". */
  readonly conceded: boolean;
  /** Said after "but". */
  readonly turned: boolean;
  /** Only expected, planned or possible. */
  readonly hedged: boolean;
  readonly negated: boolean;
}

interface Measure {
  readonly cue: Cue;
  readonly good: -1 | 0 | 1;
  readonly group: string;
}

type Found = Pick<Finding, 'kind' | 'group' | 'good' | 'first' | 'last'> & { /** Where the verb or event itself begins and ends: what a "not" denies. */ readonly from: number; readonly to: number };

/** How far a measure may lie from its verb, in words. */
const REACH = { self: 9, word: 4.5, deed: 8 } as const;
const NUMBER_REACH = 9;
/** No measure is looked for beyond so many tokens. */
const FURTHEST = 40;
/** A measure on the side where it is less usual, or behind a comma, counts as so much further away. */
const [OTHER_SIDE, COMMA, ACTIVE] = [{ self: 3.5, word: 1.5, deed: 0.5 }, 4, 4] as const;
const [NOT_BEFORE, END_NEAR, HEDGE_BEFORE, ASIDE] = [3.2, 5.5, 6, 6] as const;
/** "No" before one of these says something; "no position" says nothing. */
const MISSED = new Set(['loss', 'cost', 'debt', 'trouble', 'dividend', 'orders', 'demand', 'result', 'cash', 'growth']);
/** Behind these "fall" and "rise" are nouns, and say little without what fell. */
const NOUN_BEFORE = new Set(['the', 'a', 'an', 'of', 'this', 'each', 'that']);
/** Who writes of themselves, or like traders do. */
const POSTERS = new Set(['i', 'im', "i'm", 'my', 'lol', 'bulls', 'bears', 'shorts', 'lmao', 'wtf', 'adding', '我', '票', '咯', '吧']);
const PASSIVE = new Set(['was', 'were', 'is', 'are', 'been', 'be', 'being', 'gets', 'got', 'has', 'have', 'had', '获', '被', '遭']);

/** Puts cues together: what was measured and where it went, events, facts and compared numbers, with what denies, ends or concedes them. */
export function findFindings(tokens: readonly FinanceToken[], cues: readonly Cue[], language: FinanceLanguage): Finding[] {
  const layout = layoutOf(tokens, cues, language);
  const measures = cues.flatMap((cue): Measure[] => {
    const tag = tagOf(cue, 'measure');
    return tag ? [{ cue, good: tag.good, group: tag.group }] : [];
  });
  const used = new Set<Cue>();
  const found: Found[] = [];
  const asides = asidesOf(cues, tokens, layout);
  const aside = (at: number): boolean => asides.some(([from, to]) => at >= from && at <= to);
  const moves = new Map(cues.map((cue) => [cue, moveOf(cue, measures, tokens, layout, aside)]));
  for (const move of moves.values()) if (move?.measure) used.add(move.measure.cue);
  const compared = compareNumbers(tokens).map(({ first, second, now, way }): Found => Object.assign(comparedAt(first, second, now, way, measures, layout), { kind: 'compare' as const, first, last: second, from: first, to: second }));
  const inComparison = ({ first }: Cue): boolean => compared.some((each) => each.good !== 0 && first >= each.first - 4 && first <= each.last + 2);
  const isPost = tokens.some(({ kind, form }) => kind === 'cashtag' || POSTERS.has(form)) || tokens.every(({ capital }) => !capital);
  for (const cue of cues) {
    const move = moves.get(cue);
    const event = tagOf(cue, 'event');
    const fact = tagOf(cue, 'fact');
    const isMoved = used.has(cue) || (event?.group === 'finance' && inComparison(cue)) || (event?.group === 'post' && !isPost);
    const at = { first: cue.first, last: cue.last, from: cue.first, to: cue.last };
    if (move?.measure) {
      const { cue: { first, last }, good, group } = move.measure;
      found.push({ ...at, kind: 'move', group: `${group}${good < 0 ? '-' : ''}`, good: (move.absolute ? move.way : good * move.way) as -1 | 0 | 1, first: Math.min(first, cue.first), last: Math.max(last, cue.last) });
    } else if (event && !isMoved) found.push({ ...at, kind: 'event', group: event.group, good: event.good });
    else if (move?.alone && !NOUN_BEFORE.has(tokens[cue.first - 1]?.form ?? '')) found.push({ ...at, kind: 'loose', group: followedByNumber(tokens, cue.last) ? 'number' : 'plain', good: move.way });
    if (fact) found.push({ ...at, kind: 'fact', group: fact.group, good: 0 });
  }
  found.push(...compared);
  return judge(found, measures.filter(({ cue }) => !used.has(cue)), cues, layout, aside);
}

function tagOf<Kind extends Tag['kind']>({ tags }: Cue, kind: Kind): Extract<Tag, { readonly kind: Kind }> | undefined {
  return tags.find((tag): tag is Extract<Tag, { readonly kind: Kind }> => tag.kind === kind);
}

/** The measure that a move is of: the nearest one, on the side where it usually stands, and as much in an aside as it is. `alone`: it says something without one, too. */
function moveOf(cue: Cue, measures: readonly Measure[], tokens: readonly FinanceToken[], layout: Layout, aside: (at: number) => boolean): { readonly way: -1 | 1; readonly alone: boolean; readonly absolute: boolean; readonly measure: Measure | null } | null {
  let best: Measure | null = null;
  let [way, least, alone]: [-1 | 1 | 0, number, boolean] = [0, Infinity, false];
  const passive = PASSIVE.has(tokens[cue.first - 1]?.form ?? '') || PASSIVE.has(tokens[cue.first - 2]?.form ?? '');
  for (const tag of cue.tags) {
    if (tag.kind !== 'move') continue;
    way ||= tag.way;
    alone ||= tag.side === 'self';
    for (const measure of measures) {
      const { first, last } = measure.cue;
      if (Math.abs(first - cue.first) > FURTHEST || measure.cue === cue || layout.clause[first] !== layout.clause[cue.first] || aside(first) !== aside(cue.first)) continue;
      const behind = first > cue.last;
      const apart = behind ? layout.position[first]! - layout.position[cue.last]! : layout.position[cue.first]! - layout.position[last]!;
      const cost = apart + (behind === (tag.side === 'self') ? OTHER_SIDE[tag.side] + (tag.side === 'deed' && !passive ? ACTIVE : 0) : 0) + (layout.part[first] === layout.part[cue.first] ? 0 : COMMA);
      if (cost >= least || cost >= REACH[tag.side]) continue;
      [best, least, way] = [measure, cost, tag.way];
    }
  }
  return way === 0 ? null : { way, alone, absolute: cue.tags.some((tag) => tag.kind === 'move' && tag.absolute), measure: best };
}

function followedByNumber(tokens: readonly FinanceToken[], at: number): boolean {
  return [1, 2, 3].some((step) => tokens[at + step]?.kind === 'number');
}

/** Compared numbers are of the measure before them; a loss that became a profit is good, whatever the numbers say. */
function comparedAt(first: number, second: number, now: number, way: -1 | 0 | 1, measures: readonly Measure[], layout: Layout): Pick<Finding, 'group' | 'good'> {
  const nearest = (at: number, from: number): Measure | null => {
    let [best, least]: [Measure | null, number] = [null, NUMBER_REACH];
    for (const measure of measures) {
      if (layout.clause[measure.cue.first] !== layout.clause[at] || measure.cue.last < from) continue;
      const apart = measure.cue.first < at ? layout.position[at]! - layout.position[measure.cue.last]! : 2 + 2 * (layout.position[measure.cue.first]! - layout.position[at]!);
      if (apart < least) [best, least] = [measure, apart];
    }
    return best;
  };
  const [one, other] = [nearest(first, 0), nearest(second, first + 1)];
  const [nowOf, oldOf] = now === first ? [one, other ?? one] : [other ?? one, one];
  const isLoss = (measure: Measure | null): boolean => measure?.group === 'loss';
  if (one && other && isLoss(nowOf) !== isLoss(oldOf) && [nowOf, oldOf].some((each) => each?.group === 'result')) return { group: 'turn', good: isLoss(nowOf) ? -1 : 1 };
  const measure = one ?? other;
  return { group: measure ? `${measure.group}${measure.good < 0 ? '-' : ''}` : 'unnamed', good: ((measure ? measure.good : 1) * way) as -1 | 0 | 1 };
}

/** What is denied, ended, conceded or only possible. */
function judge(found: readonly Found[], unused: readonly Measure[], cues: readonly Cue[], layout: Layout, aside: (at: number) => boolean): Finding[] {
  const of = (kind: 'not' | 'end' | 'halt' | 'turn' | 'hedge'): Cue[] => cues.filter((cue) => tagOf(cue, kind) !== undefined);
  const [nots, ends, halts, turns, hedges] = [of('not'), of('end'), of('halt'), of('turn'), of('hedge')];
  const sameClause = (a: number, b: number): boolean => layout.clause[a] === layout.clause[b];
  const before = (those: readonly Cue[], at: number, reach: number): boolean => those.some((cue) => cue.last < at && sameClause(cue.first, at) && layout.position[at]! - layout.position[cue.last]! <= reach + 2 * (cue.last - cue.first));
  const isEnded = (from: number, to: number, those: readonly Cue[]): Cue | undefined => those.find((cue) => (cue.first > to || cue.last < from) && sameClause(cue.first, from)
    && Math.min(Math.abs(layout.position[cue.first]! - layout.position[to]!), Math.abs(layout.position[from]! - layout.position[cue.last]!)) <= END_NEAR);
  const frame = (at: number): Pick<Finding, 'conceded' | 'turned' | 'hedged'> => ({
    conceded: aside(at), turned: turns.some((cue) => cue.last < at), hedged: before(hedges, at, HEDGE_BEFORE),
  });
  const enders = new Set<number>();
  const judged = found.map(({ from, to, ...finding }): Finding => {
    const negated = finding.good !== 0 && finding.kind !== 'compare' && before(nots, from, NOT_BEFORE);
    const ender = finding.good < 0 && !negated && finding.kind !== 'compare' ? isEnded(from, to, ends) : undefined;
    if (ender && !found.some((other) => other.from === ender.first && other.kind === 'move')) {
      enders.add(ender.first);
      return { ...finding, ...frame(from), kind: 'ended', good: 1, negated: true };
    }
    return { ...finding, ...frame(from), good: (negated ? -finding.good : finding.good) as -1 | 0 | 1, negated };
  });
  // A measure that goes nowhere may be absent ("no impairment"), or over ("growth came to a halt"), or only be told.
  const stated = unused.map(({ cue: { first, last }, good, group }): Finding => {
    const where = { group, first, last, ...frame(first) };
    if (MISSED.has(group) && before(nots, first, 1.6)) return { ...where, kind: 'absent', good: -good as -1 | 1, negated: true };
    const ender = good === 0 ? undefined : isEnded(first, last, good > 0 ? halts : ends);
    if (ender) {
      enders.add(ender.first);
      return { ...where, kind: 'ended', good: -good as -1 | 1, negated: true };
    }
    return { ...where, kind: 'stated', group: `${group}${good < 0 ? '-' : ''}`, good: 0, negated: false };
  });
  // What ended something is no event of its own.
  return [...judged.filter(({ kind, first }) => kind !== 'event' || !enders.has(first)), ...stated];
}

/** Asides reach from "despite" or "although" to the next comma, or over a few words. */
function asidesOf(cues: readonly Cue[], tokens: readonly FinanceToken[], layout: Layout): (readonly [number, number])[] {
  return cues.flatMap((cue) => {
    if (!tagOf(cue, 'concede')) return [];
    let to = cue.last;
    const leads = cue.first === 0 || layout.clause[cue.first - 1] !== layout.clause[cue.first];
    const isComma = (at: number): boolean => tokens[at]?.form === ',' || tokens[at]?.form === '，';
    const ends = (at: number): boolean => at >= tokens.length || layout.clause[at] !== layout.clause[cue.last] || (leads && isComma(at));
    while (!ends(to + 1)) to += 1;
    // Without a comma it ends where a name begins, or after a few words.
    if (leads && cue.first === 0 && !isComma(to + 1)) {
      const name = tokens.findIndex(({ kind, capital }, at) => at > cue.last + 1 && kind === 'word' && capital);
      to = Math.min(to, name < 0 ? to : name - 1);
      while (layout.position[to]! - layout.position[cue.last]! > ASIDE) to -= 1;
    }
    return [[cue.first, to] as const];
  });
}

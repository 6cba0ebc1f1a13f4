import type { Cue, FinanceLanguage } from './find-cues.ts';
import type { Finding } from './find-findings.ts';
import { layoutOf } from './layout.ts';
import { roleOf } from './roles.ts';
import type { FinanceToken } from './tokens.ts';

/** The part of a text that is about one name. */
export interface Focus {
  readonly tokens: readonly FinanceToken[];
  readonly findings: readonly Finding[];
}

/**
 * What a text says of one name in it: the clause that it stands in, with what is said there, and its part in a deed that another has a part in.
 * A clause that says nothing takes in the next ones until one says something.
 *
 * @param about where the name stands in the text, in UTF-16 code units
 * @returns null where the whole text is about it
 */
export function focusOn(about: { readonly start: number; readonly end: number }, tokens: readonly FinanceToken[], cues: readonly Cue[], findings: readonly Finding[], language: FinanceLanguage): Focus | null {
  const from = tokens.findIndex(({ end }) => end > about.start);
  if (from < 0) return null;
  let to = from;
  while (to + 1 < tokens.length && tokens[to + 1]!.start < about.end) to += 1;
  const role = roleOf(tokens, from, to, language);
  if (role !== null) {
    const finding: Finding = { kind: role === 0 ? 'fact' : 'role', group: 'deed', good: role, first: from, last: to, conceded: false, turned: false, hedged: false, negated: false };
    return { tokens: tokens.slice(from, to + 1), findings: [finding] };
  }
  // "Unlike A, B met its targets": A did not.
  if (tokens[from - 1]?.form === 'unlike') return { tokens: tokens.slice(from, to + 1), findings: findings.filter((finding) => finding.first > to).map(turnedRound) };
  const { part, clause } = layoutOf(tokens, cues, language);
  const says = (first: number, last: number): boolean => findings.some((finding) => finding.last >= first && finding.first <= last && finding.kind !== 'stated') || cues.some((cue) => cue.first >= first && cue.last <= last && cue.tags.some(({ kind }) => kind === 'move'));
  let [first, last] = [from, to];
  while (first > 0 && part[first - 1] === part[from]) first -= 1;
  while (last + 1 < tokens.length && part[last + 1] === part[to]) last += 1;
  while (!says(first, last) && last + 1 < tokens.length && clause[last + 1] === clause[to]) {
    last += 1;
    while (last + 1 < tokens.length && part[last + 1] === part[last]) last += 1;
  }
  if (!says(first, last)) while (first > 0 && clause[first - 1] === clause[from]) first -= 1;
  // A clause that says nothing at all, or all of them, leaves the whole.
  if (!says(first, last) || (first === 0 && last === tokens.length - 1)) return null;
  return { tokens: tokens.slice(first, last + 1), findings: findings.filter((finding) => finding.first >= first - 1 && finding.last <= last + 1).map(asMain) };
}

function turnedRound(finding: Finding): Finding {
  return { ...finding, good: -finding.good as Finding['good'], conceded: false };
}

/** What is an aside of the whole is the main thing of its own clause. */
function asMain(finding: Finding): Finding {
  return { ...finding, conceded: false, turned: false };
}

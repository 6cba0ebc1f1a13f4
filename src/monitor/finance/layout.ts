import type { Cue, FinanceLanguage } from './find-cues.ts';
import type { FinanceToken } from './tokens.ts';

/** How far the tokens of a text lie apart, and where its clauses are. */
export interface Layout {
  /** Where each token lies, in words; numbers, marks and small words take little room. */
  readonly position: Float64Array;
  /** The clause that each token is in, parted by full stops and by words such as "but" and "while". */
  readonly clause: Uint16Array;
  /** The part of a clause, parted by commas and "and" besides. */
  readonly part: Uint16Array;
}

const SMALL = new Set(['the', 'a', 'an', 'of', 'to', 'by', 'for', 'in', 'at', 'its', 'their', 'our', 'his', "'s", "'", 'was', 'were', 'is', 'are', 'has', 'have', 'had', 'been', 'be', 'about', 'some', 'around', 'also', 'clearly', 'slightly', 'year', 'on', 'group', 'company', 'and', 'for', 'period', 'quarter', 'first', 'second', 'third', 'fourth', 'million', '同', '比', '的', '了', '年', '上', '半', '大', '幅', '为', '将', '步', '进', '一', '续', '持']);
/** Words such as "and" and "as" part less than "but" does. */
const WEAK_BOUNDS = new Set(['and', 'as', 'because', 'after', 'which', 'who', 'when', 'since', 'due', 'thanks', 'following', '并', '以', '因', '由', '使']);
const STOPS = new Set(['.', ';', '!', '?', ':', '。', '；', '！', '？', '：', '–', '—', '…']);
const COMMAS = new Set([',', '，', '、', '(', ')', '（', '）']);

export function layoutOf(tokens: readonly FinanceToken[], cues: readonly Cue[], language: FinanceLanguage): Layout {
  const position = new Float64Array(tokens.length);
  const clause = new Uint16Array(tokens.length);
  const part = new Uint16Array(tokens.length);
  const bounds = new Set(cues.filter(({ tags }) => tags.some(({ kind }) => kind === 'bound')).map(({ first }) => first));
  // A Chinese character is about half a word.
  const word = language === 'zh' ? 0.5 : 1;
  let [here, clauses, parts] = [0, 0, 0];
  tokens.forEach(({ kind, form }, at) => {
    const strong = (kind === 'mark' && STOPS.has(form)) || (bounds.has(at) && !WEAK_BOUNDS.has(form));
    if (strong) clauses += 1;
    if (strong || (kind === 'mark' && COMMAS.has(form)) || bounds.has(at)) parts += 1;
    here += kind === 'number' || kind === 'mark' || SMALL.has(form) ? 0.25 : word;
    position[at] = here;
    clause[at] = clauses;
    part[at] = parts;
  });
  return { position, clause, part };
}

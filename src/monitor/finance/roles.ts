import type { FinanceLanguage } from './find-cues.ts';
import { expand } from './phrases.ts';
import type { FinanceToken } from './tokens.ts';

/** What a deed means for the one who does it and the one it is done to; null where it says nothing of them. */
interface Role {
  readonly doer: -1 | 0 | 1 | null;
  readonly other: -1 | 0 | 1 | null;
  /** What stands before the other, where something else may come between: "loses a contract to", "takes share from". */
  readonly by: readonly string[] | null;
}

type Line = readonly [verbs: string, by: string | null, doer: Role['doer'], other: Role['other']];

const ENGLISH: readonly Line[] = [
  ['beat|beats|beating|outbid|outbids|defeat*|overtake*|overtook|outperform*|outpace*|outsell*|outsold|surpass*|trounce*|outrun|outmanoeuvre*', null, 1, -1],
  ['sue|sues|sued|suing|accuse*|charge*|fine|fines|fined|probe*|raid*|investigate*|indict*|subpoena*|blame*|sanction*|ban|bans|banned|downgrade*|short|shorts|shorted|penalise*|penalize*|ditch*|boycott*|blacklist*|criticise*|warn*|slam**', null, 0, -1],
  ['upgrade*|clear*|acquit**|reward*|praise*|rescue*|bail* out|bailed out|certify|certifies|certified|backs|backed|recommend*|pick*|picks|select*|chooses|chose|hires', null, 0, 1],
  ['win|wins|won|winning|prevails|prevailed', 'against|over|from', 1, -1],
  ['take*|took|taking|grab**|steal*|stole|gain*|win|wins|won|poach*|snatch*|seize*', 'from', 1, -1],
  ['lose|loses|lost|losing|concede*|cede*', 'to', -1, 1],
  ['switch*|defect*|move*|turn*|flee|flees|fled', 'from', null, -1],
  ['switch*|defect*|move*|turn*|flee|flees|fled', 'to', null, 1],
  ['lag**|trail*|lag** behind|fall* behind|fell behind|is behind|are behind', 'behind|', -1, 1],
  ['bid|bids|offer*|pay|pays|paid|takeover bid|makes an offer', 'for', 0, 1],
  ['cancel|cancels|cancelled|canceled|pull*|drop**|end|ends|ended|terminate*', 'from|with', 0, -1],
  ['order|orders|ordered|buy|buys|bought|awards|awarded', 'from|to', 0, 1],
  ['is to deliver|will deliver|to supply|will supply|supplies|delivers|deliver', 'to', 1, 0],
  ['lands|landed|secures|secured|clinch*|bag**|land', 'that|ahead of|before', 1, -1],
  ['block|blocks|blocked|reject*|refuse*|halt*|delay*', null, null, -1],
  ['cut|cuts|lower|lowers|lowered', null, null, -1],
];
const CHINESE: readonly Line[] = [
  ['反超|超越|击败|打败|赶超|跑赢|胜过|力压|抢走|夺走|抢占', null, 1, -1],
  ['起诉|指控|举报|调查|处罚|约谈|立案调查|做空|看空|制裁|控告|状告|叫停|下调', null, 0, -1],
  ['上调|增持|看好|力挺|收购|驰援|注资', null, 0, 1],
  ['不敌|落后于|输给|败给|不及', null, -1, 1],
];

interface Deed {
  readonly words: readonly string[];
  readonly role: Role;
}

const DEEDS: Readonly<Record<FinanceLanguage, readonly Deed[]>> = {
  en: ENGLISH.flatMap(([verbs, by, doer, other]) => verbs.split('|').flatMap(expand).map((verb) => ({ words: verb.split(' '), role: { doer, other, by: by === null ? null : by.split('|') } }))),
  zh: CHINESE.flatMap(([verbs, , doer, other]) => verbs.split('|').map((verb) => ({ words: [...verb], role: { doer, other, by: null } }))),
};
const FIRST = { en: byFirstWord(DEEDS.en), zh: byFirstWord(DEEDS.zh) };
/** A doer stands at most so many tokens before its deed, and the other at most so many behind it. */
const [DOER, OTHER, BY] = [{ en: 4, zh: 8 }, { en: 4, zh: 6 }, 8] as const;
const PASSIVES = new Set(['was', 'were', 'is', 'been', 'be', 'being', 'gets', 'got', 'by']);

/**
 * What a deed in a text means for somebody: in "A sues B" it is bad for B and nothing for A.
 *
 * @param from the first token of the name, `to` its last one
 * @returns null where no deed is between the name and another one
 */
export function roleOf(tokens: readonly FinanceToken[], from: number, to: number, language: FinanceLanguage): -1 | 0 | 1 | null {
  for (let at = 0; at < tokens.length; at += 1) {
    for (const { words, role } of FIRST[language].get(tokens[at]!.form) ?? []) {
      if (at >= from && at <= to) continue;
      if (!words.every((word, i) => tokens[at + i]?.form === word)) continue;
      const told = toldOf(tokens, at, at + words.length - 1, role, from, to, language);
      if (told !== undefined) return told;
    }
  }
  return null;
}

function toldOf(tokens: readonly FinanceToken[], first: number, last: number, role: Role, from: number, to: number, language: FinanceLanguage): -1 | 0 | 1 | undefined {
  if (language === 'zh') {
    // "A被B反超": the one before 被 is the other.
    const passive = tokens.slice(Math.max(0, first - 10), first).findLastIndex(({ form }) => form === '被' || form === '遭');
    const mark = passive < 0 ? -1 : Math.max(0, first - 10) + passive;
    if (mark >= 0) return to < mark ? role.other ?? undefined : from > mark && to < first ? role.doer ?? undefined : undefined;
    if (breaks(tokens, Math.min(to, last), Math.max(from, first))) return undefined;
    if (to < first) return first - to <= DOER.zh && role.doer !== 0 ? role.doer ?? undefined : undefined;
    return from - last <= OTHER.zh ? role.other ?? undefined : undefined;
  }
  const passive = PASSIVES.has(tokens[first - 1]?.form ?? '') || (tokens[last + 1]?.form === 'by');
  if (to < first) {
    if (first - to > DOER.en || breaks(tokens, to, first)) return undefined;
    if (passive) return role.by === null ? role.other ?? undefined : undefined;
    return role.doer !== null && hasOther(tokens, last, role) ? role.doer : undefined;
  }
  if (role.by === null) return passive || from - last > OTHER.en || breaks(tokens, last, from) || tokens[last + 1] === undefined || isPossessive(tokens, last, from) ? undefined : role.other ?? undefined;
  if (breaks(tokens, last, from) || from - last > BY) return undefined;
  const before = tokens[from - 1]?.form ?? '';
  return role.by.some((word) => (word === '' ? from === last + 1 : before === word || (word.includes(' ') && word.endsWith(before)))) || (role.by.includes('that') && tokens.slice(last, from).some(({ form }) => form === 'that')) ? role.other ?? undefined : undefined;
}

/** A deed needs somebody it is done to: another name behind it. */
function hasOther(tokens: readonly FinanceToken[], last: number, { by }: Role): boolean {
  const behind = tokens.slice(last + 1, last + 1 + (by === null ? 4 : BY));
  return by === null ? behind[0]?.capital === true || behind[1]?.capital === true : behind.some(({ form }, i) => by.includes(form) && (behind[i + 1]?.capital || behind[i + 2]?.capital || form === 'that'));
}

/** "beats Street's estimates" is nothing that is done to the Street. */
function isPossessive(tokens: readonly FinanceToken[], last: number, from: number): boolean {
  return from > last + 1 && tokens.slice(last + 1, from).some(({ form }) => form === "'s" || form === 'estimates' || form === 'forecasts');
}

function breaks(tokens: readonly FinanceToken[], from: number, to: number): boolean {
  for (let at = from + 1; at < to; at += 1) if (/^[,.;:，。；]$/.test(tokens[at]!.form) || /^(but|while|whereas|as|after)$/.test(tokens[at]!.form)) return true;
  return false;
}

function byFirstWord(deeds: readonly Deed[]): Map<string, Deed[]> {
  const first = new Map<string, Deed[]>();
  for (const deed of deeds) first.set(deed.words[0]!, [...(first.get(deed.words[0]!) ?? []), deed]);
  for (const list of first.values()) list.sort((a, b) => b.words.length - a.words.length);
  return first;
}

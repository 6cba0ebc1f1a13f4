import type { Language } from '../core/index.ts';
import { type PackContent, slotsIn } from './pack.ts';
import type { Piece } from './policy.ts';

/** What slots stand for, by what was said last. */
export function catchSlots({ slots }: PackContent, said: readonly string[]): ReadonlyMap<string, string> {
  const caught = new Map<string, string>();
  for (const [slot, { hears }] of Object.entries(slots)) {
    const pattern = new RegExp(hears, 'iu');
    for (const words of said.toReversed()) {
      const found = pattern.exec(words);
      if (!found) continue;
      caught.set(slot, found[1] ?? found[0]);
      break;
    }
  }
  return caught;
}

export interface Spoken {
  readonly language: Language;
  /** What the character said before, oldest first. */
  readonly replies: readonly string[];
  readonly slots: ReadonlyMap<string, string>;
  /** Chooses among wordings that were said equally often, in [0, 1). */
  readonly variant: number;
}

/** Puts pieces into words. A wording that was not said yet goes before one that was. */
export function wordPieces(pieces: readonly Piece[], content: PackContent, spoken: Spoken): string {
  const said = pieces.map((piece) => wordPiece(piece, content, spoken)).filter((words) => words !== '');
  return said.join(spoken.language === 'zh' ? '' : ' ');
}

function wordPiece(piece: Piece, content: PackContent, spoken: Spoken): string {
  if ('text' in piece) return piece.text[spoken.language] ?? '';
  if ('reaction' in piece) return pick(content.reactions[piece.reaction] ?? [], spoken);
  if ('line' in piece) return pick(content.lines[piece.line] ?? [], spoken);
  if ('slot' in piece) return content.slots[piece.slot]?.asks ?? '';
  if ('knowledge' in piece) return pick(content.knowledge.find(({ id }) => id === piece.knowledge)?.says ?? [], spoken);
  return listed(piece.offer.flatMap((intent) => content.intents.find(({ id }) => id === intent)?.title ?? []), spoken.language);
}

function pick(lines: readonly string[], { replies, slots, variant }: Spoken): string {
  const fillable = lines.filter((line) => slotsIn(line).every((slot) => slots.has(slot)));
  const filled = fillable.map((line) => line.replaceAll(/\{(\w+)\}/g, (_, slot: string) => slots.get(slot)!));
  const times = filled.map((line) => replies.filter((reply) => reply.includes(line)).length);
  const fewest = Math.min(...times);
  const fresh = filled.filter((_, at) => times[at] === fewest);
  return fresh[Math.floor(variant * fresh.length)] ?? '';
}

function listed(titles: readonly string[], language: Language): string {
  const [or, comma, end] = language === 'zh' ? ['还是', '、', '？'] : [' or ', ', ', '?'];
  const last = titles.at(-1);
  if (last === undefined) return '';
  return titles.length === 1 ? last + end : titles.slice(0, -1).join(comma) + or + last + end;
}

import type { ReadText } from 'attune/browser';

/** A stretch of a text; the weight of what moved the result, or null. */
export interface Piece {
  readonly start: number;
  readonly text: string;
  readonly weight: number | null;
}

/** Cuts what was read of a text where its evidence begins and ends. Together the pieces are that part of the text. */
export function piecesOf(text: string, { evidence, read }: Pick<ReadText, 'evidence' | 'read'>): Piece[] {
  const pieces: Piece[] = [];
  let at = 0;
  const push = (start: number, end: number, weight: number | null): void => {
    if (end > start) pieces.push({ start, text: text.slice(start, end), weight });
  };
  for (const { start, end, weight } of [...evidence].sort((a, b) => a.start - b.start)) {
    if (start < at) continue;
    push(at, start, null);
    push(start, end, weight);
    at = end;
  }
  push(at, Math.min(text.length, read), null);
  return pieces;
}

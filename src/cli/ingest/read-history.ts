import type { HistoryRow } from '../../browser/text/desk/history.ts';
import { type BadRow, openRows, type Row, type RowSource } from '../rows/open-rows.ts';

const SHAPE = {
  columns: {
    question: ['question', 'query', 'text', 'message', 'customer', '问题', '提问', '客户'],
    answer: ['answer', 'reply', 'response', 'agent', '答案', '回答', '回复', '客服'],
    rating: ['rating', 'stars', 'score', 'csat', '评分', '满意度', '星级'],
    label: ['label', 'intent', 'category', 'topic', '意图', '类别', '分类', '标签'],
    id: ['id', 'ticket', 'ticket_id', '编号', '工单'],
  },
  required: ['question', 'answer'],
} as const;
type Column = keyof typeof SHAPE.columns;

export interface HistoryFile extends Pick<RowSource<Column>, 'encoding' | 'read'> {
  readonly bytes: number;
  /** @throws {Error} in the middle of a file that is broken beyond a single row, with its line */
  rows(): AsyncGenerator<HistoryRow | BadRow>;
}

/**
 * Opens a history to be read row by row.
 *
 * @throws {UsageError} for a file that is missing, of another kind, or in an encoding that is not read
 */
export async function openHistory(file: string): Promise<HistoryFile> {
  const source = await openRows<Column>(file, SHAPE);
  return {
    encoding: source.encoding, bytes: source.bytes ?? 0, read: source.read,
    async* rows() {
      for await (const row of source.rows()) yield 'fault' in row ? row : toHistory(row);
    },
  };
}

function toHistory({ line, field }: Row<Column>): HistoryRow | BadRow {
  const rating = field('rating')?.trim() ?? '';
  if (rating !== '' && !Number.isFinite(Number(rating))) return { line, field: 'rating', fault: `expected 1 to 5 or nothing, but got "${rating.slice(0, 20)}"` };
  const filled = (column: Column): string | null => field(column)?.trim() || null;
  return { line, question: field('question') ?? '', answer: field('answer') ?? '', id: filled('id'), label: filled('label'), rating: rating === '' ? null : Number(rating) };
}

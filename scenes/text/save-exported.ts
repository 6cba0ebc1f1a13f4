import { formatCsv, saveFile, UTF8_MARK } from '../shared/save-file.ts';
import { csvRowsOf, type Exported, headOf, objectsOf } from './exported-rows.ts';

/** So many rows are written at once; the page is drawn in between. */
const CHUNK = 500;

async function inChunks(total: number, write: (from: number, to: number) => string): Promise<string[]> {
  const parts: string[] = [];
  for (let from = 0; from < total; from += CHUNK) {
    parts.push(write(from, Math.min(total, from + CHUNK)));
    await new Promise((resolve) => setTimeout(resolve));
  }
  return parts;
}

export async function saveExportedCsv(name: string, exported: Exported): Promise<void> {
  const parts = await inChunks(exported.rows.length, (from, to) => formatCsv(csvRowsOf(exported, from, to)));
  saveFile(name, new Blob([UTF8_MARK, formatCsv([headOf(exported)]), ...parts], { type: 'text/csv' }));
}

export async function saveExportedJson(name: string, exported: Exported): Promise<void> {
  const last = exported.rows.length;
  const parts = await inChunks(last, (from, to) => objectsOf(exported, from, to).map((each, i) => `${JSON.stringify(each)}${from + i + 1 < last ? ',' : ''}\n`).join(''));
  saveFile(name, new Blob(['[\n', ...parts, ']\n'], { type: 'application/json' }));
}

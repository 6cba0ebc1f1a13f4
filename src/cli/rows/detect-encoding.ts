import { open } from 'node:fs/promises';
import chardet from 'chardet';
import { UsageError } from '../usage-error.ts';

const LOOKED_AT = 256 * 1024;
const TRIED = ['utf-8', 'utf-16le', 'utf-16be', 'gb18030'] as const;
/** Encodings that a history is read in. */
export type Encoding = (typeof TRIED)[number];

/**
 * Tells the encoding by the file's first bytes: a byte order mark, then valid UTF-8, then what chardet thinks.
 *
 * @throws {UsageError} where there is no file, or it is in an encoding that is not read
 */
export async function detectEncoding(file: string): Promise<Encoding> {
  const bytes = await firstBytes(file);
  if (bytes.length === 0) throw new UsageError(`Expected something to read in ${file}, but the file is empty.`);
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  if (isUtf8(bytes)) {
    if (bytes.includes(0)) throw new UsageError(`Expected text in ${file}, but there are zero bytes in it, as in a picture, an archive or a database. Export the history as csv or jsonl.`);
    return 'utf-8';
  }
  const guess = chardet.detect(bytes);
  const known = ({ 'UTF-16LE': 'utf-16le', 'UTF-16BE': 'utf-16be', GB18030: 'gb18030' } as const)[guess ?? ''];
  if (known) return known;
  throw new UsageError(`Expected ${file} in UTF-8, UTF-16 or GB18030, but it seems to be ${guess ?? 'no text at all'}. Save it as UTF-8.`);
}

async function firstBytes(file: string): Promise<Uint8Array> {
  const handle = await open(file).catch(() => {
    throw new UsageError(`Expected a file ${file}, but it could not be opened.`);
  });
  try {
    const { bytesRead, buffer } = await handle.read(Buffer.alloc(LOOKED_AT), 0, LOOKED_AT, 0);
    return buffer.subarray(0, bytesRead);
  } catch {
    throw new UsageError(`Expected a file ${file}, but it could not be read; a folder is none.`);
  } finally {
    await handle.close();
  }
}

/** A character that is cut off at the end is none that is wrong. */
function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: true });
    return true;
  } catch {
    return false;
  }
}

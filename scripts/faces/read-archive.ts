import { spawn } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { gunzipSync } from 'node:zlib';

const ARCHIVE = /\.(tar|tar\.xz|txz|tar\.gz|tgz|tar\.bz2|tbz2?)$/i;
const BLOCK = 512;

/** Whether a file's name says that it is a tar that can be read. */
export function isArchive(name: string): boolean {
  return ARCHIVE.test(name);
}

/**
 * The files of a tar, compressed or not, in memory: path and bytes.
 *
 * @throws {Error} when it is no tar, or when the machine has no xz or bzip2 for one that needs it
 */
export async function readArchive(path: string): Promise<Map<string, Buffer>> {
  const tar = /xz$/i.test(path) ? await decompress('xz', path) : /bz2?$/i.test(path) ? await decompress('bzip2', path) : /gz$/i.test(path) ? gunzipSync(await readFile(path)) : await readFile(path);
  const files = new Map<string, Buffer>();
  let longName: string | null = null;
  for (let at = 0; at + BLOCK <= tar.length && tar[at] !== 0;) {
    const header = tar.subarray(at, at + BLOCK);
    const size = Number.parseInt(text(header, 124, 136), 8);
    if (!Number.isFinite(size)) throw new Error(`Expected ${path} to be a tar of pictures, but its bytes from ${at} on are not the header of a file. Fetch it again, or unpack it by hand beside the labels.`);
    const body = tar.subarray(at + BLOCK, at + BLOCK + size);
    const kind = text(header, 156, 157);
    if (kind === 'L') longName = text(body, 0, body.length);
    else if (kind === 'x') longName = /\d+ path=([^\n]*)\n/.exec(body.toString('utf8'))?.[1] ?? null;
    else {
      const prefix = text(header, 257, 262) === 'ustar' ? text(header, 345, 500) : '';
      if (kind === '0' || kind === '') files.set(longName ?? `${prefix ? `${prefix}/` : ''}${text(header, 0, 100)}`, body);
      longName = null;
    }
    at += BLOCK + Math.ceil(size / BLOCK) * BLOCK;
  }
  return files;
}

/** The characters of a field, up to the first zero. */
function text(bytes: Buffer, from: number, to: number): string {
  const field = bytes.subarray(from, to);
  const end = field.indexOf(0);
  return field.toString('utf8', 0, end < 0 ? field.length : end);
}

function decompress(tool: 'xz' | 'bzip2', path: string): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const child = spawn(tool, ['-dc', path], { stdio: ['ignore', 'pipe', 'pipe'] });
    const chunks: Buffer[] = [];
    let said = '';
    child.stdout.on('data', (bytes: Buffer) => chunks.push(bytes));
    child.stderr.on('data', (bytes: Buffer) => { said += bytes.toString(); });
    const fail = (why: string): void => reject(new Error(`Expected to unpack ${path} with the command "${tool}", but ${why}. Install ${tool} (Debian: ${tool === 'xz' ? 'xz-utils' : tool}), or unpack the pictures by hand beside the labels.`));
    child.once('error', (thrown) => fail(thrown.message));
    child.once('close', (status) => { if (status === 0) resolve(Buffer.concat(chunks)); else fail(`it ended with status ${status}: ${said.trim()}`); });
  });
}

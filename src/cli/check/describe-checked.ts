import type { Checked } from './checker.ts';

const MEGABYTE = 1e6;

/** A file in a few lines for people. */
export function describeChecked({ file, verdict, kind, reasons, notes, credits, memoryBytes, milliseconds }: Checked): string {
  const lines = [`${verdict.toUpperCase()}  ${file}${kind === null ? '' : `  (${kind}${memoryBytes > 0 ? `, about ${(memoryBytes / MEGABYTE).toFixed(0)} MB to show` : ''})`}  ${milliseconds.toFixed(0)} ms`];
  if (credits) {
    lines.push(`  ${credits.name || 'an avatar without a name'}${credits.authors.length > 0 ? ` by ${credits.authors.join(', ')}` : ''}`);
    lines.push(`  licence: ${credits.licence ?? 'none stated'}${credits.allowed === null ? '' : `; may be used by: ${credits.allowed}`}`);
  }
  for (const { at, message } of reasons) lines.push(`  x ${printable(message)}${at === '' ? '' : `  [${printable(at)}]`}`);
  for (const { at, message } of notes) lines.push(`  - ${printable(message)}${at === '' ? '' : `  [${printable(at)}]`}`);
  return lines.join('\n');
}

/** Names out of a file must not steer a terminal. */
function printable(text: string): string {
  return text.replaceAll(/[\p{Cc}\p{Cf}]/gu, ' ');
}

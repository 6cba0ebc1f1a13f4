/** Marks by which chat templates tell who speaks, which a text must not bring along. */
const TEMPLATE_MARKS = /\[\/?(?:INST|SYS)\]/gi;

/** What can't be seen, and what turns the direction of writing around. */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Co}\p{Cn}]+/gu;

/**
 * A text as data for a model: one line in which nothing can close the marks around it, open others, or pass for a turn of
 * somebody else, cut at `longest` characters.
 */
export function quote(text: string, longest: number): string {
  const line = text.replace(/\s+/g, ' ').replace(UNSEEN, '').replace(TEMPLATE_MARKS, ' ').replaceAll('<', '‹').replaceAll('>', '›').replace(/ {2,}/g, ' ').trim();
  return line.length <= longest ? line : `${line.slice(0, longest).replace(/[\uD800-\uDBFF]$/, '')} …`;
}

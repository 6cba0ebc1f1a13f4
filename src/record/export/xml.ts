const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&apos;' };

/** Text for anywhere in an XML 1.0 document. What it can't hold, such as control characters and halves of surrogate pairs, becomes U+FFFD. */
export function escapeXml(text: string): string {
  return text.replace(/[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu, '\u{FFFD}').replace(/[&<>"']/g, (letter) => ENTITIES[letter]!);
}

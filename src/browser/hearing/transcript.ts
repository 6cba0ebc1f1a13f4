import type { Unit } from '../../core/index.ts';

/** What was made out of a stretch of sound. */
export interface Transcript {
  /** Empty when there were no words. */
  readonly text: string;
  readonly confidence: Unit;
}

const HAN_END = /[\p{Script=Han}\u3000-\u303f\uff00-\uffef]$/u;

/** The words of stretches that follow each other; as sure as they are on average, each by its length. */
export function joinTranscripts(parts: readonly Transcript[]): Transcript {
  const spoken = parts.filter(({ text }) => text !== '');
  const [first] = parts;
  if (spoken.length === 0) return { text: '', confidence: first?.confidence ?? 0 };
  const text = spoken.reduce((whole, part) => (whole === '' || HAN_END.test(whole) ? whole + part.text : `${whole} ${part.text}`), '');
  const length = spoken.reduce((sum, part) => sum + part.text.length, 0);
  return { text, confidence: spoken.reduce((sum, part) => sum + part.confidence * part.text.length, 0) / length };
}

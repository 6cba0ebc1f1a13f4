import type { Intent, TextReading } from '../signals/text.ts';
import type { Unit } from '../units.ts';

/** What somebody tells of themselves, which most messages do. */
const TELLING: ReadonlySet<Intent> = new Set(['feeling', 'statement']);

/**
 * An intent that turns the conversation must be at least this sure. Most of what people say in one tells something, far
 * more often than among the examples that intents are learnt from, so a weak guess at anything else is rather that.
 */
const SURE: Unit = 0.55;

/** What a message wants, where that is sure enough to act on; else it is taken as telling something. */
export function wantOf({ intent, intentConfidence = 1, cues }: TextReading): Intent {
  if (TELLING.has(intent) || intentConfidence >= SURE) return intent;
  return cues > 0 ? 'feeling' : 'statement';
}

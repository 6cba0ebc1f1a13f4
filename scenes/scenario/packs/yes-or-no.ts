import type { PackContent } from 'attune/scenario';
import type { Choice } from './scene-pack.ts';

/** A yes and a no to press, where something was offered; as the pack words them. */
export function yesOrNo(offered: boolean, { lines }: PackContent): readonly Choice[] {
  return offered ? ['say-yes', 'say-no'].flatMap((name) => lines[name]?.[0] ?? []).map((says) => ({ says })) : [];
}

import { type AffectEstimate, type AffectState, type AgentState, certainty, EMOTIONS, likeliest, type SenseStatus } from '../core/index.ts';

/** What is known besides the state of how the senses are doing, as an `AgentState` has it. */
export type Observed = Partial<Pick<AgentState, 'senses' | 'signals'>>;

/** What could not be taken into account. */
export type Missing =
  | { readonly what: 'face' | 'voice'; readonly why: Exclude<SenseStatus, 'live'> | 'nothing' }
  | { readonly what: 'words' | 'mouth' | 'clear-face' };

/** A mouth that can be seen less than this, or a face less well, is worth a word. */
const MOUTH_SEEN = 0.5;
const FACE_SEEN = 0.35;

/** What is missing from a state: senses that tell nothing, and faces that are seen in part. */
export function missingOf(state: AffectState, { senses, signals }: Observed): Missing[] {
  const missing: Missing[] = [];
  for (const what of ['face', 'voice'] as const) {
    if (tells(state.senses[what])) continue;
    const status = senses?.[what].status ?? 'live';
    missing.push({ what, why: status === 'live' ? 'nothing' : status });
  }
  const face = signals?.face;
  if (tells(state.senses.face) && face?.kind === 'face' && face.present) {
    if (face.quality < FACE_SEEN) missing.push({ what: 'clear-face' });
    else if (face.mouth < MOUTH_SEEN) missing.push({ what: 'mouth' });
  }
  // Who is seen and heard need not say anything.
  if (!tells(state.senses.text) && !(tells(state.senses.face) && tells(state.senses.voice))) missing.push({ what: 'words' });
  return missing;
}

/** Whether anything is left of what a sense told. */
export function tells(view: AffectEstimate | undefined): boolean {
  if (!view) return false;
  return view.emotions[likeliest(view.emotions)] > 1 / EMOTIONS.length + 0.04 || Math.max(certainty(view.valence), certainty(view.arousal)) > 0.1;
}

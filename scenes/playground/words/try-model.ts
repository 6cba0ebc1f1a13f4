import { asProblem } from 'attune';
import type { DialogueModel } from 'attune/browser';

export type Tried =
  | { readonly outcome: 'answered'; readonly seconds: number; readonly text: string }
  | { readonly outcome: 'blocked' }
  | { readonly outcome: 'failed'; readonly reason: string };

const PATIENCE = 20_000;
const ENOUGH = 120;

/** Asks a model for one short sentence, with nothing of the conversation in it. Never rejects. */
export async function tryModel(model: DialogueModel): Promise<Tried> {
  let blocked = false;
  const onBlocked = (event: SecurityPolicyViolationEvent): void => {
    blocked ||= event.effectiveDirective === 'connect-src';
  };
  document.addEventListener('securitypolicyviolation', onBlocked);
  const begun = performance.now();
  try {
    const prompt = { system: 'You test whether you can be reached.', messages: [{ role: 'user' as const, content: 'Say hello in one short sentence.' }], tools: [], longest: 60, patience: PATIENCE / 1000 };
    let text = '';
    for await (const part of model.answer(prompt, AbortSignal.timeout(PATIENCE))) {
      if (part.type === 'text') text += part.text;
      if (text.length > ENOUGH) break;
    }
    if (text.trim() === '') return { outcome: 'failed', reason: '' };
    return { outcome: 'answered', seconds: (performance.now() - begun) / 1000, text: text.trim().slice(0, ENOUGH) };
  } catch (thrown) {
    return blocked ? { outcome: 'blocked' } : { outcome: 'failed', reason: asProblem(thrown, 'dialogue-failed', 'The model did not answer').message };
  } finally {
    document.removeEventListener('securitypolicyviolation', onBlocked);
  }
}

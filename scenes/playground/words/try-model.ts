import type { DialogueModel } from 'attune/browser';

export type Tried =
  | { readonly outcome: 'answered'; readonly seconds: number; readonly text: string }
  | { readonly outcome: 'blocked' }
  | { readonly outcome: 'failed'; readonly why: TryFailure; /** What the server answered, where it did. */ readonly status: number | null };

/** Why no answer came, as far as it is known. */
export type TryFailure = 'refused' | 'missing' | 'busy' | 'status' | 'late' | 'empty' | 'unreadable' | 'unavailable';

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
    if (text.trim() === '') return failed('empty');
    return { outcome: 'answered', seconds: (performance.now() - begun) / 1000, text: text.trim().slice(0, ENOUGH) };
  } catch (thrown) {
    if (blocked) return { outcome: 'blocked' };
    const status = statusOf(thrown);
    return status === null ? failed(performance.now() - begun >= PATIENCE ? 'late' : 'unreadable') : failed(whyOf(status), status);
  } finally {
    document.removeEventListener('securitypolicyviolation', onBlocked);
  }
}

function failed(why: TryFailure, status: number | null = null): Tried {
  return { outcome: 'failed', why, status };
}

function whyOf(status: number): TryFailure {
  if (status === 401 || status === 403) return 'refused';
  if (status === 404) return 'missing';
  return status === 429 || status === 503 ? 'busy' : 'status';
}

/** What a server answered stands in the error that was the cause of the model's own. */
function statusOf(thrown: unknown): number | null {
  const { statusCode, cause } = (thrown ?? {}) as { readonly statusCode?: unknown; readonly cause?: unknown };
  if (typeof statusCode === 'number' && (statusCode < 200 || statusCode > 299)) return statusCode;
  return cause === undefined ? null : statusOf(cause);
}

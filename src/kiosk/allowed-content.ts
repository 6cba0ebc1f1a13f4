import type { DialogueAct, DialogueProvider, DialogueRequest } from '../core/index.ts';
import { ALWAYS_ALLOWED } from './config.ts';

/**
 * A dialogue that does only what an operator allows. A turn that would do something else listens instead: it takes up what was
 * said, or keeps company where nothing was. What is said for safety is never taken away.
 *
 * @param acts what may be done beside {@link ALWAYS_ALLOWED}; null for everything
 */
export function allowOnly(dialogue: DialogueProvider, acts: readonly DialogueAct[] | null): DialogueProvider {
  if (!acts) return dialogue;
  const allowed = new Set([...ALWAYS_ALLOWED, ...acts]);
  return { ...dialogue, reply: (request, signal) => dialogue.reply(allowed.has(request.act) ? request : listening(request), signal) };
}

const listening = (request: DialogueRequest): DialogueRequest => (request.heard === null
  ? { ...request, act: 'keep-company', skill: 'self-disclosure', strategy: 'attend' }
  : { ...request, act: 'reflect', skill: 'restatement', strategy: 'attend' });

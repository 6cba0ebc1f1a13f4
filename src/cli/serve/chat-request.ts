import * as v from 'valibot';
import type { ServeLimits, Upstream } from './serve-config.ts';

const TOOL = v.object({
  type: v.literal('function'),
  function: v.object({ name: v.pipe(v.string(), v.regex(/^[\w-]{1,64}$/)), description: v.optional(v.pipe(v.string(), v.maxLength(500))), parameters: v.optional(v.record(v.string(), v.unknown())) }),
});

const REQUEST = v.object({
  model: v.string(),
  messages: v.pipe(v.array(v.object({ role: v.picklist(['system', 'user', 'assistant']), content: v.string() })), v.minLength(1), v.maxLength(64)),
  stream: v.optional(v.boolean()),
  temperature: v.optional(v.pipe(v.number(), v.minValue(0), v.maxValue(2))),
  max_tokens: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1))),
  tools: v.optional(v.pipe(v.array(TOOL), v.maxLength(8))),
  tool_choice: v.optional(v.picklist(['auto', 'none'])),
});

/**
 * Takes what may be asked out of a request, and leaves out everything else that it says.
 *
 * @returns null when it is no request for a chat completion, or not of one of the upstream's models
 */
export function readChatRequest(body: unknown, { models }: Upstream, { tokens }: ServeLimits): Record<string, unknown> | null {
  const result = v.safeParse(REQUEST, body);
  if (!result.success || !models.includes(result.output.model)) return null;
  return { ...result.output, max_tokens: Math.min(result.output.max_tokens ?? tokens, tokens) };
}

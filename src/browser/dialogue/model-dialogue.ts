import { type AbortSignal as TurnSignal, type AttuneError, AttuneError as Problem, type DialogueProvider } from '../../core/index.ts';
import type { DialogueModel, ModelPart } from './dialogue-model.ts';
import { filterReply } from './filter-reply.ts';
import { makePrompt } from './make-prompt.ts';
import { createToolRunner, type DialogueTools, offeredTools } from './tools.ts';

/** Which language model finds the words, and what it is held to. */
export interface ModelDialogueOptions {
  /** Where the words come from: {@link createEndpointModel}, {@link createBrowserModel}, {@link createEngineModel}, or one of your own. */
  readonly model: DialogueModel;
  /** What the model may ask for beside speaking; nothing by default. */
  readonly tools?: DialogueTools;
  /** Whether emoji may be said; they are taken out by default. */
  readonly emoji?: boolean;
  /** The most characters of a reply, from 40 to 1,000; 400 by default. */
  readonly longest?: number;
  /** Hears of tools that were asked for in vain. What goes wrong with the words, the agent reports. */
  readonly onProblem?: (problem: AttuneError) => void;
}

/**
 * A dialogue by a language model. The core decides what a turn does; the model finds the words for it, and only those that pass
 * are said: no markup, no stage directions, nothing of the instructions, nothing that breaks the rules of style. Where it fails,
 * or what it says may not be said, the reply rejects and the agent's own lines stand in.
 *
 * @throws {AttuneError} `bad-input` when an option is wrong
 */
export function createModelDialogue(options: ModelDialogueOptions): DialogueProvider {
  const { model, tools = {}, emoji = false, longest = 400, onProblem = () => undefined } = options;
  if (typeof model?.answer !== 'function') throw new Problem('bad-input', 'Expected the dialogue option "model" to be a language model; make one with createEndpointModel, createBrowserModel or createEngineModel.');
  if (!(longest >= 40 && longest <= 1000)) throw new Problem('bad-input', `Expected the dialogue option "longest" to be from 40 to 1000 characters; got ${String(longest)}.`);
  const offered = offeredTools(tools);
  return {
    async* reply(request, signal) {
      const prompt = makePrompt(request, offered);
      const { signal: web, end } = asWebSignal(signal);
      try {
        const words = wordsOf(model.answer(prompt, web), createToolRunner(tools, onProblem));
        yield* filterReply(words, { language: request.language, name: prompt.name, secret: prompt.secret, emoji, longest });
      } finally {
        // However this ends, nothing more of the answer is of use to anybody.
        end();
      }
    },
  };
}

async function* wordsOf(parts: AsyncIterable<ModelPart>, run: (call: Extract<ModelPart, { type: 'tool' }>) => void): AsyncGenerator<string, void> {
  for await (const part of parts) {
    if (part.type === 'text') yield part.text;
    else run(part);
  }
}

/** The signal that fetch and the browser's model understand. */
function asWebSignal(signal: TurnSignal): { readonly signal: AbortSignal; end(): void } {
  const controller = new AbortController();
  const abort = (): void => controller.abort();
  signal.addEventListener('abort', abort);
  if (signal.aborted) abort();
  return {
    signal: controller.signal,
    end() {
      signal.removeEventListener('abort', abort);
      abort();
    },
  };
}

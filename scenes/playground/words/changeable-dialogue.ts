import type { DialogueProvider } from 'attune';
import type { WordsBy } from './words-choice.ts';

/** Words that the player can have from a language model or from people, changed while the agent lives. */
export interface ChangeableDialogue extends DialogueProvider {
  /** Goes on with a model's words from the next turn on; null is people's. */
  change(model: DialogueProvider | null): void;
}

/** @param found hears who finds the words of the turn that is being found */
export function createChangeableDialogue(written: DialogueProvider, found: (by: WordsBy) => void): ChangeableDialogue {
  let model: DialogueProvider | null = null;
  return {
    get written() {
      return model === null;
    },
    change(next) {
      model = next;
    },
    reply(request, signal) {
      found(model ? 'model' : 'written');
      return (model ?? written).reply(request, signal);
    },
  };
}

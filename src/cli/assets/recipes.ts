import { assembleFaceTask } from './face-task.ts';
import { assembleSentenceEncoder } from './sentence-encoder.ts';
import { extractVocabulary } from './vocabulary.ts';
import { cutProfilesList } from './xr-profiles-list.ts';

export type RecipeName = 'face-task' | 'profiles-list' | 'sentence-encoder' | 'vocabulary';

/** Each makes a product from its source files. Same bytes in, same bytes out, on any machine. */
export const recipes: Readonly<Record<RecipeName, (source: Uint8Array, ...more: readonly Uint8Array[]) => Uint8Array>> = {
  'face-task': assembleFaceTask,
  'profiles-list': cutProfilesList,
  'sentence-encoder': assembleSentenceEncoder,
  vocabulary: extractVocabulary,
};

import { assembleFaceTask } from './face-task.ts';
import { cutProfilesList } from './xr-profiles-list.ts';

export type RecipeName = 'face-task' | 'profiles-list';

/** Each makes a product from its one source file. Same bytes in, same bytes out, on any machine. */
export const recipes: Readonly<Record<RecipeName, (source: Uint8Array) => Uint8Array>> = {
  'face-task': assembleFaceTask,
  'profiles-list': cutProfilesList,
};

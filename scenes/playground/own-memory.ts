import { asProblem, type AttuneError } from 'attune';
import { createIndexedDbStore } from 'attune/browser';
import { createMemory, type Memory } from 'attune/memory';
import { keep, kept } from '../shared/keep.ts';

/** Under this the browser keeps that the player wants to be remembered on this device; nothing lies there otherwise. */
const CHOICE = 'attune-memory';

/** Whether the player chose in an earlier meeting to be remembered on this device. */
export function isRemembered(): boolean {
  return kept(CHOICE) === 'device';
}

/** Where nothing may be kept, it is asked for again. */
function keepChoice(device: boolean): void {
  keep(CHOICE, device ? 'device' : null);
}

/** The memory of a meeting. Who does not want to be remembered any more is forgotten at once. */
export function openMemory(wanted: boolean, onProblem: (problem: AttuneError) => void): Memory {
  const store = createIndexedDbStore();
  const before = isRemembered();
  const memory = createMemory({ span: wanted ? 'device' : 'off', store, onProblem });
  if (before && !wanted) store.clear().catch((thrown: unknown) => onProblem(asProblem(thrown, 'storage-failed', 'What was remembered could not be deleted')));
  keepChoice(wanted);
  memory.subscribe(() => keepChoice(memory.span === 'device'));
  return memory;
}

import { createIndexedDbStore } from 'attune/browser';
import type { MemorySpan } from 'attune/memory';
import type { Store } from 'attune';

interface Kept {
  readonly span: MemorySpan;
  subscribe(listener: () => void): () => void;
  remember(span: MemorySpan): Promise<void>;
}

/**
 * Opens something of the user's: as long as the page is open, or, where they chose that before, as it lies on this device. The choice is one
 * entry of `localStorage`, there only while it is on.
 */
export function openKept<Thing extends Kept>(name: string, create: (options: { readonly span: MemorySpan; readonly store: Store }) => Thing): Thing {
  const thing = create({ span: wasKept(name) ? 'device' : 'session', store: createIndexedDbStore({ name }) });
  thing.subscribe(() => keepChoice(name, thing.span === 'device'));
  return thing;
}

/** Deletes everything, on the device too, and goes on for as long as the page is open. */
export async function forget(thing: Kept): Promise<void> {
  await thing.remember('off');
  await thing.remember('session');
}

function wasKept(name: string): boolean {
  try {
    return localStorage.getItem(name) === 'device';
  } catch {
    return false;
  }
}

function keepChoice(name: string, device: boolean): void {
  try {
    if (device) localStorage.setItem(name, 'device');
    else localStorage.removeItem(name);
  } catch {
    // Where nothing may be stored, it is asked for again.
  }
}

import { useState, useSyncExternalStore } from 'react';
import type { Agent, Caption } from '../core/index.ts';
import type { SceneAgent } from '../three/index.ts';
import { useAgent } from './provider.tsx';

/**
 * What was said by agent and player, newest last, as far as it has begun: what an agent will say when it has the floor is left out until then.
 *
 * @param of another agent than the provider's
 */
export function useCaptions(of?: Agent): readonly Caption[] {
  const agent = useAgent(of);
  const [shown] = useState(createShown);
  const read = (): readonly Caption[] => shown(agent.captions, 'waits' in agent ? (agent as SceneAgent).waits : null);
  return useSyncExternalStore(agent.subscribe, read, read);
}

/** Gives the same list for the same captions, as React asks again and again. */
function createShown(): (captions: readonly Caption[], waits: string | null) => readonly Caption[] {
  let last: { readonly captions: readonly Caption[]; readonly waits: string | null; readonly shown: readonly Caption[] } | null = null;
  return (captions, waits) => {
    if (last?.captions !== captions || last.waits !== waits) last = { captions, waits, shown: waits === null ? captions : captions.filter(({ id }) => id !== waits) };
    return last.shown;
  };
}

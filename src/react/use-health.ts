import { useSyncExternalStore } from 'react';
import type { Agent, Health } from '../core/index.ts';
import { useAgent } from './provider.tsx';

/**
 * How the devices, workers and contexts are doing that an agent depends on.
 *
 * @param of another agent than the provider's
 */
export function useHealth(of?: Agent): Health {
  const agent = useAgent(of);
  const read = (): Health => agent.health;
  return useSyncExternalStore(agent.subscribe, read, read);
}

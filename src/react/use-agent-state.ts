import { useState, useSyncExternalStore } from 'react';
import type { AffectState, Agent, AgentState } from '../core/index.ts';
import { useAgent } from './provider.tsx';
import { createSelection, type Selector } from './selection.ts';

/**
 * A part of the agent's state; renders again only when the part changes. The selector may be written inline.
 *
 * @param of another agent than the provider's
 */
export function useAgentState<Part>(selector: Selector<AgentState, Part>, of?: Agent): Part {
  const agent = useAgent(of);
  const [select] = useState(() => createSelection<AgentState, Part>());
  const read = (): Part => select(agent.state, selector);
  return useSyncExternalStore(agent.subscribe, read, read);
}

/** What the agent believes about the player's affect, or a part of it. */
export function useAffect(): AffectState;
export function useAffect<Part>(selector: Selector<AffectState, Part>, of?: Agent): Part;
export function useAffect<Part>(selector?: Selector<AffectState, Part>, of?: Agent): AffectState | Part {
  return useAgentState<AffectState | Part>((state) => (selector ? selector(state.affect) : state.affect), of);
}

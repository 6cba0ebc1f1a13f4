import { createContext, type ReactNode, useContext } from 'react';
import { type Agent, AttuneError } from '../core/index.ts';

const AgentContext = createContext<Agent | null>(null);

/** Gives an agent to everything below; @react-three/fiber carries it into its canvas. */
export function AttuneProvider({ agent, children }: { readonly agent: Agent; readonly children?: ReactNode }): ReactNode {
  return <AgentContext value={agent}>{children}</AgentContext>;
}

/**
 * The agent of the nearest provider.
 *
 * @throws {AttuneError} `bad-input` outside of a provider
 */
export function useAgent(): Agent {
  const agent = useContext(AgentContext);
  if (!agent) throw new AttuneError('bad-input', 'Expected an <AttuneProvider agent={agent}> above this component, but there is none. Put one around it.');
  return agent;
}

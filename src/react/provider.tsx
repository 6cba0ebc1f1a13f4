import { createContext, type ReactNode, useContext } from 'react';
import { type Agent, AttuneError } from '../core/index.ts';

export const AgentContext = createContext<Agent | null>(null);

/** Gives an agent to everything below; @react-three/fiber carries it into its canvas. */
export function AttuneProvider({ agent, children }: { readonly agent: Agent; readonly children?: ReactNode }): ReactNode {
  return <AgentContext value={agent}>{children}</AgentContext>;
}

/**
 * The agent of the nearest provider, or of the `<Agent/>` that the component is a child of.
 *
 * @param of another one instead, where there are several
 * @throws {AttuneError} `bad-input` outside of a provider
 */
export function useAgent(of?: Agent): Agent {
  const provided = useContext(AgentContext);
  const agent = of ?? provided;
  if (!agent) throw new AttuneError('bad-input', 'Expected an <AttuneProvider agent={agent}> above this component, but there is none. Put one around it.');
  return agent;
}

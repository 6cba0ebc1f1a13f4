import { useEffect, useRef } from 'react';
import type { Agent } from '../core/index.ts';
import { type AgentEvents, createAgentTeller, type SceneAgent } from '../three/index.ts';

/** What an agent tells of itself, each kind to a listener of its own: `onAffect`, `onPlan`, `onCaption` and so on. */
export type AgentListeners = { readonly [Name in keyof AgentEvents as `on${Capitalize<Name>}`]?: ((event: AgentEvents[Name]) => void) | undefined };

const NAMES = ['affect', 'feeling', 'plan', 'intent', 'cue', 'caption', 'speaking', 'sense', 'problem'] as const satisfies readonly (keyof AgentEvents)[];

/** Calls the listeners of this render for what happens to the agent; null is none yet. */
export function useAgentEvents(agent: Agent | null, listeners: AgentListeners): void {
  const latest = useRef(listeners);
  useEffect(() => {
    latest.current = listeners;
  });
  useEffect(() => {
    if (!agent) return undefined;
    const teller = createAgentTeller();
    // A core's own agent tells only that something changed.
    const unfollow = 'on' in agent ? () => {} : teller.follow(agent);
    const on = 'on' in agent ? (agent as SceneAgent).on : teller.on;
    const stopping = NAMES.map((name) => listen(on, name, latest));
    return () => {
      unfollow();
      for (const stop of stopping) stop();
    };
  }, [agent]);
}

function listen<Name extends keyof AgentEvents>(on: SceneAgent['on'], name: Name, latest: { readonly current: AgentListeners }): () => void {
  const key = `on${name.charAt(0).toUpperCase()}${name.slice(1)}` as `on${Capitalize<Name>}`;
  return on(name, (event) => (latest.current as { readonly [key: string]: ((event: AgentEvents[Name]) => void) | undefined })[key]?.(event));
}

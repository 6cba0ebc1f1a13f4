export { Agent, type AgentProps } from './agent.tsx';
export { AttuneProvider, useAgent } from './provider.tsx';
export type { Selector } from './selection.ts';
export { useAffect, useAgentState } from './use-agent-state.ts';
export { useAvatar, type AvatarEvents } from './use-avatar.ts';

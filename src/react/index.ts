export { Agent, type AgentProps } from './agent.tsx';
export { AttuneProvider, useAgent } from './provider.tsx';
export { AttuneRoom, type RoomProps } from './room.tsx';
export type { Selector } from './selection.ts';
export { type AgentListeners, useAgentEvents } from './use-agent-events.ts';
export { useAffect, useAgentState } from './use-agent-state.ts';
export { useAvatar, type AvatarEvents } from './use-avatar.ts';
export { useCaptions } from './use-captions.ts';
export { type OwnAgentEvents, type OwnAgentOptions, useOwnAgent } from './use-own-agent.ts';

export { createVoiceSource, type VoiceSource } from './voice-source.ts';
export type { VoiceConstraints, VoiceSourceOptions } from './voice-options.ts';
export type { VoiceStats } from './voice-protocol.ts';

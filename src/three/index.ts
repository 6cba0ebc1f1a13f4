export { type AgentEvents, type AgentTeller, createAgentTeller, type ListenToAgent } from './agent/agent-events.ts';
export { createAgent, type SceneAgent, type SceneAgentOptions } from './agent/create-agent.ts';
export type { AgentPorts, OpenSense } from './agent/default-ports.ts';
export type { AvatarRig } from './agent/rig.ts';
export type { Avatar, AvatarCredits, AvatarLack } from './avatar.ts';
export { chooseDetail, DETAIL_LEVELS, type DetailLevel, type DrawingDevice, readDevice } from './detail.ts';
export { type EmotionLook, EMOTION_LOOKS, type Ingredients, VISEME_VOWELS } from './face/expression-looks.ts';
export {
  createExpressionMixer, type ExpressionCapability, type ExpressionMixer, type ExpressionTraits, type FaceFrame,
  MOUTH_BUDGET, type Showing, SPEAKING_CAP,
} from './face/expression-mixer.ts';
export type { GazeLimits } from './gaze.ts';
export { loadAvatar, type LoadAvatarOptions } from './load-avatar.ts';
export { loadMotion, type LoadMotionOptions, type Motion } from './motion/load-motion.ts';
export type { PlayOptions } from './motion/motion-player.ts';
export { createMouthSound, type MouthSound, type Speaker } from './mouth-sound.ts';
export { watchPicture, type WatchedPicture } from './picture.ts';
export { PORTRAIT_VIEWS, type PortraitOptions, type PortraitView } from './portrait/portrait-options.ts';
export { createPortraitStudio, renderPortrait, type PortraitStudio } from './portrait/portrait-studio.ts';
export type { SpringThrottle } from './springs/springs.ts';
export { readViewer, standBefore } from './viewer.ts';
export { type BodyGuide, createVrmDriver, type VrmDriver, type VrmDriverOptions } from './vrm-driver.ts';
export { assertWebGL } from './webgl.ts';

export { AMBIENCE_VOLUMES, type Ambience, type AmbienceOptions, type AmbienceVolume, createAmbience } from './ambience.ts';
export { type BreathTone, type BreathToneOptions, createBreathTone } from './breath-tone.ts';
export { createEarcons, type Earcons, type EarconsOptions } from './earcons.ts';

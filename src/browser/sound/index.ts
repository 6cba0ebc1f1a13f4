export { AMBIENCE_VOLUMES, type Ambience, type AmbienceOptions, type AmbienceVolume, createAmbience } from './ambience.ts';
export { createEarcons, type Earcons, type EarconsOptions } from './earcons.ts';

export { createBrowserSpeech, type BrowserSpeech, type BrowserSpeechOptions, type BrowserVoice } from './browser/browser-speech.ts';
export { createVoices, type Voices, type VoicesOptions } from './create-voices.ts';
export { createHeardTime } from './heard-time.ts';
export { createFliteSpeech, type FliteSpeech, type FliteSpeechOptions } from './flite-speech.ts';
export type { VisemeTrack } from './mouth/viseme-track.ts';
export type { TimedPhone } from './phones.ts';
export type { RenderedSpeech } from './render-speech.ts';
export { MAX_SPEECH_CHARACTERS } from './clean-text.ts';
export { AGENT_VOICES, FLITE_VOICES, type FliteVoice } from './voices.ts';

export { createFliteSpeech, type FliteSpeech, type FliteSpeechOptions } from './flite-speech.ts';
export { MAX_SPEECH_CHARACTERS } from './clean-text.ts';
export { FLITE_VOICES, type FliteVoice } from './voices.ts';

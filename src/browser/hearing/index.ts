export { createMoonshineRecognizer, type MoonshineRecognizerOptions } from './moonshine-recognizer.ts';

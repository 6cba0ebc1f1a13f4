export { createBrowserRecognizer, type BrowserRecognizerOptions } from './browser-recognizer.ts';
export { createEndpointRecognizer, type EndpointRecognizerOptions } from './endpoint-recognizer.ts';
export { hasBrowserRecognition } from './recognition-api.ts';
export { createMoonshineRecognizer, type MoonshineRecognizerOptions } from './moonshine-recognizer.ts';

export { createFakeDialogue, createFakeSource, createFakeSpeech, type FakeSource, type FakeSpeech } from './fake-ports.ts';
export { createFakeRecognizer, type FakeRecognizer, type FakeRecognizerOptions } from './fake-recognizer.ts';
export { createFakeStore, type FakeStore } from './fake-store.ts';
export { fakeFace, fakeNoFace, fakeVoice, fakeWords } from './fake-signals.ts';
export { makeSession, type MadeSessionOptions } from './make-session.ts';
export { createManualClock, type ManualClock } from './manual-clock.ts';

export { DEFAULT_ASSETS, assetUrl } from './assets.ts';
export { createAudioHub, type AudioHub } from './audio.ts';
export { type CharacterOptions, loadCharacter } from './character/load-character.ts';
export { createBrowserClock, type BrowserClock } from './clock.ts';
export { createFaceSource, type FaceJudgement, type FramePath, type FaceSource, type FaceSourceOptions, type FaceStats, type PersonInView } from './face/index.ts';
export { createVoiceSource, type VoiceConstraints, type VoiceSource, type VoiceSourceOptions, type VoiceStats } from './voice/index.ts';
export {
  createBrowserRecognizer, createEndpointRecognizer, createMoonshineRecognizer, hasBrowserRecognition,
  type BrowserRecognizerOptions, type EndpointRecognizerOptions, type MoonshineRecognizerOptions,
} from './hearing/index.ts';
export {
  AGENT_VOICES, createBrowserSpeech, createEndpointSpeech, createEspeakSpeech, createFliteSpeech, createHeardTime, createKokoroSpeech, createVoices, FLITE_VOICES, type BrowserSpeech,
  type BrowserSpeechOptions, type BrowserVoice, type EndpointSpeechOptions, type EspeakSpeech, type EspeakSpeechOptions, type FliteSpeech, type FliteSpeechOptions, type FliteVoice,
  type KokoroSpeech, type KokoroSpeechOptions, MAX_SPEECH_CHARACTERS, type Phonemizer, type RenderedSpeech, type TimedPhone, type VisemeTrack, type VoiceOutput, type Voices, type VoicesOptions,
} from './speech/index.ts';
export { formatWave } from './format-wave.ts';
export { type FusionNetOptions, loadFusionNet } from './fusion/index.ts';
export { AMBIENCE_VOLUMES, createAmbience, createBreathTone, createEarcons, type Ambience, type AmbienceOptions, type AmbienceVolume, type BreathTone, type BreathToneOptions, type Earcons, type EarconsOptions } from './sound/index.ts';
export {
  type BrowserTextReader, createDesk, createIntentClassifier, createTextAnalyser, createTextReader, type Desk, type DeskReading, EMOTION_OF_LABEL, type IntentClassifier, type IntentExamples, type IntentMatch, type IntentReading, LONGEST_TEXT,
  MAX_INTENT_EXAMPLES, type ReadText, type SentenceEncoder, TEXT_LABELS, type TextAnalyser, type TextAnalyserOptions, type TextAnalysis, type TextClause, type TextEvidence, type TextLabel, type TextRange, type TextReaderOptions,
} from './text/index.ts';
export {
  createBrowserModel, createEndpointModel, createEngineModel, createModelDialogue, hasBrowserModel, type BrowserModel, type BrowserModelOptions, type DialogueModel, type DialogueTools,
  type EndpointModelOptions, type ModelAvailability, type ModelDialogueOptions, type ModelMessage, type ModelPart, type ModelPrompt, type ModelTool, type WebLlmEngine, type WllamaEngine,
} from './dialogue/index.ts';
export { createIndexedDbStore, type IndexedDbStoreOptions } from './storage/index.ts';
export { loadReplyRanker, type RankedReply, type ReplyRanker, type ReplyRankerOptions } from './replies/index.ts';
export { endWithPage } from './end-with-page.ts';
export { trustOwnWorkers } from '../trusted-types.ts';

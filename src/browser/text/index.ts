export { createTextAnalyser, type TextAnalyser, type TextAnalyserOptions } from './create-text-analyser.ts';
export { type BrowserTextReader, createTextReader, type TextReaderOptions } from './create-text-reader.ts';
export { LONGEST_TEXT } from './clean-characters.ts';
export { EMOTION_OF_LABEL, TEXT_LABELS, type TextLabel } from './labels.ts';
export type { TextAnalysis, TextClause, TextEvidence, TextRange } from './text-analysis.ts';
export type { ReadText } from './text-protocol.ts';
export type { IntentExamples, IntentMatch, IntentReading } from './intent/fit-intents.ts';
export { createIntentClassifier, type IntentClassifier, MAX_INTENT_EXAMPLES } from './intent/intent-classifier.ts';
export { createDesk, type Desk } from './desk/create-desk.ts';
export type { DeskReading } from './desk/part-reader.ts';
export type { SentenceEncoder } from './encoder/embedding.ts';


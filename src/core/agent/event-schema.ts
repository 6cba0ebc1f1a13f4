import * as v from 'valibot';
import { FUSION_METHODS } from '../affect/choose-fusion.ts';
import { EMOTIONS } from '../affect/emotion.ts';
import { byRespect } from '../appraise/style.ts';
import { GESTURES } from '../perform/gestures/index.ts';
import { DIALOGUE_ACTS, SUPPORT_SKILLS } from '../plan/dialogue-act.ts';
import { STRATEGIES } from '../plan/plan.ts';
import type { ReadMessage } from '../ports/text-reader.ts';
import { PROBLEM_CODES } from '../problem.ts';
import { admit, between, signed, time, unit } from '../schema.ts';
import { BLENDSHAPES } from '../signals/blendshapes.ts';
import { CONTEXT_EVENTS } from '../signals/context.ts';
import { PLAYER_GESTURES } from '../signals/motion.ts';
import { BOUNDARIES, CRISES, RISKS } from '../signals/risk.ts';
import { SENSES } from '../signals/signal.ts';
import { type HeardWords, INTENTS, LANGUAGES } from '../signals/text.ts';
import { type AgentEvent, SENSE_STATUSES } from './event.ts';

const angle = between(-Math.PI, Math.PI);
const count = (most: number) => v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(most));
const name = v.pipe(v.string(), v.minLength(1), v.maxLength(64));
const belief = v.object({ mean: signed, variance: v.pipe(v.number(), v.finite(), v.gtValue(0)) });

const emotions = v.pipe(
  v.object(v.entriesFromList(EMOTIONS, unit)),
  v.check((each) => Math.abs(EMOTIONS.reduce((sum, emotion) => sum + each[emotion], 0) - 1) < 1e-6, 'probabilities that sum to 1'),
);

const fusion = { method: v.picklist(FUSION_METHODS), net: v.nullable(name) };

const base = { at: time, latency: time, source: name, quality: unit };

const reading = v.object({
  valence: belief, arousal: belief, dominance: belief, emotions, intent: v.picklist(INTENTS), cues: time,
  // Absent from readers that do not tell parts of a message apart.
  both: v.exactOptional(v.nullable(v.object({ one: v.picklist(EMOTIONS), other: v.picklist(EMOTIONS) }))),
  // Absent from logs of before it was told.
  intentConfidence: v.optional(unit, 1),
  // Absent from logs of before hosts could give intents of their own.
  domain: v.optional(v.nullable(v.object({ name, confidence: unit })), null),
});

const signal = v.variant('kind', [
  v.object({
    kind: v.literal('face'), ...base,
    present: v.boolean(),
    scores: v.nullable(v.object({ smile: signed, browRaise: unit, browLower: unit, eyeOpen: signed, mouthOpen: unit })),
    pose: v.nullable(v.object({ yaw: angle, pitch: angle, roll: angle })),
    place: v.nullable(v.object({ x: signed, y: signed, width: unit })),
    neutral: unit,
    // Absent from logs of before there were models for the face: what was not judged is not known.
    blendshapes: v.optional(v.nullable(v.pipe(v.array(unit), v.length(BLENDSHAPES.length))), null),
    expression: v.optional(v.nullable(v.object({ whole: emotions, upper: emotions })), null),
    mouth: v.optional(unit, 1),
    others: v.optional(count(99), 0),
  }),
  v.object({
    kind: v.literal('voice'), ...base,
    window: time,
    speaking: v.boolean(),
    loudness: between(-200, 0),
    pitch: v.nullable(between(20, 2000)),
    pitchRange: v.nullable(between(0, 60)),
    voicedRatio: unit,
    // Absent from logs of before there was a model for the voice.
    expression: v.optional(v.nullable(v.object({ valence: belief, arousal: belief, dominance: belief, emotions })), null),
  }),
  v.object({
    kind: v.literal('text'), ...base,
    id: name,
    language: v.picklist(LANGUAGES),
    reading,
    // Absent from logs of before words were screened.
    risk: v.optional(v.nullable(v.picklist(RISKS)), null),
  }),
  v.object({ kind: v.literal('context'), ...base, event: v.picklist(CONTEXT_EVENTS) }),
  v.object({ kind: v.literal('report'), ...base, emotion: v.picklist(EMOTIONS) }),
  v.object({ kind: v.literal('motion'), ...base, window: time, speed: v.nullable(between(0, 50)), stillness: unit, gesture: v.nullable(v.picklist(PLAYER_GESTURES)) }),
]);

/**
 * The shape of every event, and the list of all that may be logged: whatever is not named here is
 * dropped before the core sees it, so that a replay consumes exactly what was recorded.
 */
export const EVENT_SCHEMA: v.GenericSchema<unknown, AgentEvent> = v.variant('type', [
  v.object({ type: v.literal('signal'), at: time, signal }),
  v.object({ type: v.literal('tick'), at: time }),
  v.object({ type: v.literal('sense'), at: time, sense: v.picklist(SENSES), status: v.picklist(SENSE_STATUSES), problem: v.nullable(v.picklist(PROBLEM_CODES)) }),
  // Absent from logs of before sources confirmed what is speech.
  v.object({ type: v.literal('speech-start'), at: time, confirms: v.optional(v.boolean(), false) }),
  v.object({ type: v.literal('speech-confirmed'), at: time }),
  v.object({ type: v.literal('pitch-low'), at: time }),
  v.object({ type: v.literal('speech-pause'), at: time, patience: between(0, 5), open: v.nullable(v.boolean()) }),
  v.object({ type: v.literal('speech-end'), at: time, words: v.optional(v.boolean(), false) }),
  v.object({ type: v.literal('words-missed'), at: time }),
  v.object({ type: v.literal('utterance-start'), at: time, id: name, duration: time }),
  v.object({ type: v.literal('utterance-end'), at: time, id: name, outcome: v.picklist(['finished', 'cancelled', 'failed', 'unvoiced']) }),
  v.object({ type: v.literal('gesture'), at: time, gesture: v.picklist(GESTURES), strength: unit }),
  v.object({ type: v.literal('language'), at: time, language: v.picklist(LANGUAGES) }),
  v.object({ type: v.literal('fusion'), at: time, ...fusion }),
  v.object({ type: v.literal('style'), at: time, style: v.object(byRespect(() => signed)) }),
  v.object({ type: v.literal('crisis-over'), at: time }),
  v.object({ type: v.literal('operator'), at: time, present: v.boolean() }),
  v.object({ type: v.literal('operator-act'), at: time, strategy: v.picklist(STRATEGIES), act: v.picklist(DIALOGUE_ACTS), skill: v.picklist(SUPPORT_SKILLS), words: v.nullable(name) }),
  v.object({ type: v.literal('visitor'), at: time, change: v.picklist(['arrived', 'left']) }),
]);

const READ_MESSAGE: v.GenericSchema<unknown, ReadMessage> = v.object({
  ...reading.entries, danger: v.exactOptional(v.nullable(v.picklist([...CRISES, 'unsure']))), boundary: v.exactOptional(v.nullable(v.picklist(BOUNDARIES))),
});

/** Checks what a reader found in a message. @throws {AttuneError} `bad-input` */
export function admitReading(read: unknown): ReadMessage {
  return admit(READ_MESSAGE, read, 'what was read in a message');
}

const HEARD_WORDS: v.GenericSchema<unknown, HeardWords> = v.object({
  id: name, text: v.string(), stable: time, final: v.boolean(), confidence: unit, language: v.picklist(LANGUAGES), at: time, source: name, paused: v.exactOptional(v.boolean()),
});

/** Checks words that a sense heard. @throws {AttuneError} `bad-input` */
export function admitWords(words: unknown): HeardWords {
  return admit(HEARD_WORDS, words, 'words that were heard');
}

/**
 * Checks an event that comes from outside and keeps only the fields that the core knows.
 *
 * @throws {AttuneError} `bad-input`, naming the field, what was expected and what came
 */
export function admitEvent(event: unknown): AgentEvent {
  return admit(EVENT_SCHEMA, event, 'an agent event');
}

import { describe, expect, it } from 'vitest';
import type { Net } from '../../../../src/browser/nets/net-file.ts';
import { FUNCTIONALS } from '../../../../src/browser/voice/features/functionals.ts';
import { STRANGER_FEATURES, STRANGER_HIDDEN, STRANGER_INPUTS } from '../../../../src/browser/voice/stranger-net.ts';
import { createVoiceHead, VOICE_CLASSES } from '../../../../src/browser/voice/voice-head.ts';
import { createVoiceReader, type VoiceReader } from '../../../../src/browser/voice/voice-reader.ts';
import { UNKNOWN_VARIANCE } from '../../../../src/core/index.ts';
import { createVoice } from './synthetic-voice.ts';

const SIZE = FUNCTIONALS.length;
const CLASSES = VOICE_CLASSES.length;
const PITCH = FUNCTIONALS.indexOf('pitch median');

/** A net that hears anger in a high pitch and sadness in a low one: two members of one weight each way. */
function pitchNet(settings: Record<string, unknown> = {}, doubt = 0): Net {
  const row = (value: number): Float32Array => new Float32Array(SIZE).fill(value);
  const member = (): Net['tensors'] => {
    const [first, last] = [new Float32Array(SIZE * 2), new Float32Array(2 * CLASSES)];
    first[PITCH * 2] = 2;
    first[PITCH * 2 + 1] = -2;
    last[VOICE_CLASSES.indexOf('anger')] = 1;
    last[CLASSES + VOICE_CLASSES.indexOf('sadness')] = 1;
    return { '0/kernel': { shape: [SIZE, 2], values: first }, '0/bias': { shape: [2], values: new Float32Array(2) }, '1/kernel': { shape: [2, CLASSES], values: last }, '1/bias': { shape: [CLASSES], values: new Float32Array(CLASSES) } };
  };
  const centre = row(0);
  centre[PITCH] = 33;
  const told = STRANGER_FEATURES.length;
  const stranger: Net['tensors'] = {
    'stranger/centre': { shape: [told], values: new Float32Array(told) }, 'stranger/scale': { shape: [told], values: new Float32Array(told) },
    'stranger/whitener': { shape: [told, told], values: new Float32Array(told * told) }, 'stranger/distances': { shape: [2], values: new Float32Array(2) },
    'stranger/0/kernel': { shape: [STRANGER_INPUTS, STRANGER_HIDDEN], values: new Float32Array(STRANGER_INPUTS * STRANGER_HIDDEN) }, 'stranger/0/bias': { shape: [STRANGER_HIDDEN], values: new Float32Array(STRANGER_HIDDEN) },
    'stranger/1/kernel': { shape: [STRANGER_HIDDEN, 2], values: new Float32Array(STRANGER_HIDDEN * 2) }, 'stranger/1/bias': { shape: [2], values: Float32Array.of(0, doubt) },
  };
  const tensors = Object.fromEntries([0, 1].flatMap((i) => Object.entries(member()).map(([name, tensor]) => [`member${i}/${name}`, tensor])));
  return {
    model: 'voice',
    settings: { members: 2, hidden: [2], sharpness: 1, familiar: 1e6, strange: 2e6, straight: 0.5, rarity: 1e6, trust: 1, ...settings },
    tensors: {
      ...tensors, ...stranger, centre: { shape: [SIZE], values: centre }, scale: { shape: [SIZE], values: row(0).fill(0.3, PITCH, PITCH + 1) }, worth: { shape: [SIZE], values: row(1) },
      usual: { shape: [SIZE], values: row(0) }, 'arousal/kernel': { shape: [SIZE], values: row(0).fill(0.2, PITCH, PITCH + 1) }, 'arousal/bias': { shape: [1], values: new Float32Array(1) }, precision: { shape: [SIZE], values: row(1) }, effects: { shape: [CLASSES, SIZE], values: new Float32Array(CLASSES * SIZE) },
    },
  };
}

function say(reader: VoiceReader, pitch: number, seconds = 1, speech = true): void {
  const { samples } = createVoice({ pitch, seconds });
  for (let at = 0; at + 512 <= samples.length; at += 512) reader.push(samples.subarray(at, at + 512), speech);
}

const sumOf = (emotions: Record<string, number>): number => Object.values(emotions).reduce((sum, each) => sum + each, 0);

describe('voice reader', () => {
  it('tells nothing before half a second of speech, and something within a second', () => {
    const reader = createVoiceReader(pitchNet());
    say(reader, 300, 0.4);
    expect(reader.read()).toBeNull();
    say(reader, 300, 0.4);
    expect(reader.read()).not.toBeNull();
  });

  it('hears what the net was taught, in emotions that sum to 1 and in affect', () => {
    const reader = createVoiceReader(pitchNet());
    say(reader, 330);
    const high = reader.settle()!;
    reader.reset();
    say(reader, 90);
    const low = reader.settle()!;
    expect(sumOf(high.emotions)).toBeCloseTo(1, 5);
    expect(high.emotions.anger).toBeGreaterThan(high.emotions.sadness);
    expect(low.emotions.sadness).toBeGreaterThan(low.emotions.anger);
    expect(high.arousal.mean).toBeGreaterThan(low.arousal.mean + 0.1);
    for (const { mean, variance } of [high.valence, high.arousal, high.dominance]) {
      expect(Math.abs(mean)).toBeLessThanOrEqual(1);
      expect(variance).toBeGreaterThan(0);
      expect(variance).toBeLessThanOrEqual(UNKNOWN_VARIANCE);
    }
  });

  it('neither asserts nor rules out what it was never taught', () => {
    const reader = createVoiceReader(pitchNet());
    say(reader, 330);
    const { emotions } = reader.read()!;
    expect(emotions.surprise).toBeCloseTo(0.02, 5);
    expect(emotions.contempt).toBeCloseTo(0.02, 5);
  });

  it('learns the speaker at the end of each utterance, and forgets them on reset', () => {
    const reader = createVoiceReader(pitchNet());
    say(reader, 300);
    const first = reader.settle()!;
    for (let i = 0; i < 6; i += 1) {
      say(reader, 300);
      reader.settle();
    }
    say(reader, 300);
    expect(reader.read()!.emotions.anger).toBeLessThan(0.7 * first.emotions.anger);
    reader.reset();
    say(reader, 300);
    expect(reader.settle()!.emotions.anger).toBeCloseTo(first.emotions.anger, 5);
  });

  it('begins anew with each utterance, and learns nothing by reading', () => {
    const reader = createVoiceReader(pitchNet());
    say(reader, 300);
    const once = reader.read();
    expect(reader.read()).toEqual(once);
    reader.settle();
    expect(reader.read()).toBeNull();
    expect(reader.settle()).toBeNull();
  });

  it('does not hear what is not speech', () => {
    const reader = createVoiceReader(pitchNet());
    say(reader, 300, 2, false);
    expect(reader.read()).toBeNull();
    reader.push(new Float32Array(512), true);
    for (let i = 0; i < 60; i += 1) reader.push(new Float32Array(512), true);
    expect(reader.read()).toBeNull();
  });

  it('grows unsure as a voice grows strange, and says nothing at last', () => {
    const readings = [[1e6, 2e6], [1e-3, 50], [1e-3, 2e-3]].map(([familiar, strange]) => {
      const reader = createVoiceReader(pitchNet({ familiar, strange }));
      say(reader, 330);
      return reader.read();
    });
    expect(readings[1]!.arousal.variance).toBeGreaterThan(readings[0]!.arousal.variance);
    expect(Math.abs(readings[1]!.arousal.mean)).toBeLessThan(Math.abs(readings[0]!.arousal.mean));
    expect(readings[2]).toBeNull();
  });

  it('grows unsure of what may be no single voice, but says what it heard', () => {
    const readings = [0, Math.log(1e6), 40].map((doubt) => {
      const reader = createVoiceReader(pitchNet({}, doubt));
      say(reader, 330);
      return reader.read()!;
    });
    const [surely, perhaps, hardly] = readings.map(({ arousal }) => arousal);
    expect(perhaps!.variance).toBeGreaterThan(surely!.variance);
    expect(hardly!.variance).toBeGreaterThan(perhaps!.variance);
    expect(hardly!.variance).toBeLessThan(UNKNOWN_VARIANCE);
    expect(readings[2]!.emotions.anger).toBeLessThan(readings[0]!.emotions.anger);
    for (const { emotions } of readings) expect(sumOf(emotions)).toBeCloseTo(1, 5);
  });

  it.each([['trust', 2], ['sharpness', 0], ['hidden', 'many'], ['strange', undefined], ['rarity', 0]])('refuses weights whose setting %s is %s', (name, value) => {
    expect(() => createVoiceReader(pitchNet({ [name]: value }))).toThrow(`"${name}"`);
  });

  it('asks for whole frames', () => {
    expect(() => createVoiceReader(pitchNet()).push(new Float32Array(500), true)).toThrow('512 samples at 16000 Hz, but got 500');
  });
});

describe('voice head', () => {
  it('takes boredom for calm, and for neutral among the eight', () => {
    const head = createVoiceHead(pitchNet());
    const classes = Float32Array.from(VOICE_CLASSES, (name) => (name === 'boredom' ? 1 : 0));
    const { emotions, arousal } = head.read({ classes, arousal: -0.4, strangeness: 0 });
    expect(emotions.neutral).toBeCloseTo(0.96, 5);
    expect(arousal.mean).toBeLessThan(-0.4);
  });

  it('takes neither neutral nor any other emotion for likelier before anything is heard', () => {
    const head = createVoiceHead(pitchNet());
    const { emotions } = head.read({ classes: new Float32Array(CLASSES).fill(1 / CLASSES), arousal: 0, strangeness: 0 });
    for (const emotion of ['neutral', 'happiness', 'sadness', 'anger', 'disgust', 'fear'] as const) expect(emotions[emotion]).toBeCloseTo(0.16, 5);
  });

  it('is less sure of arousal where classes and features disagree', () => {
    const head = createVoiceHead(pitchNet());
    const classes = Float32Array.from(VOICE_CLASSES, (name) => (name === 'anger' ? 1 : 0));
    const [agree, differ] = [0.59, -0.4].map((arousal) => head.read({ classes, arousal, strangeness: 0 }).arousal);
    expect(differ!.variance).toBeGreaterThan(agree!.variance);
    expect(differ!.mean).toBeLessThan(agree!.mean);
  });
});

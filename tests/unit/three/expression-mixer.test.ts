import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { closedMouth, createAvatarFrame, EMOTIONS, VISEMES } from '../../../src/core/index.ts';
import {
  type ExpressionMixer, type FaceFrame, createExpressionMixer, MOUTH_BUDGET, SPEAKING_CAP,
} from '../../../src/three/index.ts';
import { PRESETS } from './minimal-vrm.ts';

const UNITS = [
  'browInnerUp', 'browDown', 'browOuterUp', 'cheekRaise', 'eyeWide', 'eyeSquint', 'noseWrinkle',
  'mouthSmile', 'mouthFrown', 'mouthPress', 'mouthPucker', 'jawOpen',
];
const FACE = new Set(['happy', 'sad', 'surprised', 'relaxed', 'mouthSmile', 'mouthFrown', 'mouthPress', 'jawOpen']);
const VOWELS = ['aa', 'ih', 'ou', 'ee', 'oh'];

function mixerFor(names: readonly string[], eyeClosure = 0.5): ExpressionMixer {
  return createExpressionMixer(new Map(names.map((name) => [name, { eyeClosure: name === 'happy' ? eyeClosure : 0, movesMouth: FACE.has(name) }])));
}

function frameOf(parts: { emotions?: Partial<FaceFrame['emotions']>; mouth?: Partial<FaceFrame['mouth']>; blink?: number }): FaceFrame {
  const frame = createAvatarFrame();
  return { emotions: { ...frame.emotions, ...parts.emotions }, mouth: { ...frame.mouth, ...parts.mouth }, blink: parts.blink ?? 0 };
}

function mixed(mixer: ExpressionMixer, frame: FaceFrame, speech = 0, lookDown = 0): Record<string, number> {
  mixer.mix(frame, Float64Array.of(speech, lookDown));
  return Object.fromEntries(mixer.names.map((name, slot) => [name, mixer.weights[slot] ?? Number.NaN]));
}

const sum = (weights: Record<string, number>, names: readonly string[]): number => names.reduce((total, name) => total + (weights[name] ?? 0), 0);

const anyNumber = fc.oneof(fc.double({ min: 0, max: 1, noNaN: true }), fc.double());
const anyFrame: fc.Arbitrary<FaceFrame> = fc.record({
  emotions: fc.record(Object.fromEntries(EMOTIONS.map((name) => [name, anyNumber]))) as fc.Arbitrary<FaceFrame['emotions']>,
  mouth: fc.record(Object.fromEntries(VISEMES.map((name) => [name, anyNumber]))) as fc.Arbitrary<FaceFrame['mouth']>,
  blink: anyNumber,
});
const anyAvatar = fc.subarray([...PRESETS, ...UNITS, 'Fear', 'disgust', 'contempt', ...VISEMES.map((name) => `viseme_${name}`)]);

describe('any frame on any avatar', () => {
  it('gives weights in [0, 1], whatever comes in', () => {
    fc.assert(fc.property(anyAvatar, anyFrame, anyNumber, anyNumber, (names, frame, speech, down) => {
      for (const weight of Object.values(mixed(mixerFor(names), frame, speech, down))) {
        expect(weight).toBeGreaterThanOrEqual(0);
        expect(weight).toBeLessThanOrEqual(1);
      }
    }));
  });

  it('lets emotions sum to at most 1', () => {
    const emotions = ['happy', 'sad', 'angry', 'surprised', 'relaxed', 'Fear', 'disgust', 'contempt', 'neutral'];
    fc.assert(fc.property(fc.subarray([...emotions, ...VOWELS]), anyFrame, anyNumber, (names, frame, speech) => {
      expect(sum(mixed(mixerFor(names), frame, speech), emotions)).toBeLessThanOrEqual(1 + 1e-9);
    }));
  });

  it('keeps emotions and visemes on the mouth within the budget while speaking', () => {
    const mouths = [...FACE, ...VOWELS, ...VISEMES.map((name) => `viseme_${name}`)];
    fc.assert(fc.property(fc.subarray([...PRESETS, ...VISEMES.map((name) => `viseme_${name}`)]), anyFrame, (names, frame) => {
      expect(sum(mixed(mixerFor(names), frame, 1), mouths)).toBeLessThanOrEqual(MOUTH_BUDGET + 1e-9);
    }));
  });

  it('never moves an expression that belongs to the eyes', () => {
    fc.assert(fc.property(anyAvatar, (names) => {
      expect(mixerFor(names).names.filter((name) => name.startsWith('look'))).toEqual([]);
    }));
  });
});

describe('speech', () => {
  it('is never frozen by a full smile', () => {
    const weights = mixed(mixerFor(PRESETS), frameOf({ emotions: { happiness: 1 }, mouth: { aa: 1 } }), 1);
    expect(weights['aa']).toBeGreaterThan(0.7);
    expect(weights['happy']).toBeCloseTo(SPEAKING_CAP);
  });

  it('leaves emotions alone that do not touch the mouth', () => {
    expect(mixed(mixerFor(PRESETS), frameOf({ emotions: { anger: 0.9 } }), 1)['angry']).toBeCloseTo(0.9);
  });

  it('shows the rest of a capped smile on cheeks and lids, where the avatar has them', () => {
    const weights = mixed(mixerFor([...PRESETS, ...UNITS]), frameOf({ emotions: { happiness: 1 } }), 1);
    expect(weights['cheekRaise']).toBeCloseTo(1 - SPEAKING_CAP);
    expect(weights['mouthSmile'] ?? 0).toBe(0);
  });

  it('prefers the avatar’s own visemes to vowels', () => {
    const weights = mixed(mixerFor([...PRESETS, 'viseme_PP']), frameOf({ mouth: { PP: 0.6, oh: 0.4 } }));
    expect(weights['viseme_PP']).toBeCloseTo(0.6);
    expect(weights['oh']).toBeCloseTo(0.4);
  });

  it('opens a mouth that knows only "aa" for every vowel', () => {
    for (const viseme of ['aa', 'E', 'ih', 'oh', 'ou'] as const) {
      expect(mixed(mixerFor(['aa']), frameOf({ mouth: { ...closedMouth(), [viseme]: 1 } }))['aa']).toBeGreaterThan(0.2);
    }
  });
});

describe('emotions', () => {
  it('go to their own expressions, whatever the case of a custom name', () => {
    const weights = mixed(mixerFor(['happy', 'Fear']), frameOf({ emotions: { happiness: 0.4, fear: 0.3 } }));
    expect(weights).toMatchObject({ happy: 0.4, Fear: 0.3 });
  });

  it('are built from action units, or else from presets, where an avatar lacks them', () => {
    const frame = frameOf({ emotions: { fear: 1 } });
    expect(mixerFor([...PRESETS, ...UNITS]).emotions.fear).toBe('units');
    expect(mixed(mixerFor([...PRESETS, ...UNITS]), frame)).toMatchObject({ browInnerUp: 1, surprised: 0 });
    expect(mixerFor(PRESETS).emotions.fear).toBe('blend');
    expect(mixed(mixerFor(PRESETS), frame)).toMatchObject({ surprised: 0.55, sad: 0.35 });
    expect(mixerFor(['aa']).emotions.fear).toBe('none');
  });

  it('leave the rest to the neutral expression, which gives way sooner to what is unpleasant: a faint smile would make sorrow that speaks look cheerful', () => {
    expect(mixed(mixerFor(PRESETS), frameOf({ emotions: { happiness: 0.3 } }))['neutral']).toBeCloseTo(0.7);
    expect(mixed(mixerFor(PRESETS), frameOf({ emotions: { sadness: 0.2 } }))['neutral']).toBeCloseTo(0.5);
    expect(mixed(mixerFor(PRESETS), frameOf({ emotions: { sadness: 0.5 } }))['neutral']).toBe(0);
  });
});

describe('lids', () => {
  it('close together: a smile that closes the eyes leaves a blink nothing to do', () => {
    const frame = frameOf({ emotions: { happiness: 1 }, blink: 1 });
    expect(mixed(mixerFor(PRESETS, 1), frame)['blink']).toBe(0);
    expect(mixed(mixerFor(PRESETS, 0.5), frame)['blink']).toBeCloseTo(0.5);
  });

  it('follow the eyes down a little, and still close fully', () => {
    const mixer = mixerFor(PRESETS);
    expect(mixed(mixer, frameOf({}), 0, -1)['blink']).toBeCloseTo(0.3);
    expect(mixed(mixer, frameOf({ blink: 1 }), 0, -1)['blink']).toBe(1);
  });

  it('blink one by one when the avatar has no common blink', () => {
    expect(mixed(mixerFor(['blinkLeft', 'blinkRight']), frameOf({ blink: 0.8 }))).toEqual({ blinkLeft: 0.8, blinkRight: 0.8 });
  });
});

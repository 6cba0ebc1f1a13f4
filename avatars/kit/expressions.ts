/** Base morphs, in the order in which they are stored. */
export const morphNames = [
  'browInnerUp', 'browDown', 'browOuterUpLeft', 'browOuterUpRight', 'cheekRaise', 'eyeWide', 'eyeSquint', 'lidDroop', 'lidStern',
  'noseWrinkle', 'smileLeft', 'smileRight', 'mouthFrown', 'mouthPress', 'mouthPucker', 'mouthStretch', 'upperLipUp', 'lowerLipDown',
  'lowerLipIn', 'jawOpen', 'tongueUp', 'blinkLeft', 'blinkRight', 'irisUp', 'irisDown', 'irisLeft', 'irisRight', 'irisShrink',
] as const;
export type MorphName = (typeof morphNames)[number];
export type Weights = Partial<Record<MorphName, number>>;

const smile = (w: number): Weights => ({ smileLeft: w, smileRight: w });
const blink = (w: number): Weights => ({ blinkLeft: w, blinkRight: w });
const browOuterUp = (w: number): Weights => ({ browOuterUpLeft: w, browOuterUpRight: w });

/**
 * The 18 presets of VRM 1.0. Action units (AU) after Ekman & Friesen's FACS.
 *
 * VRM scales a preset linearly, so each is built on the one or two units that tell it apart at a third of its weight.
 */
export const presets: Readonly<Record<string, Weights>> = {
  // AU 6 + 12, with the mouth open. The upper lid stays up: a smile that is not sleepy.
  happy: { ...smile(1), cheekRaise: 0.74, ...browOuterUp(0.2), browInnerUp: 0.16, upperLipUp: 0.3, jawOpen: 0.36 },
  // AU 4 + 5 + 7 + 23
  angry: { browDown: 1, lidStern: 1, eyeSquint: 0.16, mouthPress: 0.9, mouthFrown: 0.85, noseWrinkle: 0.3, lowerLipIn: 0.3 },
  // AU 1 + 4 + 15, eyes lowered
  sad: { browInnerUp: 1, browDown: 0.08, lidDroop: 0.72, mouthFrown: 1, irisDown: 0.4, mouthPress: 0.1 },
  // Soft smile, eyes at ease
  relaxed: { ...smile(0.55), cheekRaise: 0.42, browInnerUp: 0.14, ...browOuterUp(0.06), ...blink(0.16) },
  // AU 1 + 2 + 5 + 26: everything round
  surprised: { browInnerUp: 0.78, ...browOuterUp(1), eyeWide: 0.9, jawOpen: 0.82, mouthPucker: 0.62, irisShrink: 0.3 },
  neutral: { ...smile(0.2), cheekRaise: 0.08 },
  aa: { jawOpen: 0.85, lowerLipDown: 0.15, upperLipUp: 0.1 },
  ih: { jawOpen: 0.26, mouthStretch: 0.4, upperLipUp: 0.22, lowerLipDown: 0.24 },
  ou: { mouthPucker: 0.95, jawOpen: 0.26 },
  ee: { jawOpen: 0.14, mouthStretch: 0.7, ...smile(0.2), upperLipUp: 0.26, lowerLipDown: 0.3 },
  oh: { mouthPucker: 0.6, jawOpen: 0.58 },
  blink: blink(1),
  blinkLeft: { blinkLeft: 1 },
  blinkRight: { blinkRight: 1 },
  // The lids follow the gaze.
  lookUp: { irisUp: 1, eyeWide: 0.42, browInnerUp: 0.1, ...browOuterUp(0.1) },
  lookDown: { irisDown: 1, ...blink(0.32) },
  lookLeft: { irisLeft: 1 },
  lookRight: { irisRight: 1 },
};

/** What the mixer needs beside the presets: parts of the face, three further emotions, and the 15 visemes of the OVR set. */
export const customs: Readonly<Record<string, Weights>> = {
  browInnerUp: { browInnerUp: 1 },
  browDown: { browDown: 1 },
  browOuterUp: browOuterUp(1),
  cheekRaise: { cheekRaise: 1 },
  eyeWide: { eyeWide: 1 },
  eyeSquint: { eyeSquint: 1 },
  noseWrinkle: { noseWrinkle: 1 },
  mouthSmile: smile(1),
  mouthFrown: { mouthFrown: 1 },
  mouthPress: { mouthPress: 1 },
  mouthPucker: { mouthPucker: 1 },
  jawOpen: { jawOpen: 1 },
  // AU 1 + 2 + 4 + 5 + 20 + 26: brows high and knit, eyes wide round small irises, the mouth drawn sideways
  fear: { browInnerUp: 0.9, ...browOuterUp(0.22), browDown: 0.16, eyeWide: 1, mouthStretch: 1, mouthFrown: 0.38, jawOpen: 0.32, lowerLipDown: 0.42, irisShrink: 0.9 },
  // AU 9 + 15 + 16: the nose pulls the upper lip off the teeth
  disgust: { noseWrinkle: 1, upperLipUp: 0.8, browDown: 0.7, eyeSquint: 0.74, cheekRaise: 0.5, mouthFrown: 0.76, lowerLipDown: 0.2 },
  // AU R12A + R14A: one corner and the other brow, under heavy lids
  contempt: { smileRight: 1, mouthFrown: 0.16, mouthPress: 0.5, ...blink(0.36), browOuterUpLeft: 1, browDown: 0.36 },
  viseme_sil: { mouthPress: 0.08 },
  viseme_PP: { mouthPress: 1, mouthPucker: 0.2, lowerLipIn: 0.3 },
  viseme_FF: { lowerLipIn: 1, upperLipUp: 0.5, jawOpen: 0.08 },
  viseme_TH: { jawOpen: 0.3, tongueUp: 1, upperLipUp: 0.2, lowerLipDown: 0.1 },
  viseme_DD: { jawOpen: 0.24, tongueUp: 0.6, upperLipUp: 0.3, lowerLipDown: 0.1, mouthStretch: 0.1 },
  viseme_kk: { jawOpen: 0.42, upperLipUp: 0.14, mouthStretch: 0.2 },
  viseme_CH: { mouthPucker: 0.62, jawOpen: 0.2, upperLipUp: 0.6, lowerLipDown: 0.55 },
  viseme_SS: { jawOpen: 0.06, mouthStretch: 0.5, upperLipUp: 0.42, lowerLipDown: 0.5 },
  viseme_nn: { jawOpen: 0.16, tongueUp: 0.8, upperLipUp: 0.12 },
  viseme_RR: { mouthPucker: 0.42, jawOpen: 0.3, tongueUp: 0.3, upperLipUp: 0.2 },
  viseme_aa: { jawOpen: 0.85, lowerLipDown: 0.15, upperLipUp: 0.1 },
  viseme_E: { jawOpen: 0.44, mouthStretch: 0.5, upperLipUp: 0.2, lowerLipDown: 0.2 },
  viseme_ih: { jawOpen: 0.26, mouthStretch: 0.4, upperLipUp: 0.22, lowerLipDown: 0.24 },
  viseme_oh: { mouthPucker: 0.6, jawOpen: 0.58 },
  viseme_ou: { mouthPucker: 0.95, jawOpen: 0.26 },
};

export const visemeNames = Object.keys(customs).filter((n) => n.startsWith('viseme_'));

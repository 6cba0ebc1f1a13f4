/** Base morphs, in the order in which they are stored. */
export const morphNames = [
  'browInnerUp', 'browDown', 'browOuterUp', 'cheekRaise', 'eyeWide', 'eyeSquint', 'noseWrinkle', 'smileLeft', 'smileRight', 'mouthFrown',
  'mouthPress', 'mouthPucker', 'mouthStretch', 'upperLipUp', 'lowerLipDown', 'lowerLipIn', 'jawOpen', 'tongueUp', 'blinkLeft', 'blinkRight',
  'irisUp', 'irisDown', 'irisLeft', 'irisRight', 'irisShrink',
] as const;
export type MorphName = (typeof morphNames)[number];
export type Weights = Partial<Record<MorphName, number>>;

const smile = (w: number): Weights => ({ smileLeft: w, smileRight: w });
const blink = (w: number): Weights => ({ blinkLeft: w, blinkRight: w });

/** The 18 presets of VRM 1.0. Action units (AU) after Ekman & Friesen's FACS. */
export const presets: Readonly<Record<string, Weights>> = {
  // AU 6 + 12, with the mouth a little open. The upper lid stays up: a smile that is not sleepy.
  happy: { ...smile(1), cheekRaise: 0.72, browOuterUp: 0.22, browInnerUp: 0.12, upperLipUp: 0.3, jawOpen: 0.26 },
  // AU 4 + 5 + 7 + 23
  angry: { browDown: 1, eyeSquint: 0.3, eyeWide: 0.12, mouthPress: 0.75, mouthFrown: 0.42, noseWrinkle: 0.28 },
  // AU 1 + 4 + 15, eyes a little lowered
  sad: { browInnerUp: 1, browDown: 0.12, mouthFrown: 0.9, eyeSquint: 0.24, irisDown: 0.22, lowerLipIn: -0.25 },
  // Soft smile, eyes at ease
  relaxed: { ...smile(0.52), cheekRaise: 0.3, browInnerUp: 0.12, browOuterUp: 0.06, ...blink(0.13) },
  // AU 1 + 2 + 5 + 26
  surprised: { browInnerUp: 0.85, browOuterUp: 0.95, eyeWide: 0.95, jawOpen: 0.62, mouthPucker: 0.28, irisShrink: 0.35 },
  neutral: { ...smile(0.06) },
  aa: { jawOpen: 0.85, lowerLipDown: 0.15, upperLipUp: 0.1 },
  ih: { jawOpen: 0.26, mouthStretch: 0.5, upperLipUp: 0.28, lowerLipDown: 0.3 },
  ou: { mouthPucker: 0.95, jawOpen: 0.26 },
  ee: { jawOpen: 0.16, mouthStretch: 0.85, ...smile(0.16), upperLipUp: 0.3, lowerLipDown: 0.35 },
  oh: { mouthPucker: 0.6, jawOpen: 0.58 },
  blink: blink(1),
  blinkLeft: { blinkLeft: 1 },
  blinkRight: { blinkRight: 1 },
  // The lids follow the gaze.
  lookUp: { irisUp: 1, eyeWide: 0.42, browOuterUp: 0.12 },
  lookDown: { irisDown: 1, ...blink(0.3) },
  lookLeft: { irisLeft: 1 },
  lookRight: { irisRight: 1 },
};

/** What the mixer needs beside the presets: parts of the face, three further emotions, and the 15 visemes of the OVR set. */
export const customs: Readonly<Record<string, Weights>> = {
  browInnerUp: { browInnerUp: 1 },
  browDown: { browDown: 1 },
  browOuterUp: { browOuterUp: 1 },
  cheekRaise: { cheekRaise: 1 },
  eyeWide: { eyeWide: 1 },
  eyeSquint: { eyeSquint: 1 },
  noseWrinkle: { noseWrinkle: 1 },
  mouthSmile: smile(1),
  mouthFrown: { mouthFrown: 1 },
  mouthPress: { mouthPress: 1 },
  mouthPucker: { mouthPucker: 1 },
  jawOpen: { jawOpen: 1 },
  // AU 1 + 2 + 4 + 5 + 20 + 26
  fear: { browInnerUp: 1, browOuterUp: 0.28, browDown: 0.22, eyeWide: 0.95, mouthStretch: 0.8, jawOpen: 0.28, lowerLipDown: 0.3, irisShrink: 0.6 },
  // AU 9 + 15 + 16
  disgust: { noseWrinkle: 1, browDown: 0.55, eyeSquint: 0.62, mouthFrown: 0.55, upperLipUp: 0.55, lowerLipDown: 0.28, cheekRaise: 0.25 },
  // AU R12A + R14A: one corner only
  contempt: { smileRight: 0.85, mouthPress: 0.4, eyeSquint: 0.5, browDown: 0.2, mouthFrown: 0.12 },
  viseme_sil: { mouthPress: 0.08 },
  viseme_PP: { mouthPress: 0.85, mouthPucker: 0.12 },
  viseme_FF: { lowerLipIn: 1, upperLipUp: 0.42, jawOpen: 0.06 },
  viseme_TH: { jawOpen: 0.26, tongueUp: 0.9, upperLipUp: 0.2, lowerLipDown: 0.15 },
  viseme_DD: { jawOpen: 0.22, tongueUp: 0.65, upperLipUp: 0.18, lowerLipDown: 0.22 },
  viseme_kk: { jawOpen: 0.3, upperLipUp: 0.12, mouthStretch: 0.15 },
  viseme_CH: { mouthPucker: 0.5, jawOpen: 0.2, upperLipUp: 0.45, lowerLipDown: 0.5 },
  viseme_SS: { jawOpen: 0.1, mouthStretch: 0.55, upperLipUp: 0.34, lowerLipDown: 0.42 },
  viseme_nn: { jawOpen: 0.2, tongueUp: 0.55, mouthStretch: 0.15, upperLipUp: 0.1 },
  viseme_RR: { mouthPucker: 0.38, jawOpen: 0.24, tongueUp: 0.25, upperLipUp: 0.2 },
  viseme_aa: { jawOpen: 0.85, lowerLipDown: 0.15, upperLipUp: 0.1 },
  viseme_E: { jawOpen: 0.4, mouthStretch: 0.5, upperLipUp: 0.2, lowerLipDown: 0.2 },
  viseme_ih: { jawOpen: 0.26, mouthStretch: 0.5, upperLipUp: 0.28, lowerLipDown: 0.3 },
  viseme_oh: { mouthPucker: 0.6, jawOpen: 0.58 },
  viseme_ou: { mouthPucker: 0.95, jawOpen: 0.26 },
};

export const visemeNames = Object.keys(customs).filter((n) => n.startsWith('viseme_'));

import type { Emotion, Unit, Viseme } from '../../core/index.ts';

/** How much of each expression a look takes at full weight. */
export type Ingredients = Readonly<Record<string, Unit>>;

/** How one emotion can be shown, best first: by an expression of its own, by facial action units, by a blend. */
export interface EmotionLook {
  /** The VRM preset, or the custom expression of this name. */
  readonly whole: string;
  /** Custom expressions of the brows, lids and cheeks; also what remains of the emotion while the mouth speaks. */
  readonly upper: Ingredients;
  /** Custom expressions of the mouth. */
  readonly lower: Ingredients;
  /** Presets that come near it, for avatars that have neither of the above. */
  readonly blend: Ingredients;
}

/** Every shown emotion; neutral is what remains of the weight. Action units after Ekman and Friesen's FACS. */
export const EMOTION_LOOKS: Readonly<Record<Exclude<Emotion, 'neutral'>, EmotionLook>> = {
  happiness: { whole: 'happy', upper: { cheekRaise: 1, eyeSquint: 0.4 }, lower: { mouthSmile: 1 }, blend: { relaxed: 1 } },
  sadness: { whole: 'sad', upper: { browInnerUp: 1 }, lower: { mouthFrown: 0.8 }, blend: {} },
  anger: { whole: 'angry', upper: { browDown: 1, eyeSquint: 0.5 }, lower: { mouthPress: 0.7 }, blend: {} },
  surprise: { whole: 'surprised', upper: { browInnerUp: 0.8, browOuterUp: 1, eyeWide: 0.7 }, lower: { jawOpen: 0.4 }, blend: {} },
  fear: {
    whole: 'fear', upper: { browInnerUp: 1, browOuterUp: 0.5, browDown: 0.3, eyeWide: 0.8 }, lower: { jawOpen: 0.25 },
    blend: { surprised: 0.55, sad: 0.35 },
  },
  disgust: {
    whole: 'disgust', upper: { noseWrinkle: 1, browDown: 0.4 }, lower: { mouthFrown: 0.5 }, blend: { angry: 0.45, sad: 0.3 },
  },
  contempt: {
    whole: 'contempt', upper: { eyeSquint: 0.4 }, lower: { mouthPress: 0.8 }, blend: { angry: 0.3, relaxed: 0.25 },
  },
};

/** The VRM vowels that stand for a viseme where the avatar has no `viseme_*` expression; lips that meet have none. */
export const VISEME_VOWELS: Readonly<Record<Viseme, Ingredients>> = {
  sil: {}, PP: {}, FF: { ih: 0.12 }, TH: { ih: 0.25 }, DD: { ih: 0.3 }, kk: { ih: 0.2, aa: 0.12 }, CH: { ou: 0.4 },
  SS: { ee: 0.3 }, nn: { ih: 0.22, aa: 0.08 }, RR: { ou: 0.3, oh: 0.12 },
  aa: { aa: 1 }, E: { ee: 0.65, aa: 0.25 }, ih: { ih: 0.6, ee: 0.35 }, oh: { oh: 1 }, ou: { ou: 1 },
};

/** How far `aa` opens the mouth in place of a vowel that the avatar lacks. */
export const VOWEL_AS_AA: Ingredients = { aa: 1, ih: 0.35, ou: 0.3, ee: 0.5, oh: 0.7 };

import { type AffectState, type Emotion, type Language, likeliest } from '../core/index.ts';

/** A feeling must stand out this far to be remembered with a topic. */
const CLEAR = 0.3;

const TELLING: Readonly<Record<Language, Readonly<Partial<Record<Emotion, string>>>>> = {
  en: { fear: ' It seemed to worry me.', sadness: ' It seemed to weigh on me.', anger: ' It seemed to annoy me.', happiness: ' I seemed glad about it.' },
  zh: { fear: '当时好像有点担心。', sadness: '当时好像有点难过。', anger: '当时好像有点生气。', happiness: '当时好像挺高兴。' },
};

/** How the player seems to feel, where that is clear and can be told in a sentence. */
export function feelingOf({ estimate: { emotions } }: AffectState): Emotion | null {
  const feeling = likeliest(emotions);
  return emotions[feeling] > CLEAR && TELLING.en[feeling] !== undefined ? feeling : null;
}

/** The sentence that is added about a feeling; empty for none. */
export function tellFeeling(feeling: Emotion | null, language: Language): string {
  return (feeling && TELLING[language][feeling]) ?? '';
}

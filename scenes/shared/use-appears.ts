import { EMOTIONS, type EmotionDistribution, likeliest } from 'attune';
import { useTranslation } from 'react-i18next';
import { wordFor } from './emotion-words.ts';
import { percent } from './measures.ts';

/** Less than twice what chance gives each of the eight says nothing. */
const LEAST = 2 / EMOTIONS.length;
/** Emotions that are this much less likely than the likeliest can't be told from it. */
const APART = 0.03;
/** More of them than this are as good as unknown. */
const MOST = 4;

/** Says which emotion a voice or a text appears to carry, or between which it can't be decided; null where that is unknown. */
export function useAppears(words: 'microphone' | 'text'): (estimate: { readonly emotions: EmotionDistribution } | null) => string | null {
  const { t, i18n } = useTranslation();
  return (estimate) => {
    if (!estimate) return null;
    const { emotions } = estimate;
    const most = emotions[likeliest(emotions)];
    const near = EMOTIONS.filter((emotion) => emotions[emotion] > most - APART);
    if (most < LEAST || near.length > MOST) return null;
    const names = new Intl.ListFormat(i18n.language, { type: 'disjunction' }).format(near.map((emotion) => t(`emotions.${emotion}`)));
    return near.length > 1 ? t(`${words}.appears.several`, { names }) : t(`${words}.appears.one`, { names, word: t(`state.${wordFor(most)}`), share: percent(most) });
  };
}

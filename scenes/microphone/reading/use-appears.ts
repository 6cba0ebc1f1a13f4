import { type AffectState, EMOTIONS, likeliest } from 'attune';
import { useTranslation } from 'react-i18next';
import { unknownEmotions, wordFor } from '../../shared/emotion-list.tsx';
import { percent } from '../../shared/measures.ts';

/** Emotions that are this much less likely than the likeliest can't be told from it. */
const APART = 0.03;
/** More of them than this are as good as unknown. */
const MOST = 4;

/** Says which emotion a voice appears to carry, or between which it can't be decided; null where that is unknown. */
export function useAppears(): (affect: AffectState) => string | null {
  const { t, i18n } = useTranslation();
  return (affect) => {
    const { emotions } = affect.estimate;
    const most = emotions[likeliest(emotions)];
    const near = EMOTIONS.filter((emotion) => emotions[emotion] > most - APART);
    if (unknownEmotions(affect) || near.length > MOST) return null;
    const names = new Intl.ListFormat(i18n.language, { type: 'disjunction' }).format(near.map((emotion) => t(`emotions.${emotion}`)));
    return near.length > 1 ? t('microphone.appears.several', { names }) : t('microphone.appears.one', { names, word: t(`state.${wordFor(most)}`), share: percent(most) });
  };
}

import type { Seconds } from 'attune';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import type { Shown } from '../voicing.ts';
import { readingAt } from './reading-at.ts';

/** Puts a moment into words, for the eye and for a screen reader. */
export function useDescribe(shown: Shown): (at: Seconds) => string {
  const { t } = useTranslation();
  return useCallback((at) => {
    const { phone, viseme, pitch } = readingAt(shown, at);
    return [
      t('speech.picture.seconds', { seconds: at.toFixed(2) }),
      t('speech.reading.phone', { phone: phone === null || phone === 'pau' ? t('speech.reading.pause') : phone }),
      t('speech.reading.mouth', { shape: viseme ?? t('speech.reading.rest') }),
      pitch === null ? t('speech.reading.unvoiced') : `${Math.round(pitch)} Hz`,
    ].join(' · ');
  }, [shown, t]);
}

import type { ReadText } from 'attune/browser';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { percent } from '../../shared/measures.ts';
import { useReading } from '../reading-context.ts';

/** Which of the visitor's own intents a text has; null as long as there are none to have. */
export function useOwnIntentWords(): (read: ReadText) => string | null {
  const { t } = useTranslation();
  const learnt = useStore(useReading().intents.view, ({ state }) => state === 'learnt');
  return ({ domain }) => (domain ? t('text.own.one', { name: domain.name, share: percent(domain.confidence) }) : learnt ? t('text.own.none') : null);
}

import type { SessionTrace } from 'attune/record';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { lanesOf } from './lanes-of.ts';
import type { Lane } from './lane.ts';

/** The lanes of a session in the language of the page. */
export function useLanes(trace: SessionTrace | null): readonly Lane[] {
  const { t } = useTranslation();
  return useMemo(() => (trace ? lanesOf(trace, t) : []), [trace, t]);
}

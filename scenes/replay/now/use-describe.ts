import { likeliest } from 'attune';
import type { SessionTrace } from 'attune/record';
import type { TFunction } from 'i18next';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { AXES, type Axis } from '../../shared/course.ts';
import { emotionsUnknown, wordFor } from '../../shared/emotion-words.ts';
import { percent } from '../../shared/measures.ts';
import { figure } from '../figure.ts';
import { emotionsAt, rowAt } from './row-at.ts';

/** Less certainty than this is as good as none. */
const LEAST_CERTAIN = 0.1;

/** A word for where a value lies between the poles of its axis. */
function pole(axis: Axis, value: number, t: TFunction): string {
  if (Math.abs(value) < 0.1) return t('replay.poles.middle');
  const word = t(`text.poles.${axis}.${value > 0 ? 'high' : 'low'}`);
  return Math.abs(value) < 0.3 ? t('replay.poles.little', { word }) : word;
}

/** Tells a moment of a session in a few sentences of words and numbers. */
export function useDescribe(trace: SessionTrace): (moment: number) => string {
  const { t, i18n } = useTranslation();
  return useCallback((moment) => {
    const row = rowAt(trace, moment);
    const phase = trace.phases.find(({ start, end }) => moment >= start && moment < end)?.value ?? trace.phases.at(-1)?.value ?? 'absent';
    const emotions = emotionsAt(trace, row);
    const most = emotions && !emotionsUnknown({ emotions }) ? likeliest(emotions) : null;
    const axes = AXES.flatMap((axis) => {
      const value = trace.fused[axis].mean[row];
      const certain = (trace.fused.certainty[row] ?? 0) > LEAST_CERTAIN;
      return value === undefined || Number.isNaN(value) || !certain ? [] : [`${t(`state.${axis}`)} ${figure(value)} (${pole(axis, value, t)})`];
    });
    return [
      t(`replay.now.phases.${phase}`),
      phase === 'absent' ? '' : most === null || !emotions ? t('replay.now.unknown') : t('replay.now.appears', { word: t(`state.${wordFor(emotions[most])}`), emotion: t(`emotions.${most}`), share: percent(emotions[most]) }),
      phase === 'absent' || axes.length === 0 ? '' : t('replay.now.axes', { axes: axes.join(t('replay.now.comma')) }),
    ].filter((each) => each !== '').join(i18n.language === 'zh' ? '' : ' ');
  }, [trace, t, i18n]);
}

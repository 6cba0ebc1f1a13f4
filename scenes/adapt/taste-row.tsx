import type { StyleRespect } from 'attune';
import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { leaningOf } from '../shared/leaning.ts';
import { signed } from '../shared/measures.ts';
import type { MeetingView, Side } from './meeting.ts';
import classes from './taste-row.module.css';

/** Half of the drawing's width, for a gain of this much. */
const HALF = 100;
const MOST = 0.35;
const across = (gain: number): number => Math.max(-HALF, Math.min(HALF, (gain / MOST) * HALF));

interface TasteRowProps {
  readonly respect: StyleRespect;
  readonly sides: MeetingView['sides'][StyleRespect];
  readonly tried: readonly [number, number, number];
  readonly truth: boolean;
}

/** One respect: in words what is believed, and as dots with whiskers what less and more of it seem to do. */
export function TasteRow({ respect, sides, tried, truth }: TasteRowProps) {
  const { t } = useTranslation();
  const leaning = leaningOf(sides);
  const sentence = leaning.sureness === 'unknown' ? t('adapt.notKnown') : t(`adapt.sure.${leaning.sureness}`, { what: t(`adapt.leanings.${respect}.${leaning.side}`) });
  const total = Math.max(1, tried[0] + tried[1] + tried[2]);
  return (
    <article className={classes.row} data-testid={`taste-${respect}`} data-side={leaning.side} data-sureness={leaning.sureness}>
      <div>
        <Text fw={600}>{t(`adapt.respects.${respect}`)}</Text>
        <Text size="sm">{sentence}</Text>
      </div>
      <svg viewBox="-164 -26 282 52" className={classes.plot} role="img" aria-label={`${t('adapt.side.less')} ${signed(sides.less.mean)}, ${t('adapt.side.more')} ${signed(sides.more.mean)}`}>
        <path d="M0 -22V22" className={classes.axis} />
        <One side={sides.less} y={-11} label={t('adapt.side.less')} truth={truth} />
        <One side={sides.more} y={11} label={t('adapt.side.more')} truth={truth} />
      </svg>
      <div className={classes.tried} aria-label={t('adapt.tried', { less: tried[0], own: tried[1], more: tried[2] })} role="img">
        {tried.map((count, k) => <span key={['less', 'own', 'more'][k]} style={{ flexGrow: count / total }} data-level={k} />)}
      </div>
    </article>
  );
}

function One({ side: { mean, deviation, truth: real }, y, label, truth }: { side: Side; y: number; label: string; truth: boolean }) {
  return (
    <g>
      <text x={-HALF - 12} y={y + 4} textAnchor="end" className={classes.label}>{label}</text>
      <path d={`M${across(mean - 1.96 * deviation)} ${y}H${across(mean + 1.96 * deviation)}`} className={classes.whisker} />
      <circle cx={across(mean)} cy={y} r={5} className={classes.dot} />
      {truth && <path d={`M${across(real)} ${y - 7}l7 7l-7 7l-7 -7z`} className={classes.truth} />}
    </g>
  );
}

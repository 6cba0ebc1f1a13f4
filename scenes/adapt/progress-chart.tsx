import { Group, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { percent } from '../shared/measures.ts';
import type { MeetingView, Span } from './meeting.ts';
import classes from './progress-chart.module.css';

const [WIDTH, HEIGHT] = [440, 160];
const LINES = ['best', 'chosen', 'own'] as const;

/** How content the person is on average, by 25 turns, beside what the character's own way and the best would have come to. */
export function ProgressChart({ spans, changedAt }: Pick<MeetingView, 'spans' | 'changedAt'>) {
  const { t } = useTranslation();
  const last = spans.at(-1);
  const most = Math.max(100, last?.turn ?? 0, ...changedAt);
  const point = (line: (typeof LINES)[number], span: Span): string => `${(span.turn / most) * WIDTH} ${(1 - span[line]) * HEIGHT}`;
  return (
    <figure className={classes.figure}>
      <svg viewBox={`-72 -16 ${WIDTH + 80} ${HEIGHT + 46}`} className={classes.chart} role="img" aria-label={last ? t('adapt.progressOf', { chosen: percent(last.chosen), own: percent(last.own), best: percent(last.best) }) : t('adapt.noTurns')}>
        {[0, 0.5, 1].map((share) => (
          <g key={share}>
            <path d={`M0 ${(1 - share) * HEIGHT}H${WIDTH}`} className={classes.grid} />
            <text x={-8} y={(1 - share) * HEIGHT} dominantBaseline="central" textAnchor="end" className={classes.label}>{percent(share)}</text>
          </g>
        ))}
        {changedAt.map((turn) => <path key={turn} d={`M${(turn / most) * WIDTH} 0V${HEIGHT}`} className={classes.change} />)}
        {LINES.map((line) => <polyline key={line} points={spans.map((span) => point(line, span)).join(' ')} className={classes[line]} />)}
        <text x={WIDTH} y={HEIGHT + 24} textAnchor="end" className={classes.label}>{t('adapt.turns', { count: most })}</text>
      </svg>
      <Group component="figcaption" gap="md">
        {LINES.map((line) => (
          <Group key={line} gap={6} wrap="nowrap">
            <svg width={22} height={8} aria-hidden><path d="M0 4H22" className={classes[line]} /></svg>
            <Text size="sm">{t(`adapt.lines.${line}`)}</Text>
          </Group>
        ))}
      </Group>
    </figure>
  );
}

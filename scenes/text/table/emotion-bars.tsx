import { Group, Text } from '@mantine/core';
import { useElementSize } from '@mantine/hooks';
import { IconPhotoDown, IconTableDown } from '@tabler/icons-react';
import { EMOTIONS, type Emotion } from 'attune';
import { useId, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { SaveButton } from '../../shared/save-button.tsx';
import { saveCsv, saveSvgAsPng } from '../../shared/save-file.ts';
import type { Summary } from './summarise.ts';
import classes from './emotion-bars.module.css';

/** In pixels: of a row, of its bar, and what is left for names and counts beside it. */
const [ROW, BAR, NAMES, COUNTS] = [28, 16, 92, 108] as const;

/** How many texts appear to express what, the most first; what is unknown comes last and hatched. */
export function EmotionBars({ summary: { counts, read } }: { summary: Summary }) {
  const { t, i18n } = useTranslation();
  const { ref: frame, width } = useElementSize();
  const drawing = useRef<SVGSVGElement>(null);
  const hatch = useId();
  const sorted: readonly (Emotion | 'unknown')[] = [...[...EMOTIONS].sort((a, b) => counts[b] - counts[a]), 'unknown'];
  const nameOf = (each: Emotion | 'unknown'): string => (each === 'unknown' ? t('state.unknown') : t(`emotions.${each}`));
  const most = Math.max(1, ...Object.values(counts));
  const share = (count: number): string => (read === 0 ? '' : `${((100 * count) / read).toFixed(1)} %`);
  const height = sorted.length * ROW;
  const across = Math.max(0, width - NAMES - COUNTS);
  const told = (count: number): string => `${count.toLocaleString(i18n.language)} · ${share(count)}`;
  const saveRows = (): void => saveCsv('attune-emotions.csv', ['emotion', 'texts', 'share_percent'], sorted.map((each) => [each, counts[each], read === 0 ? null : Number(((100 * counts[each]) / read).toFixed(2))]));
  return (
    <div ref={frame}>
      <Group justify="space-between" wrap="nowrap" mb={4}>
        <Text size="sm" c="dimmed">{t('text.summary.bars')}</Text>
        <Group gap={4} wrap="nowrap">
          <SaveButton label={t('state.png')} icon={IconPhotoDown} onClick={() => drawing.current && saveSvgAsPng('attune-emotions.png', drawing.current)} />
          <SaveButton label={t('state.csv')} icon={IconTableDown} onClick={saveRows} />
        </Group>
      </Group>
      <svg ref={drawing} width={width} height={height} viewBox={`0 0 ${width} ${height}`} className={classes.chart} role="img" aria-label={sorted.map((each) => `${nameOf(each)}: ${told(counts[each])}`).join('; ')} data-testid="emotion-bars">
        <defs>
          <pattern id={hatch} width={8} height={8} patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect width={2} height={8} className={classes.hatch} /></pattern>
        </defs>
        {sorted.map((each, at) => (
          <g key={each}>
            <text x={0} y={at * ROW + ROW / 2 + 5} className={classes.name}>{nameOf(each)}</text>
            <rect x={NAMES} y={at * ROW + (ROW - BAR) / 2} width={(across * counts[each]) / most} height={BAR} rx={3} className={classes.bar} {...(each === 'unknown' ? { fill: `url(#${hatch})` } : { fill: 'var(--sense-text)' })} />
            <text x={NAMES + (across * counts[each]) / most + 8} y={at * ROW + ROW / 2 + 5} className={classes.count}>{told(counts[each])}</text>
          </g>
        ))}
      </svg>
    </div>
  );
}

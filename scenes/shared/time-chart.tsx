import { Group, Text, useComputedColorScheme } from '@mantine/core';
import { useElementSize } from '@mantine/hooks';
import { IconPhotoDown, IconTableDown } from '@tabler/icons-react';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { SaveButton } from './save-button.tsx';
import { saveCsv, saveFile } from './save-file.ts';
import { TimePlot } from './time-plot.tsx';
import type { Drawing, Line } from './uplot-options.ts';
import classes from './time-chart.module.css';

interface TimeChartProps extends Drawing {
  /** Of the files that are saved from it. */
  readonly name: string;
}

/** Series over time with bands of uncertainty and gaps, read by pointer or keyboard, saved as PNG or CSV. */
export function TimeChart({ name, ...drawing }: TimeChartProps) {
  const { t, i18n } = useTranslation();
  const scheme = useComputedColorScheme('light');
  const { ref: frame, width } = useElementSize();
  const canvas = useRef<HTMLDivElement>(null);
  const { times, lines } = drawing;
  const saveRows = (): void => {
    const series = [times, ...lines.flatMap(({ mean, deviation }) => (deviation ? [mean, deviation] : [mean]))];
    const head = ['time_s', ...lines.flatMap(({ label, deviation }) => (deviation ? [label, `${label}_sd`] : [label]))];
    saveCsv(`${name}.csv`, head, times.map((_, index) => series.map((values) => values[index] ?? null)));
  };
  const savePicture = (): void => canvas.current?.querySelector('canvas')?.toBlob((blob) => blob && saveFile(`${name}.png`, blob));
  return (
    <div ref={frame} data-testid={name}>
      <Group justify="space-between" align="flex-start" gap="xs" wrap="nowrap" mb={4}>
        <Group gap="md">{lines.map((line) => <Key key={line.label} line={line} />)}</Group>
        <Group gap={4} wrap="nowrap">
          <SaveButton label={t('state.png')} icon={IconPhotoDown} onClick={savePicture} />
          <SaveButton label={t('state.csv')} icon={IconTableDown} onClick={saveRows} />
        </Group>
      </Group>
      <div ref={canvas} className={classes.canvas}>
        {/* What a plot can't change in place makes it anew. */}
        {width > 0 && <TimePlot key={`${scheme} ${i18n.language} ${width} ${lines.length}`} width={width} {...drawing} />}
      </div>
    </div>
  );
}

function Key({ line: { label, colour, dash, dots = false } }: { line: Line }) {
  return (
    <Group gap={6} wrap="nowrap">
      <svg width={22} height={6} aria-hidden>
        {dots ? <circle cx={11} cy={3} r={3} style={{ fill: colour }} /> : <line x1={0} x2={22} y1={3} y2={3} style={{ stroke: colour }} strokeWidth={2} strokeDasharray={dash.join(' ')} />}
      </svg>
      <Text size="sm">{label}</Text>
    </Group>
  );
}

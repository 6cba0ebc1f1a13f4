import 'uplot/dist/uPlot.min.css';
import { Button, Group, Text, useComputedColorScheme } from '@mantine/core';
import { useElementSize } from '@mantine/hooks';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import uPlot from 'uplot';
import { saveCsv, saveFile } from './save-file.ts';
import classes from './time-chart.module.css';

/** A line with its uncertainty; null where there is no data. */
export interface Line {
  readonly label: string;
  /** A CSS colour; may be a variable. */
  readonly colour: string;
  readonly dash: readonly number[];
  readonly mean: readonly (number | null)[];
  /** One standard deviation. */
  readonly deviation: readonly (number | null)[];
}

interface TimeChartProps {
  readonly name: string;
  /** In seconds. */
  readonly times: readonly number[];
  readonly lines: readonly Line[];
  readonly range: readonly [number, number];
}

/** Minutes and seconds. */
export const clockFace = (seconds: number): string => `${Math.floor(seconds / 60)}:${String(Math.floor(Math.max(0, seconds) % 60)).padStart(2, '0')}`;

/** Series over time with bands of uncertainty and gaps, read by pointer or keyboard, saved as PNG or CSV. */
export function TimeChart({ name, times, lines, range }: TimeChartProps) {
  const { t, i18n } = useTranslation();
  const scheme = useComputedColorScheme('light');
  const { ref: frame, width } = useElementSize();
  const place = useRef<HTMLDivElement>(null);
  const plot = useRef<uPlot>(null);
  const [read, setRead] = useState('');
  const labels = lines.map(({ label }) => label).join('|');

  const data = [times, ...lines.flatMap(({ mean, deviation }) => [
    mean,
    mean.map((value, index) => (value === null ? null : value + (deviation[index] ?? 0))),
    mean.map((value, index) => (value === null ? null : value - (deviation[index] ?? 0))),
  ])] as unknown as uPlot.AlignedData;
  const latest = useRef(data);
  latest.current = data;

  useEffect(() => {
    if (!place.current || width === 0) return undefined;
    const style = getComputedStyle(place.current);
    const resolve = (colour: string): string => (colour.startsWith('var(') ? style.getPropertyValue(colour.slice(4, -1)).trim() : colour);
    const axis = { stroke: style.color, grid: { stroke: resolve('var(--attune-line)'), width: 1 }, ticks: { show: false }, font: `12px ${style.fontFamily}` };
    const made = new uPlot({
      width, height: 170, legend: { show: false }, cursor: { y: false, drag: { x: false, y: false } },
      scales: { x: { time: false }, y: { range: [range[0], range[1]] } },
      axes: [{ ...axis, values: (_, ticks) => ticks.map(clockFace), space: 60 }, { ...axis, size: 36 }],
      series: [{}, ...lines.flatMap(({ label, colour, dash }): uPlot.Series[] => [
        { label, stroke: resolve(colour), width: 2, dash: [...dash], points: { show: false }, spanGaps: false },
        { stroke: 'transparent', points: { show: false } }, { stroke: 'transparent', points: { show: false } },
      ])],
      bands: lines.map(({ colour }, index) => ({ series: [index * 3 + 2, index * 3 + 3], fill: `${resolve(colour)}2e` })),
      hooks: {
        setCursor: [({ cursor, data: shown }) => {
          const at = cursor.idx;
          if (at === null || at === undefined) return setRead('');
          const values = lines.map(({ label }, index) => `${label} ${shown[index * 3 + 1]?.[at]?.toFixed(2) ?? t('state.nothing')}`);
          setRead(t('state.at', { time: clockFace(shown[0][at] ?? 0), values: values.join(', ') }));
        }],
      },
    }, latest.current, place.current);
    plot.current = made;
    return () => made.destroy();
    // The plot is made anew only for what it can't change in place.
  }, [width, scheme, labels, i18n.language]);

  useEffect(() => plot.current?.setData(data), [data]);

  const onKeyDown = (event: KeyboardEvent): void => {
    const shown = plot.current;
    const turn = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
    if (!shown || turn === undefined) return;
    event.preventDefault();
    const next = Math.min(times.length - 1, Math.max(0, (shown.cursor.idx ?? times.length - 1) + turn));
    shown.setCursor({ left: shown.valToPos(times[next] ?? 0, 'x'), top: 10 });
  };
  const saveRows = (): void => saveCsv(`${name}.csv`, ['time_s', ...lines.flatMap(({ label }) => [label, `${label}_sd`])],
    times.map((time, index) => [time, ...lines.flatMap(({ mean, deviation }) => [mean[index] ?? null, deviation[index] ?? null])]));

  return (
    <div ref={frame}>
      <Group gap="md" mb={4}>
        {lines.map(({ label, colour, dash }) => (
          <Group key={label} gap={6} wrap="nowrap">
            <svg width={22} height={6} aria-hidden><line x1={0} x2={22} y1={3} y2={3} style={{ stroke: colour }} strokeWidth={2} strokeDasharray={dash.join(' ')} /></svg>
            <Text size="sm">{label}</Text>
          </Group>
        ))}
      </Group>
      <div ref={place} className={classes.plot} tabIndex={0} role="img" aria-label={`${t('state.course')}. ${t('state.chartKeys')}`} onKeyDown={onKeyDown} />
      <Text size="xs" c="dimmed" aria-live="polite" mih="1.5em">{read}</Text>
      <Group gap="xs" mt={4}>
        <Button size="compact-xs" variant="default" onClick={() => place.current?.querySelector('canvas')?.toBlob((blob) => blob && saveFile(`${name}.png`, blob))}>{t('state.png')}</Button>
        <Button size="compact-xs" variant="default" onClick={saveRows}>{t('state.csv')}</Button>
      </Group>
    </div>
  );
}

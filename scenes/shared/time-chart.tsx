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
  const canvas = useRef<HTMLDivElement>(null);
  const saveRows = (): void => saveCsv(`${name}.csv`, ['time_s', ...lines.flatMap(({ label }) => [label, `${label}_sd`])],
    times.map((time, index) => [time, ...lines.flatMap(({ mean, deviation }) => [mean[index] ?? null, deviation[index] ?? null])]));
  const savePicture = (): void => canvas.current?.querySelector('canvas')?.toBlob((blob) => blob && saveFile(`${name}.png`, blob));
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
      <div ref={canvas} className={classes.canvas}>
        {/* What a plot can't change in place makes it anew. */}
        {width > 0 && <Plot key={`${scheme} ${i18n.language} ${width}`} width={width} times={times} lines={lines} range={range} />}
      </div>
      <Group gap="xs" mt={4}>
        <Button size="compact-xs" variant="default" onClick={savePicture}>{t('state.png')}</Button>
        <Button size="compact-xs" variant="default" onClick={saveRows}>{t('state.csv')}</Button>
      </Group>
    </div>
  );
}

function Plot({ width, times, lines, range }: Omit<TimeChartProps, 'name'> & { readonly width: number }) {
  const { t } = useTranslation();
  const place = useRef<HTMLDivElement>(null);
  const plot = useRef<uPlot>(null);
  const first = useRef({ width, lines, range });
  const [index, setIndex] = useState<number | null>(null);

  useEffect(() => {
    if (!place.current) return undefined;
    plot.current = makePlot(place.current, first.current, setIndex);
    return () => plot.current?.destroy();
  }, []);
  useEffect(() => {
    const shown = plot.current;
    shown?.setData(columns(times, lines));
    // The axis moves on with the data; the cursor stays with the moment that is read.
    if (shown && index !== null) shown.setCursor({ left: shown.valToPos(times[index] ?? 0, 'x'), top: 10 });
  });

  const onKeyDown = (event: KeyboardEvent): void => {
    const turn = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
    if (turn === undefined) return;
    event.preventDefault();
    const next = Math.min(times.length - 1, Math.max(0, (index ?? times.length) + turn));
    plot.current?.setCursor({ left: plot.current.valToPos(times[next] ?? 0, 'x'), top: 10 });
  };
  const values = index === null ? '' : lines.map(({ label, mean }) => `${label} ${mean[index]?.toFixed(2) ?? t('state.nothing')}`).join(', ');
  return (
    <>
      <div ref={place} className={classes.plot} tabIndex={0} role="img" aria-label={`${lines.map(({ label }) => label).join(', ')}. ${t('state.chartKeys')}`} onKeyDown={onKeyDown} />
      <Text size="xs" c="dimmed" aria-live="polite" mih="1.5em" mt={6}>{index !== null && t('state.at', { time: clockFace(times[index] ?? 0), values })}</Text>
    </>
  );
}

/** uPlot wants columns: the times, then mean, upper and lower edge of each line. */
function columns(times: readonly number[], lines: readonly Line[]): uPlot.AlignedData {
  const edge = ({ mean, deviation }: Line, side: 1 | -1) => mean.map((value, index) => (value === null ? null : value + side * (deviation[index] ?? 0)));
  return [[...times], ...lines.flatMap((line) => [[...line.mean], edge(line, 1), edge(line, -1)])] as uPlot.AlignedData;
}

function makePlot(place: HTMLElement, { width, lines, range }: Pick<TimeChartProps, 'lines' | 'range'> & { width: number }, onIndex: (index: number | null) => void): uPlot {
  const style = getComputedStyle(place);
  const resolve = (colour: string): string => (colour.startsWith('var(') ? style.getPropertyValue(colour.slice(4, -1)).trim() : colour);
  const axis = { stroke: style.color, grid: { stroke: resolve('var(--attune-line)'), width: 1 }, ticks: { show: false }, font: `12px ${style.fontFamily}` };
  const edge: uPlot.Series = { stroke: 'transparent', points: { show: false } };
  return new uPlot({
    width, height: 160, legend: { show: false }, cursor: { y: false, drag: { x: false, y: false } },
    scales: { x: { time: false }, y: { range: [range[0], range[1]] } },
    axes: [{ ...axis, values: (_, ticks) => ticks.map(clockFace), space: 60, size: 30 }, { ...axis, size: 36 }],
    series: [{}, ...lines.flatMap(({ label, colour, dash }): uPlot.Series[] => [
      { label, stroke: resolve(colour), width: 2, dash: [...dash], points: { show: false }, spanGaps: false }, edge, edge,
    ])],
    bands: lines.map(({ colour }, index) => ({ series: [index * 3 + 2, index * 3 + 3], fill: `${resolve(colour)}2e` })),
    hooks: { setCursor: [({ cursor }) => onIndex(cursor.idx ?? null)] },
  }, columns([], lines.map((line) => ({ ...line, mean: [], deviation: [] }))), place);
}

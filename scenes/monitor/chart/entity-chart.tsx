import { Badge, Group, Text, VisuallyHidden } from '@mantine/core';
import type { ViewEntity } from 'attune/monitor';
import { type KeyboardEvent, memo, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { signed } from '../../shared/measures.ts';
import { useMonitoring } from '../monitoring-context.ts';
import { type Colours, drawChart, type Drawn, firstFrom } from './draw-chart.ts';
import { followGestures } from './gestures.ts';
import { momentWords, timeMarks } from './time-marks.ts';
import classes from './chart.module.css';

const HEIGHT = 132;
/** Finer screens than this cost more than is seen. */
const FINEST = 2;
/** Labels of the time axis need so much room, in pixels. */
export const LABEL = 76;

/** One entity: its name with the values of the moment that is looked at, and its drawing. */
export const EntityChart = memo(function EntityChart({ entity: { id, name } }: { readonly entity: ViewEntity }) {
  const { t, i18n } = useTranslation();
  const { state, time, painter, pickAt } = useMonitoring();
  const place = useRef<HTMLDivElement>(null);
  const canvas = useRef<HTMLCanvasElement>(null);
  /** Only what was asked for by a key is spoken. */
  const [spoken, setSpoken] = useState('');
  const count = useStore(state, (view) => view.alerts?.filter(({ entity }) => entity === id).length ?? 0);

  useEffect(() => (place.current ? followGestures(place.current, time, (at) => pickAt(id, at)) : undefined), [time, pickAt, id]);
  useEffect(() => {
    const [chart, element] = [place.current, canvas.current];
    if (!chart || !element) return undefined;
    const colours = coloursOf(chart);
    const draw = (context: CanvasRenderingContext2D): void => {
      const { series, step, alerts: all, picked } = state.getState();
      const { window, at } = time.view.getState();
      const ratio = Math.min(FINEST, devicePixelRatio);
      const width = chart.clientWidth;
      const size = [Math.round(width * ratio), Math.round(HEIGHT * ratio)] as const;
      if (element.width !== size[0] || element.height !== size[1]) [element.width, element.height] = size;
      context.setTransform(ratio, 0, 0, ratio, 0, 0);
      drawChart({
        context, width, height: HEIGHT, window, step, at, colours, series: series.get(id) ?? EMPTY, alerts: all?.filter(({ entity }) => entity === id) ?? [],
        marks: timeMarks(window, width / LABEL, i18n.language), most: mostWithin(series, window.from, window.to), picked: picked?.entity === id ? picked : null,
      });
    };
    const sizes = new ResizeObserver(painter.refresh);
    sizes.observe(chart);
    const stop = painter.add(element, draw);
    return () => {
      stop();
      sizes.disconnect();
    };
  }, [state, time, painter, id, i18n.language]);

  const describe = (at: number): string => {
    const own = state.getState().series.get(id);
    const i = own ? placeAt(own, at, state.getState().step) : null;
    if (!own || i === null) return t('monitor.nothingAt', { time: momentWords(at, i18n.language) });
    return t('monitor.at', { time: momentWords(own.at[i]!, i18n.language), mean: signed(own.mean[i]!), low: signed(own.low[i]!), high: signed(own.high[i]!), count: own.volume[i]! });
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const { window: { from, to }, at: pointed } = time.view.getState();
    const own = state.getState().series.get(id);
    const act: Readonly<Record<string, () => void>> = {
      '+': () => time.zoom(0.7, pointed ?? undefined), '=': () => time.zoom(0.7, pointed ?? undefined), '-': () => time.zoom(1 / 0.7, pointed ?? undefined), '0': () => time.show(time.view.getState().whole),
      Home: () => time.pan(-Infinity), End: () => time.pan(Infinity), PageUp: () => time.pan(-(to - from) / 2), PageDown: () => time.pan((to - from) / 2),
      ArrowLeft: () => turn(-1), ArrowRight: () => turn(1),
      Enter: () => pickAt(id, pointed ?? to),
    };
    const turn = (by: 1 | -1): void => {
      if (!own || own.at.length === 0) return;
      const { step } = state.getState();
      const here = pointed === null ? firstFrom(own.at, to) : firstFrom(own.at, pointed - step / 2 - 1);
      const next = own.at[Math.min(own.at.length - 1, Math.max(0, here + by))]! + step / 2;
      if (next < from || next > to) time.pan(next - (from + to) / 2);
      time.point(next);
      setSpoken(describe(next));
    };
    if (!act[event.key]) return;
    event.preventDefault();
    act[event.key]!();
  };

  return (
    <section className={classes.row} aria-label={name} data-testid={`chart-${id}`}>
      <Group justify="space-between" gap="xs" wrap="nowrap" mb={2}>
        <Group gap={8} wrap="nowrap">
          <Text component="h3" size="sm" fw={650}>{name}</Text>
          {count > 0 && <Badge variant="default" size="sm" fw={500} tt="none">{t('monitor.alertCount', { count })}</Badge>}
        </Group>
        <Readout describe={describe} />
      </Group>
      <div ref={place} className={classes.chart} style={{ height: HEIGHT }} tabIndex={0} role="img" aria-label={t('monitor.chartOf', { name })} onKeyDown={onKeyDown} data-testid={`plot-${id}`}>
        <canvas ref={canvas} className={classes.canvas} aria-hidden />
        <span className={classes.good} aria-hidden>{t('monitor.good')}</span>
        <span className={classes.bad} aria-hidden>{t('monitor.bad')}</span>
      </div>
      <VisuallyHidden aria-live="polite">{spoken}</VisuallyHidden>
    </section>
  );
});

const EMPTY: Drawn = { entity: '', at: [], volume: [], fresh: [], mean: [], deviation: [], lowest: [], highest: [], low: [], high: [] };

function placeAt({ at }: Drawn, moment: number, step: number): number | null {
  const i = firstFrom(at, moment + 1) - 1;
  return i >= 0 && moment < at[i]! + step ? i : null;
}

function mostWithin(series: ReadonlyMap<string, Drawn>, from: number, to: number): number {
  let most = 0;
  for (const { at, volume } of series.values()) for (let i = firstFrom(at, from); i < at.length && at[i]! < to; i += 1) most = Math.max(most, volume[i]!);
  return most;
}

function coloursOf(place: HTMLElement): Colours {
  const style = getComputedStyle(place);
  const of = (name: string): string => style.getPropertyValue(name).trim();
  return { ground: of('--mantine-color-body'), line: of('--sense-text'), grid: of('--attune-line'), volume: of('--attune-quiet'), text: style.color, alert: of('--sense-context'), stretch: of('--attune-stretch') };
}

/** Written straight into the page: sixty readings a second are no reason to render it. */
function Readout({ describe }: { readonly describe: (at: number) => string }) {
  const { time, state } = useMonitoring();
  const place = useRef<HTMLParagraphElement>(null);
  useEffect(() => {
    const write = (): void => {
      const { at } = time.view.getState();
      const words = at === null ? '' : describe(at);
      if (place.current && place.current.textContent !== words) place.current.textContent = words;
    };
    write();
    const stops = [time.view.subscribe(write), state.subscribe(write)];
    return () => stops.forEach((stop) => stop());
  });
  return <Text ref={place} size="xs" c="dimmed" className={classes.readout} aria-hidden />;
}

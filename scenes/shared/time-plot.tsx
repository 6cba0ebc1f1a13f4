import 'uplot/dist/uPlot.min.css';
import { Text, VisuallyHidden } from '@mantine/core';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import uPlot from 'uplot';
import { clockFace, columns, type Drawing, uplotOptions } from './uplot-options.ts';
import classes from './time-chart.module.css';

/** The drawing itself, with the moment under the pointer in words. */
export function TimePlot({ width, ...drawing }: Drawing & { readonly width: number }) {
  const { t } = useTranslation();
  const { times, lines, unit = '', digits = 2, face = clockFace } = drawing;
  const place = useRef<HTMLDivElement>(null);
  const plot = useRef<uPlot>(null);
  const newest = useRef(drawing);
  const first = useRef(width);
  const [index, setIndex] = useState<number | null>(null);
  /** Only what was asked for by a key is spoken: a live chart would never fall silent. */
  const [spoken, setSpoken] = useState('');

  useEffect(() => {
    if (!place.current) return undefined;
    plot.current = new uPlot(uplotOptions(place.current, first.current, () => newest.current, setIndex), columns(newest.current), place.current);
    return () => plot.current?.destroy();
  }, [place, plot, newest, first]);
  useEffect(() => {
    newest.current = drawing;
    const shown = plot.current;
    shown?.setData(columns(drawing));
    // The axis moves on with the data; the cursor stays with the moment that is read.
    if (shown && index !== null) shown.setCursor({ left: shown.valToPos(times[index] ?? 0, 'x'), top: 10 });
  });

  const describe = (at: number): string => t('state.at', {
    time: face(times[at] ?? 0),
    values: lines.map(({ label, mean }) => `${label} ${mean[at] == null ? t('state.nothing') : `${mean[at].toFixed(digits)}${unit && ` ${unit}`}`}`).join(', '),
  });
  const onKeyDown = (event: KeyboardEvent): void => {
    const turn = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
    if (turn === undefined || times.length === 0) return;
    event.preventDefault();
    const next = Math.min(times.length - 1, Math.max(0, (index ?? times.length) + turn));
    plot.current?.setCursor({ left: plot.current.valToPos(times[next] ?? 0, 'x'), top: 10 });
    setSpoken(describe(next));
  };
  return (
    <>
      <div ref={place} className={classes.plot} tabIndex={0} role="img" aria-label={`${lines.map(({ label }) => label).join(', ')}. ${t('state.chartKeys')}`} onKeyDown={onKeyDown} />
      <Text size="xs" c="dimmed" mih="1.4em" mt={4} aria-hidden>{index !== null && index < times.length && describe(index)}</Text>
      <VisuallyHidden aria-live="polite">{spoken}</VisuallyHidden>
    </>
  );
}

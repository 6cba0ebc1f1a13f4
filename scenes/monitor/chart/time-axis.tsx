import { useElementSize } from '@mantine/hooks';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { useMonitoring } from '../monitoring-context.ts';
import { LABEL } from './entity-chart.tsx';
import { timeMarks } from './time-marks.ts';
import classes from './chart.module.css';

/** So near the edge a label would be cut off, in pixels. */
const EDGE = 28;

/** The time that all charts share. */
export function TimeAxis() {
  const { i18n } = useTranslation();
  const { ref, width } = useElementSize();
  const { time, measure } = useMonitoring();
  const window = useStore(time.view, (view) => view.window);
  useEffect(() => {
    if (width > 0) measure(width);
  }, [measure, width]);
  const marks = width > 0 ? timeMarks(window, width / LABEL, i18n.language) : [];
  return (
    <div ref={ref} className={classes.axis} aria-hidden>
      {marks.map(({ at, label }) => {
        const x = ((at - window.from) / (window.to - window.from)) * width;
        // At the edges it stands inside.
        return <span key={at} className={classes.label} data-edge={x < EDGE ? 'start' : x > width - EDGE ? 'end' : undefined} style={{ insetInlineStart: x }}>{label}</span>;
      })}
    </div>
  );
}

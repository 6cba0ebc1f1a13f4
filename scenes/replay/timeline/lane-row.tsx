import { ActionIcon, Text, Tooltip } from '@mantine/core';
import { IconEyeOff } from '@tabler/icons-react';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { type Lane, type Layout, heightOf, NAME } from '../lanes/lane.ts';
import { useReplaying } from '../replaying-context.ts';
import { drawLane, heightIn, type Scenery } from './draw-lane.ts';
import { readoutOf } from './readout.ts';
import { momentOf } from './timeline.ts';
import classes from './lane-row.module.css';

interface LaneRowProps {
  readonly lane: Lane;
  /** Asked for with every picture. */
  readonly scenery: () => Scenery;
  readonly layout: Layout;
  readonly onHide: () => void;
}

/** A lane: its name and what its lines stand for, with the values of the moment that is looked at, and its drawing. */
export function LaneRow({ lane, scenery, layout, onHide }: LaneRowProps) {
  const { t } = useTranslation();
  const { painter } = useReplaying();
  const canvas = useRef<HTMLCanvasElement>(null);
  useEffect(() => (canvas.current ? painter.add(canvas.current, (brush) => drawLane(brush, lane, scenery()), lane.kind !== 'items') : undefined), [painter, lane, scenery]);
  return (
    <section className={classes.row} aria-label={lane.label} data-testid={`lane-${lane.id}`}>
      <div className={classes.head}>
        <div className={classes.title}>
          <Text component="h3" size="sm" fw={650}>{lane.label}</Text>
          <Tooltip label={t('replay.hide', { lane: lane.label })}>
            <ActionIcon size="sm" variant="subtle" color="gray" aria-label={t('replay.hide', { lane: lane.label })} data-testid={`hide-${lane.id}`} onClick={onHide}><IconEyeOff size={14} aria-hidden /></ActionIcon>
          </Tooltip>
        </div>
        <Values lane={lane} />
      </div>
      <div className={classes.drawing} data-kind={lane.kind}>
        <canvas ref={canvas} className={classes.canvas} style={{ height: heightOf(lane, layout) }} aria-hidden />
        <Names lane={lane} layout={layout} />
      </div>
    </section>
  );
}

/** What stands in the drawing but does not move with it: figures of the axis, and names of rows where there is no room beside them. */
function Names({ lane, layout }: { lane: Lane; layout: Layout }) {
  const names = namesIn(lane, layout);
  return names.map(({ text, top }) => <span key={text} className={classes.name} style={{ insetBlockStart: top }} aria-hidden>{text}</span>);
}

function namesIn(lane: Lane, layout: Layout): readonly { readonly text: string; readonly top: number }[] {
  if (lane.kind === 'lines') {
    const height = heightOf(lane, layout);
    const y = heightIn(lane, height);
    return lane.ticks.map((tick) => ({ text: `${String(tick).replace('-', '−')}${lane.unit && ` ${lane.unit}`}`, top: Math.min(height - NAME, Math.max(0, y(tick) - NAME / 2)) }));
  }
  if (!layout.named) return [];
  return lane.kind === 'items' ? lane.rows.map(({ label }, i) => ({ text: label, top: 2 + i * layout.row })) : lane.series.map(({ label }, i) => ({ text: label, top: 2 + i * layout.ridge }));
}

/** Written straight into the page: sixty readings a second are no reason to render it. */
function Values({ lane }: { lane: Lane }) {
  const { timeline } = useReplaying();
  const list = useRef<HTMLDListElement>(null);
  useEffect(() => {
    let frame = 0;
    const write = (): void => {
      frame = 0;
      const moment = momentOf(timeline.view.getState());
      const values = list.current?.querySelectorAll('dd') ?? [];
      readoutOf(lane, moment).forEach((value, i) => {
        const place = values[i];
        if (place && place.textContent !== value) place.textContent = value;
      });
    };
    write();
    const stop = timeline.view.subscribe((view, before) => {
      if (momentOf(view) !== momentOf(before)) frame ||= requestAnimationFrame(write);
    });
    return () => {
      stop();
      cancelAnimationFrame(frame);
    };
  }, [lane, timeline]);
  const keys = lane.kind === 'items' ? lane.rows.map(({ id, label }) => ({ id, label, mark: null })) : lane.series.map((series) => ({ id: series.id, label: series.label, mark: series }));
  return (
    <dl ref={list} className={classes.values} data-kind={lane.kind}>
      {keys.map(({ id, label, mark }) => (
        <div key={id} className={classes.value}>
          <dt>
            {mark && lane.kind === 'lines' && <svg width={18} height={6} aria-hidden><line x2={18} y1={3} y2={3} style={{ stroke: mark.colour }} strokeWidth={mark.dash.length === 0 ? 2.5 : 2} strokeDasharray={mark.dash.join(' ')} /></svg>}
            {mark && lane.kind === 'ridges' && <span className={classes.swatch} style={{ background: mark.colour }} aria-hidden />}
            {label}
          </dt>
          <dd />
        </div>
      ))}
    </dl>
  );
}

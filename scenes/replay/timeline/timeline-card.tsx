import { Card, Text } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import type { SessionTrace } from 'attune/record';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { NARROW, WIDE } from '../lanes/lane.ts';
import { useLanes } from '../lanes/use-lanes.ts';
import { Transport } from '../play/transport.tsx';
import { useReplaying } from '../replaying-context.ts';
import { CursorLines } from './cursor-lines.tsx';
import type { Scenery } from './draw-lane.ts';
import { followGestures } from './gestures.ts';
import { LaneRow } from './lane-row.tsx';
import { Overview } from './overview.tsx';
import { TimeAxis } from './time-axis.tsx';
import { useNoteItems } from '../notes/use-note-items.ts';
import classes from './timeline-card.module.css';

/** Every signal over the time that all lanes share. */
export function TimelineCard({ trace }: { trace: SessionTrace }) {
  const { t } = useTranslation();
  const { second, timeline, painter, comparison, notes } = useReplaying();
  const other = useStore(second.view, (view) => view.trace);
  const [hidden, setHidden] = useState<ReadonlySet<string>>(new Set());
  const lanes = useLanes(trace);
  const ghosts = useLanes(other);
  const noteItems = useNoteItems();
  const layout = useMediaQuery('(min-width: 48em)', true, { getInitialValueInEffect: false }) ? WIDE : NARROW;
  const place = useRef<HTMLDivElement>(null);
  const ruler = useRef<HTMLDivElement>(null);
  const slider = useRef<HTMLDivElement>(null);
  /** A stretch that is just being marked. */
  const marking = useRef<{ from: number; to: number } | null>(null);
  const unknown = useMemo(() => trace.phases.filter(({ value }) => value === 'absent').map(({ start, end }) => ({ from: start, to: end, label: '', colour: '' })), [trace]);

  const scenery = useCallback((id: string): Scenery => ({
    unknown, layout, shift: comparison.shift.getState(), other: ghosts.find((lane) => lane.id === id) ?? null,
    notes: marking.current ? [...noteItems, { from: Math.min(marking.current.from, marking.current.to), to: Math.max(marking.current.from, marking.current.to), label: '', colour: 'var(--attune-name)' }] : noteItems,
  }), [unknown, layout, comparison, ghosts, noteItems]);
  const sceneries = useMemo(() => new Map(lanes.map(({ id }) => [id, () => scenery(id)])), [lanes, scenery]);

  useEffect(() => {
    if (!place.current || !ruler.current) return undefined;
    return followGestures(place.current, ruler.current, timeline, {
      press: () => slider.current?.focus({ preventScroll: true }),
      shift: comparison.move,
      mark(from, to, done) {
        marking.current = done ? null : { from, to };
        if (done) notes.add(from, to);
        else painter.refresh();
      },
    });
  }, [timeline, comparison, notes, painter]);

  const hide = (id: string, away: boolean): void => setHidden((before) => {
    const next = new Set(before);
    if (away) next.add(id);
    else next.delete(id);
    return next;
  });
  return (
    <Card withBorder radius="lg" padding="md" component="section" aria-label={t('replay.timeline')} className={classes.card} data-testid="timeline">
      <div className={classes.top}>
        <Transport trace={trace} lanes={lanes} hidden={hidden} onHide={hide} />
        <Overview trace={trace} place={slider} />
        <div className={classes.ruler}><div ref={ruler}><TimeAxis /></div></div>
      </div>
      <div ref={place} className={classes.lanes}>
        {lanes.filter(({ id }) => !hidden.has(id)).map((lane) => <LaneRow key={lane.id} lane={lane} layout={layout} scenery={sceneries.get(lane.id)!} onHide={() => hide(lane.id, true)} />)}
        <CursorLines />
      </div>
      <Text size="xs" c="dimmed" mt="xs">{t('replay.keys')}</Text>
    </Card>
  );
}

import { type RefObject, useEffect, useMemo, useRef } from 'react';
import type { SessionTrace } from 'attune/record';
import { useTranslation } from 'react-i18next';
import { useDescribe } from '../now/use-describe.ts';
import { useReplaying } from '../replaying-context.ts';
import { drawStrip } from './draw-strip.ts';
import { followStrip } from './strip-gestures.ts';
import { timeLabel } from './time-label.ts';
import { momentOf, type TimelineView } from './timeline.ts';
import { useTimelineKeys } from './use-timeline-keys.ts';
import classes from './timeline-card.module.css';

/**
 * The whole session on one strip: what is shown of it as a frame that can be dragged and stretched, and the cursor. It is also
 * how the time line is held by keys, as a slider that tells what was so at each moment.
 */
export function Overview({ trace, place }: { trace: SessionTrace; place: RefObject<HTMLDivElement | null> }) {
  const { t } = useTranslation();
  const { timeline, painter } = useReplaying();
  const describe = useDescribe(trace);
  const onKeyDown = useTimelineKeys();
  const canvas = useRef<HTMLCanvasElement>(null);
  const frame = useRef<HTMLDivElement>(null);
  const here = useRef<HTMLDivElement>(null);
  const strip = useMemo(() => drawStrip(trace, () => timeline.view.getState().whole), [trace, timeline]);

  useEffect(() => (canvas.current ? painter.add(canvas.current, strip) : undefined), [painter, strip]);
  useEffect(() => (place.current ? followStrip(place.current, timeline) : undefined), [timeline, place]);
  useEffect(() => {
    let spoken = 0;
    let width = place.current?.clientWidth ?? 0;
    const move = (view: TimelineView): void => {
      const { whole, window, cursor } = view;
      const scale = width / (whole.to - whole.from);
      const put = (mark: HTMLElement | null, moment: number): void => mark?.style.setProperty('transform', `translateX(${((moment - whole.from) * scale).toFixed(1)}px)`);
      put(frame.current, window.from);
      put(here.current, cursor);
      // Written only where it changes: it is what costs.
      const wide = `${Math.max(4, (window.to - window.from) * scale).toFixed(1)}px`;
      if (frame.current && frame.current.style.width !== wide) frame.current.style.width = wide;
    };
    const tell = (): void => {
      spoken = 0;
      const view = timeline.view.getState();
      place.current?.setAttribute('aria-valuemin', view.whole.from.toFixed(1));
      place.current?.setAttribute('aria-valuemax', view.whole.to.toFixed(1));
      place.current?.setAttribute('aria-valuenow', view.cursor.toFixed(1));
      place.current?.setAttribute('aria-valuetext', `${timeLabel(view.cursor, 0.1)}: ${describe(view.cursor)}`);
    };
    const stop = timeline.view.subscribe((view, before) => {
      move(view);
      // Screen readers are not flooded while the session plays.
      if (momentOf(view) !== momentOf(before)) spoken ||= window.setTimeout(tell, 250);
    });
    const sizes = new ResizeObserver(([entry]) => {
      width = entry?.contentRect.width ?? width;
      move(timeline.view.getState());
    });
    if (place.current) sizes.observe(place.current);
    tell();
    return () => {
      stop();
      sizes.disconnect();
      clearTimeout(spoken);
    };
  }, [timeline, describe, place]);

  return (
    <div ref={place} className={classes.overview} role="slider" tabIndex={0} aria-label={t('replay.moment')} aria-valuenow={0} data-testid="overview" onKeyDown={onKeyDown}>
      <canvas ref={canvas} className={classes.strip} aria-hidden />
      <div ref={frame} className={classes.shown} data-part="frame">
        <div className={classes.grip} style={{ insetInlineStart: -8 }} data-part="start" />
        <div className={classes.grip} style={{ insetInlineEnd: -8 }} data-part="end" />
      </div>
      <div ref={here} className={classes.here} />
    </div>
  );
}

import { useEffect, useRef } from 'react';
import { useReplaying } from '../replaying-context.ts';
import type { TimelineView } from './timeline.ts';
import classes from './timeline-card.module.css';

/** The cursor over all lanes, and a fainter line under the pointer. Moved without drawing or rendering anything else. */
export function CursorLines() {
  const { timeline } = useReplaying();
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const [cursor, pointer] = [...(place.current?.children ?? [])] as HTMLElement[];
    if (!place.current || !cursor || !pointer) return undefined;
    let width = place.current.clientWidth;
    const put = (line: HTMLElement, moment: number | null, { window: { from, to } }: TimelineView): void => {
      const away = moment === null || moment < from || moment > to;
      line.style.visibility = away ? 'hidden' : 'visible';
      if (!away) line.style.transform = `translateX(${(((moment - from) / (to - from)) * width).toFixed(1)}px)`;
    };
    const move = (view: TimelineView): void => {
      put(cursor, view.cursor, view);
      put(pointer, view.pointer, view);
    };
    const sizes = new ResizeObserver(([entry]) => {
      width = entry?.contentRect.width ?? width;
      move(timeline.view.getState());
    });
    sizes.observe(place.current);
    const stop = timeline.view.subscribe(move);
    move(timeline.view.getState());
    return () => {
      stop();
      sizes.disconnect();
    };
  }, [timeline]);
  return (
    <div ref={place} className={classes.over} aria-hidden>
      <div className={classes.line} data-testid="cursor" />
      <div className={`${classes.line} ${classes.pointer}`} />
    </div>
  );
}

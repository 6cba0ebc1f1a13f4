import { useElementSize } from '@mantine/hooks';
import { type KeyboardEvent, type MouseEvent, type Ref, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { lengthOf, type Shown } from '../voicing.ts';
import { useVoicing, useVoicingView } from '../voicing-context.ts';
import { HEIGHT, widthOf } from './layout.ts';
import { Picture } from './picture.tsx';
import { useCursor } from './use-cursor.ts';
import { useDescribe } from './use-describe.ts';
import classes from './strip.module.css';

/** How far a key moves the cursor, in seconds. */
const STEPS: Readonly<Record<string, number>> = { ArrowLeft: -0.01, ArrowRight: 0.01, ArrowDown: -0.01, ArrowUp: 0.01, PageDown: -0.1, PageUp: 0.1, Home: -Infinity, End: Infinity };
/** The cursor is kept this far from the edges while the picture scrolls, in pixels. */
const MARGIN = 48;

/** The picture under a cursor that is a slider over time: it moves with the sound, by hand and by keys, and the mouth follows it. */
export function Strip({ shown, svg }: { shown: Shown; svg: Ref<SVGSVGElement> }) {
  const { t } = useTranslation();
  const voicing = useVoicing();
  const { ref: frame, width: room } = useElementSize();
  const line = useRef<HTMLDivElement>(null);
  const names = useRef<SVGGElement>(null);
  const slider = useRef<HTMLDivElement>(null);
  const describe = useDescribe(shown);
  const cursor = useVoicingView((view) => view.cursor);
  const length = lengthOf(shown.speech);
  const width = widthOf(length, room);

  useCursor((at) => {
    const x = (at / length) * width;
    if (line.current) line.current.style.transform = `translateX(${x.toFixed(1)}px)`;
    const box = slider.current?.parentElement;
    if (!box || width <= room) return;
    if (x < box.scrollLeft + MARGIN || x > box.scrollLeft + room - MARGIN) box.scrollLeft = x - room / 3;
  });

  const moveTo = (event: MouseEvent<HTMLElement>): void => voicing.seek(((event.clientX - event.currentTarget.getBoundingClientRect().left) / width) * length);
  const onKeyDown = (event: KeyboardEvent): void => {
    const step = STEPS[event.key];
    if (step !== undefined) voicing.seek(voicing.at() + step);
    else if (event.key === 'Enter' || event.key === ' ') void (voicing.view.getState().stage === 'speaking' ? voicing.stop() : voicing.play());
    else return;
    event.preventDefault();
  };

  return (
    <div ref={frame} className={classes.frame}>
      <div className={classes.scroll} onScroll={({ currentTarget }) => names.current?.setAttribute('transform', `translate(${currentTarget.scrollLeft} 0)`)}>
        <div
          ref={slider} className={classes.strip} style={{ width, height: HEIGHT }} role="slider" tabIndex={0} aria-label={t('speech.picture.cursor')} data-testid="cursor"
          aria-valuemin={0} aria-valuemax={Number(length.toFixed(2))} aria-valuenow={Number(cursor.toFixed(2))} aria-valuetext={describe(cursor)}
          onKeyDown={onKeyDown} onClick={moveTo}
          onPointerDown={(event) => event.pointerType === 'mouse' && event.currentTarget.setPointerCapture(event.pointerId)}
          onPointerMove={(event) => event.currentTarget.hasPointerCapture(event.pointerId) && event.pointerType === 'mouse' && moveTo(event)}
        >
          {room > 0 && <Picture ref={svg} names={names} shown={shown} width={width} room={room} />}
          <div ref={line} className={classes.line} aria-hidden />
        </div>
      </div>
    </div>
  );
}

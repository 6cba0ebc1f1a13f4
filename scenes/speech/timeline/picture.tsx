import type { Viseme } from 'attune';
import { memo, type Ref } from 'react';
import { useTranslation } from 'react-i18next';
import { mouthRuns } from '../mouth-frames.ts';
import { lengthOf, type Shown } from '../voicing.ts';
import { AXIS, HEIGHT, marksOf, PLACES, ROWS } from './layout.ts';
import { heightOfPitch, pitchPath, runPath, wavePath } from './paths.ts';
import classes from './picture.module.css';

interface PictureProps {
  readonly shown: Shown;
  readonly width: number;
  /** How much of its width is in sight. */
  readonly room: number;
  readonly ref: Ref<SVGSVGElement>;
  /** The names of the rows and the marks of pitch, which stay in sight while the picture is scrolled. */
  readonly names: Ref<SVGGElement>;
}

const PAUSES = new Set(['pau', 'h#', 'brth']);
const VOWEL = /^[aeiou]/;
const LIPS: ReadonlySet<Viseme> = new Set(['PP', 'FF']);
const OPEN: ReadonlySet<Viseme> = new Set(['aa', 'E', 'ih', 'oh', 'ou']);
const kindOfShape = (viseme: Viseme): string => (OPEN.has(viseme) ? 'vowel' : LIPS.has(viseme) ? 'lips' : 'other');

/** What every voice stays in, in hertz, and where it is marked. */
const PITCHES = [70, 480] as const;
const PITCH_MARKS = [100, 200, 400];
/** Narrower boxes have no room for a name. */
const ROOM = 13;

/** Sound, pitch, phones and mouth of a sentence over one axis of time. */
export const Picture = memo(({ shown: { speech, pitch, frames }, width, room, ref, names }: PictureProps) => {
  const { t } = useTranslation();
  const length = lengthOf(speech);
  const second = width / length;
  const { wave, pitch: melody, phones, mouth } = PLACES;
  const boxes = speech.phones.filter(({ phone }) => !PAUSES.has(phone));
  const borders = [...new Set(boxes.flatMap(({ start, end }) => [start, end]))];
  return (
    <svg ref={ref} width={width} height={HEIGHT} viewBox={`0 0 ${width} ${HEIGHT}`} className={classes.picture} aria-hidden data-testid="picture">
      <path className={classes.border} d={borders.map((at) => `M${(at * second).toFixed(1)} ${wave.top}V${AXIS}`).join('')} />
      {marksOf(length, width).map((mark) => (
        <g key={mark}>
          <line className={classes.tick} x1={mark * second} x2={mark * second} y1={AXIS - 3} y2={AXIS + 3} />
          <text className={classes.mark} x={Math.min(width - 26, Math.max(1, mark * second - 10))} y={AXIS + 16}>{t('speech.picture.seconds', { seconds: mark.toFixed(1) })}</text>
        </g>
      ))}
      <path className={classes.wave} transform={`translate(0 ${wave.top})`} d={wavePath(speech.samples, width, wave.height)} data-testid="wave" />
      <g transform={`translate(0 ${melody.top})`}>
        {PITCH_MARKS.map((mark) => <line key={mark} className={classes.tick} x2={width} y1={heightOfPitch(mark, PITCHES, melody.height)} y2={heightOfPitch(mark, PITCHES, melody.height)} />)}
        <path className={classes.pitch} d={pitchPath(pitch, PITCHES, second, melody.height)} data-testid="pitch" />
      </g>
      <g transform={`translate(0 ${phones.top})`}>
        {boxes.map(({ phone, start, end }) => (
          <g key={start} transform={`translate(${(start * second).toFixed(1)} 0)`} data-kind={VOWEL.test(phone) ? 'vowel' : 'other'} data-testid="phone">
            <rect className={classes.box} x={0.5} width={Math.max(1, (end - start) * second - 1)} height={phones.height} rx={4} />
            {(end - start) * second >= ROOM && <text className={classes.label} x={((end - start) * second) / 2} y={phones.height / 2 + 4}>{phone}</text>}
          </g>
        ))}
      </g>
      <g transform={`translate(0 ${mouth.top})`}>
        <line className={classes.tick} x2={width} y1={mouth.height - 14} y2={mouth.height - 14} />
        {mouthRuns(frames).map((run) => (
          <g key={run.from} data-kind={kindOfShape(run.viseme)} data-testid="shape">
            <path className={classes.hill} d={runPath(run, second, mouth.height - 14)} />
            {(run.to - run.from) * second >= ROOM && <text className={classes.label} x={((run.from + run.to) / 2) * second} y={mouth.height - 2}>{run.viseme}</text>}
          </g>
        ))}
      </g>
      <g ref={names}>
        {ROWS.map((row) => <text key={row} className={classes.name} x={1} y={PLACES[row].name}>{t(`speech.picture.${row}`)}</text>)}
        {PITCH_MARKS.map((mark) => <text key={mark} className={classes.mark} x={room - 1} textAnchor="end" y={melody.top + heightOfPitch(mark, PITCHES, melody.height) - 3}>{mark} Hz</text>)}
      </g>
    </svg>
  );
});

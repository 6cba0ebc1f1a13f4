import { Button, Group, Text } from '@mantine/core';
import { type AffectEstimate, type AffectState, type Belief, certainty, SENSES } from 'attune';
import { useId, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { saveCsv, saveSvgAsPng } from '../../shared/save-file.ts';
import { DASHES, hue, type Origin } from '../../shared/senses.ts';
import type { Moment } from '../../shared/course.ts';
import classes from './affect-plane.module.css';

/** Half of the drawing's side, in its own units: one unit of valence. */
const HALF = 100;
const across = (valence: number): number => valence * HALF;
const up = (arousal: number): number => -arousal * HALF;
const spread = ({ variance }: Belief): number => Math.sqrt(variance) * HALF;
const known = (estimate: AffectEstimate): boolean => Math.max(certainty(estimate.valence), certainty(estimate.arousal)) > 0.1;

/** How much of the past the trail shows, in samples. */
const TRAIL = 60;

/**
 * Valence across and arousal up. The estimate is an ellipse of one standard deviation with the trail
 * of its past; each sense's own view is a thin cross whose arms are as long as it is unsure, so that
 * disagreement can be seen. Not knowing is hatched.
 */
export function AffectPlane({ affect, moments }: { affect: AffectState; moments: readonly Moment[] }) {
  const { t } = useTranslation();
  const svg = useRef<SVGSVGElement>(null);
  const hatch = useId();
  const unknown = affect.phase === 'absent' || !known(affect.estimate);
  const { valence, arousal } = affect.estimate;
  const views = SENSES.flatMap((sense) => {
    const estimate = affect.senses[sense];
    return estimate && known(estimate) ? [estimate] : [];
  });
  const recent = moments.slice(-TRAIL);
  const saveRows = (): void => saveCsv('attune-plane.csv', ['time_s', 'valence', 'valence_sd', 'arousal', 'arousal_sd'], moments.map((moment) => [
    moment.at, moment.valence?.mean ?? null, moment.valence && Math.sqrt(moment.valence.variance), moment.arousal?.mean ?? null, moment.arousal && Math.sqrt(moment.arousal.variance),
  ]));
  return (
    <div>
      <svg ref={svg} viewBox="-112 -118 224 236" className={classes.plane} role="img" aria-label={describe()}>
        <defs>
          <pattern id={hatch} width={7} height={7} patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><line y2={7} className={classes.hatch} /></pattern>
          <clipPath id={`${hatch}-edge`}><rect x={-HALF} y={-HALF} width={2 * HALF} height={2 * HALF} rx={8} /></clipPath>
        </defs>
        <rect x={-HALF} y={-HALF} width={2 * HALF} height={2 * HALF} rx={8} className={classes.ground} style={unknown ? { fill: `url(#${hatch})` } : {}} />
        <path d={`M${-HALF} 0H${HALF}M0 ${-HALF}V${HALF}`} className={classes.axis} />
        <g clipPath={`url(#${hatch}-edge)`}>
          {recent.map(({ at, valence: v, arousal: a }, index) => {
            const before = recent[index - 1];
            if (!v || !a || !before?.valence || !before.arousal) return null;
            return <line key={at} x1={across(before.valence.mean)} y1={up(before.arousal.mean)} x2={across(v.mean)} y2={up(a.mean)} className={classes.trail} style={{ opacity: (index / recent.length) * 0.7 }} />;
          })}
          {!unknown && <ellipse cx={across(valence.mean)} cy={up(arousal.mean)} rx={spread(valence)} ry={spread(arousal)} className={classes.spread} />}
          {!unknown && <circle cx={across(valence.mean)} cy={up(arousal.mean)} r={3.5} className={classes.fused} />}
          {views.map(({ origin, valence: v, arousal: a }) => (
            <path
              key={origin} className={classes.view} style={{ stroke: hue(origin) }} strokeDasharray={DASHES[origin].join(' ')}
              d={`M${across(v.mean) - spread(v)} ${up(a.mean)}h${2 * spread(v)}M${across(v.mean)} ${up(a.mean) - spread(a)}v${2 * spread(a)}`}
            />
          ))}
        </g>
        <text x={-HALF + 4} y={-4} className={classes.label}>{t('state.unpleasant')}</text>
        <text x={HALF - 4} y={-4} textAnchor="end" className={classes.label}>{t('state.pleasant')}</text>
        <text y={-HALF - 6} textAnchor="middle" className={classes.label}>{t('state.excited')}</text>
        <text y={HALF + 13} textAnchor="middle" className={classes.label}>{t('state.calm')}</text>
      </svg>
      <Group gap="md" my={6}>
        {(unknown ? views.map(({ origin }) => origin) : [...views.map(({ origin }) => origin), 'fused' as const]).map((origin) => <Key key={origin} origin={origin} />)}
        {unknown && <Text size="sm" fw={600}>{t('state.unknown')}</Text>}
      </Group>
      <Text size="xs" c="dimmed">{t('state.planeHelp')}</Text>
      <Group gap="xs" mt="xs">
        <Button size="compact-xs" variant="default" onClick={() => svg.current && saveSvgAsPng('attune-plane.png', svg.current)}>{t('state.png')}</Button>
        <Button size="compact-xs" variant="default" onClick={saveRows}>{t('state.csv')}</Button>
      </Group>
    </div>
  );

  function describe(): string {
    if (unknown) return `${t('state.plane')}: ${t('state.unknown')}`;
    return `${t('state.plane')}: ${t('state.valence')} ${valence.mean.toFixed(2)}, ${t('state.arousal')} ${arousal.mean.toFixed(2)}`;
  }
}

function Key({ origin }: { origin: Origin }) {
  const { t } = useTranslation();
  return (
    <Group gap={6} wrap="nowrap">
      <svg width={20} height={8} aria-hidden><line x2={20} y1={4} y2={4} style={{ stroke: hue(origin) }} strokeWidth={2} strokeDasharray={DASHES[origin].join(' ')} /></svg>
      <Text size="sm">{t(`senses.${origin}`)}</Text>
    </Group>
  );
}

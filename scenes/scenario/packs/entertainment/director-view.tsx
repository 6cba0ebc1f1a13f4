import { Badge, Button, Text } from '@mantine/core';
import { type PackContent, type ShowProgress } from 'attune/scenario';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Figures } from '../../../shared/figures.tsx';
import { signed } from '../../../shared/measures.ts';
import { Section } from '../../../shared/section.tsx';
import { TimeChart } from '../../../shared/time-chart.tsx';
import classes from './panel.module.css';

interface DirectorViewProps {
  readonly progress: ShowProgress;
  readonly content: PackContent;
}

/** So far from the plan it is told. */
const APART = 0.1;
const beat = (at: number): string => String(Math.round(at) + 1);

/** What the director aims at, how that seems to go, what it does about it and, on demand, why. */
export function DirectorView({ progress: { curve, felt, last, feelings, part, score }, content }: DirectorViewProps) {
  const { t } = useTranslation('pack');
  const [why, setWhy] = useState(false);
  const looks = felt.at(-1) ?? null;
  const now = Math.max(0, felt.length - 1);
  const course = last === null || Math.abs(last.wanted - last.target) < APART ? 'planned' : last.wanted < last.target ? 'calmer' : 'livelier';
  const told = !feelings ? t('director.unused') : last === null ? t('director.none', { beats: curve.length }) : looks === null ? t('director.unseen') : t('director.seen', { arousal: signed(looks.arousal), spread: looks.deviation.toFixed(1), target: signed(last.target) });
  return (
    <Section title={t('director.title')} aside={<Badge variant="light" tt="none" fw={600} data-testid="part">{part}</Badge>}>
      <TimeChart
        name="evening" times={curve.map((_, at) => at)} span={[0, curve.length - 1]} range={[-1, 1]} ticks={[-1, 0, 1]} face={beat} digits={1}
        {...(last === null ? {} : { stretches: [{ from: now - 0.5, to: now + 0.5 }] })}
        lines={[
          { label: t('director.plan'), colour: 'var(--attune-third)', dash: [6, 4], mean: curve },
          ...(feelings ? [{ label: t('director.appears'), colour: 'var(--sense-fused)', dash: [], dots: true, mean: curve.map((_, at) => felt[at]?.arousal ?? null), deviation: curve.map((_, at) => felt[at]?.deviation ?? null) }] : []),
        ]}
      />
      <Text size="sm" c="dimmed" mb="xs" data-testid="felt" data-known={looks !== null}>{told}</Text>
      {last && (
        <>
          <Figures
            rows={[
              [t('director.pace'), <span key="pace" data-testid="pace" data-pace={last.pace}>{t(`director.paces.${last.pace}`)}</span>],
              [t('director.course'), <span key="course" data-testid="course" data-course={course}>{t(`director.courses.${course}`)}</span>],
              [t('director.difficulty'), t('director.fits', { level: Math.min(5, Math.max(1, Math.round(score.skill))) })],
            ]}
          />
          <Button size="compact-sm" variant="subtle" mt={6} aria-expanded={why} data-testid="why" onClick={() => setWhy(!why)}>{t(why ? 'director.hide' : 'director.why')}</Button>
          {why && <ul className={classes.why} data-testid="reasons">{last.because.map((reason) => <Text key={reason} component="li" size="sm">{content.lines[`why-${reason}`]?.[0]}</Text>)}</ul>}
        </>
      )}
    </Section>
  );
}

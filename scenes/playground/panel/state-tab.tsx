import { Alert, Text } from '@mantine/core';
import { IconArrowsSplit, IconLayersIntersect } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { courseLine } from '../../shared/course.ts';
import { TimeChart } from '../../shared/time-chart.tsx';
import { useMeeting } from '../meeting-context.ts';
import { usePulse } from '../../shared/use-pulse.ts';
import { AffectPlane } from './affect-plane.tsx';
import { goingOf } from './going.ts';
import { InView } from './in-view.tsx';
import { EmotionList } from '../../shared/emotion-list.tsx';
import { Section } from '../../shared/section.tsx';

/** From here on the senses contradict each other enough to say so. */
const NOTICEABLE_CONFLICT = 0.3;

/** What Attune believes, how sure it is, and how it came to be. */
export function StateTab() {
  const { t, i18n } = useTranslation();
  const { agent, clock, course, inView } = useMeeting();
  usePulse(clock, 4);
  const { affect } = agent.state;
  const { moments } = course;
  return (
    <>
      <Section title={t('state.plane')}><AffectPlane affect={affect} moments={moments} /></Section>
      {affect.conflict.degree > NOTICEABLE_CONFLICT && <Alert variant="default" icon={<IconArrowsSplit aria-hidden />} mb="lg">{t('state.conflict')}</Alert>}
      <Section title={t('state.emotions')}>
        {affect.mixed && (
          <Alert variant="default" icon={<IconLayersIntersect aria-hidden />} mb="sm" data-testid="mixed">
            {t('state.mixed', { names: new Intl.ListFormat(i18n.language).format(affect.mixed.emotions.map((emotion) => t(`emotions.${emotion}`))) })}
          </Alert>
        )}
        <EmotionList estimate={affect.phase === 'absent' ? null : affect.estimate} {...(affect.mixed && { held: affect.mixed.emotions })} />
        {affect.phase !== 'absent' && <Text size="xs" c="dimmed" mt="xs" data-testid="fused-by">{t(`state.fusion.${affect.fusion.instead ?? affect.fusion.by}`)}</Text>}
      </Section>
      {inView && <InView people={inView} />}
      <Section title={t('state.course')}>
        {affect.phase !== 'absent' && <Text size="sm" mb="xs" data-testid="going">{t(`state.going.${goingOf(agent.state)}`)}</Text>}
        <TimeChart
          name="attune-course" range={[-1, 1]} times={moments.map(({ at }) => at)}
          lines={[
            { label: t('state.valence'), colour: 'var(--sense-fused)', dash: [], ...courseLine(moments, 'valence') },
            { label: t('state.arousal'), colour: 'var(--attune-second)', dash: [5, 4], ...courseLine(moments, 'arousal') },
          ]}
        />
        <Text size="xs" c="dimmed" mt="xs">{t('state.band')} {t('state.chartKeys')}</Text>
      </Section>
    </>
  );
}

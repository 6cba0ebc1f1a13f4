import { Badge, Button, Group, Paper, Text } from '@mantine/core';
import { type CompanionMore, regionOf } from 'attune/scenario';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Section } from '../../../shared/section.tsx';
import type { CompanionPanelProps } from './panel-props.ts';

const HELPED = { no: 0, little: 0.5, much: 1 };

/** One small thing to do, and afterwards whether it helped. */
export function SmallThing({ pack, scenario, language, diary, state: { policy: { view, report, next, activity: chosen } } }: CompanionPanelProps) {
  const { t } = useTranslation('pack');
  const [skipped, setSkipped] = useState(0);
  const { activities } = pack.more as CompanionMore;
  const region = report ? regionOf(report) : 'well';
  const allowed = activities.filter(({ when }) => when.includes(region));
  const first = Math.max(0, allowed.findIndex(({ id }) => id === (chosen ?? next?.[region])));
  const doing = view === 'activity' ? activities.find(({ id }) => id === chosen) : undefined;
  const shown = doing ?? allowed[(first + skipped) % allowed.length]!;
  const tell = (helped: number | null): void => {
    diary.add({ kind: 'tried', activity: shown.id, before: report && { valence: report.valence, arousal: report.arousal }, helped });
    setSkipped(0);
    scenario.take({ type: 'own', own: { about: 'tried', activity: shown.id, helped } }, language);
  };
  return (
    <Section title={t('activity.title')}>
      <Paper withBorder radius="md" p="md" data-testid="activity" data-activity={shown.id}>
        <Group justify="space-between" wrap="nowrap" align="flex-start">
          <Text fw={600}>{shown.title[language]}</Text>
          <Badge variant="light" color="gray" tt="none" fw={500} style={{ flex: 'none' }}>{t('activity.minutes', { count: shown.minutes })}</Badge>
        </Group>
        <Text size="sm" mt={4}>{shown.says[language]}</Text>
        {doing ? (
          <>
            <Text size="sm" fw={600} mt="md" mb={6}>{t('activity.after')}</Text>
            <Group gap={6}>
              {Object.entries(HELPED).map(([name, helped]) => <Button key={name} size="compact-md" variant="light" onClick={() => tell(helped)} data-testid={`helped-${name}`}>{t(`activity.helped.${name}`)}</Button>)}
              <Button size="compact-md" variant="subtle" color="gray" onClick={() => tell(null)}>{t('activity.notDone')}</Button>
            </Group>
          </>
        ) : (
          <Group gap={6} mt="sm">
            <Button size="compact-md" variant="light" onClick={() => scenario.take({ type: 'own', own: { about: 'try', activity: shown.id } }, language)} data-testid="try">{t('activity.start')}</Button>
            {allowed.length > 1 && <Button size="compact-md" variant="subtle" color="gray" onClick={() => setSkipped(skipped + 1)}>{t('activity.another')}</Button>}
          </Group>
        )}
      </Paper>
    </Section>
  );
}

import { Alert, Button, Group, Paper, Stack, Text } from '@mantine/core';
import { IconCheck, IconInfoCircle } from '@tabler/icons-react';
import { ADAPTED_SENSES, type HeadVerdict, LEAST_LABELS } from 'attune/adapt';
import { useTranslation } from 'react-i18next';
import { percent } from '../shared/measures.ts';
import { Section } from '../shared/section.tsx';
import { lessonsFor } from './collecting.ts';
import { useCollecting, useCollectingView } from './collecting-context.ts';

/** Whether reading suits the person who is here, in words, and one tap to have it as it was. */
export function AdaptCard() {
  const { t } = useTranslation();
  const { adapt, asItWas } = useCollecting();
  const view = useCollectingView((all) => all);
  return (
    <Paper withBorder radius="lg" p="lg" data-testid="adapt">
      <Section title={t('collect.adapt.title')}>
        <Text size="sm" c="dimmed" mb="sm">{t('collect.adapt.help', { least: LEAST_LABELS })}</Text>
        <Stack gap="sm">
          {ADAPTED_SENSES.map((sense) => {
            const verdict = view.verdicts[sense];
            return (
              <div key={sense}>
                <Group justify="space-between" wrap="nowrap">
                  <Text size="sm">{t(`collect.senses.${sense}`)}: {t('collect.adapt.labels', { count: lessonsFor(view, sense).length })}</Text>
                  <Button size="compact-sm" variant="light" loading={view.learning === sense} disabled={view.learning !== null} onClick={() => void adapt(sense)} aria-label={`${t('collect.adapt.do')}: ${t(`collect.senses.${sense}`)}`} data-testid={`adapt-${sense}`}>{t('collect.adapt.do')}</Button>
                </Group>
                {verdict ? <Told verdict={verdict} sense={sense} /> : view.adapted.includes(sense) && <Text size="sm" c="dimmed">{t('collect.adapt.is')}</Text>}
              </div>
            );
          })}
          {view.adapted.length > 0 && <Group><Button size="compact-sm" variant="default" onClick={() => void asItWas()} data-testid="as-it-was">{t('collect.adapt.asItWas')}</Button></Group>}
        </Stack>
      </Section>
    </Paper>
  );
}

function Told({ verdict: { reason, labels, emotions, error }, sense }: { verdict: HeadVerdict; sense: string }) {
  const { t } = useTranslation();
  const accepted = reason === 'accepted';
  return (
    <Alert mt={6} variant="light" color={accepted ? 'teal' : 'gray'} icon={accepted ? <IconCheck aria-hidden /> : <IconInfoCircle aria-hidden />} data-testid={`verdict-${sense}`} data-reason={reason} role="status">
      <Text size="sm">{t(`collect.verdicts.${reason}`, { labels, least: LEAST_LABELS, emotions: emotions.map((emotion) => t(`emotions.${emotion}`)).join(', '), ...(error && { before: percent(error.before), after: percent(error.after) }) })}</Text>
    </Alert>
  );
}

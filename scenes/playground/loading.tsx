import { Loader, Paper, Stack, Progress, Text, Group } from '@mantine/core';
import { useNetwork } from '@mantine/hooks';
import { IconWifiOff } from '@tabler/icons-react';
import { useAgentState } from 'attune/react';
import { useTranslation } from 'react-i18next';
import { useMeetingView } from './meeting-context.ts';
import type { Subject } from '../shared/problems.ts';
import classes from './loading.module.css';

const LABELS: Readonly<Partial<Record<Subject, string>>> = { avatar: 'stage.preparing', speech: 'stage.voice', face: 'stage.face', voice: 'stage.hearing', text: 'stage.words' };

/** In the avatar's place while it is on its way. */
export function AvatarOnItsWay() {
  const { t } = useTranslation();
  const name = useAgentState((state) => state.character.name);
  const share = useMeetingView(({ loading, avatar }) => (avatar ? undefined : loading.avatar));
  if (share === undefined) return null;
  const label = t('stage.preparing', { name });
  return (
    <Stack className={classes.middle} align="center" gap="sm" role="status">
      <Text size="lg">{label}</Text>
      <Progress value={share * 100} size="sm" w={220} aria-label={label} />
    </Stack>
  );
}

/** What else is still on its way, and that being offline takes nothing away. */
export function Loading() {
  const { t } = useTranslation();
  const name = useAgentState((state) => state.character.name);
  const loading = useMeetingView((view) => view.loading);
  const shown = useMeetingView(({ avatar }) => avatar !== null);
  const { online } = useNetwork();
  const parts = (Object.entries(loading) as [Subject, number][]).filter(([part]) => LABELS[part] && (part !== 'avatar' || shown));
  return (
    <>
      {parts.length > 0 && (
        <Paper className={classes.card} radius="lg" p="sm" role="status">
          <Stack gap={8}>
            {parts.map(([part, share]) => (
              <div key={part}>
                <Group justify="space-between" gap="xs" wrap="nowrap">
                  <Text size="sm">{t(LABELS[part] ?? '', { name })}</Text>
                  {share > 0 ? <Text size="xs" c="dimmed">{Math.round(share * 100)} %</Text> : <Loader size={12} />}
                </Group>
                <Progress value={share * 100} size="xs" mt={4} aria-label={t(LABELS[part] ?? '', { name })} />
              </div>
            ))}
          </Stack>
        </Paper>
      )}
      {!online && (
        <Paper className={classes.card} radius="lg" p="sm" role="status">
          <Group gap="xs" wrap="nowrap"><IconWifiOff size={18} style={{ flex: 'none' }} aria-hidden /><Text size="sm">{t('offline')}</Text></Group>
        </Paper>
      )}
    </>
  );
}

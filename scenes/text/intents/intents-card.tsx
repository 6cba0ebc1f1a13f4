import { ActionIcon, Button, Card, Group, Paper, Stack, Text, Textarea, TextInput, Title } from '@mantine/core';
import { IconPencilPlus, IconPlus, IconX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { useReading } from '../reading-context.ts';
import { EXAMPLE_INTENTS } from './example-intents.ts';
import type { DraftIntent } from './own-intents.ts';

/** Intents that a visitor makes up by examples, as a game or a help desk would. */
export function IntentsCard() {
  const { t, i18n } = useTranslation();
  const { intents } = useReading();
  const { drafts, state } = useStore(intents.view);
  return (
    <Card withBorder radius="lg" padding="md" component="section">
      <Title order={2} size="h5">{t('text.own.title')}</Title>
      <Text size="sm" c="dimmed" mt={4}>{t('text.own.help')}</Text>
      {drafts.length > 0 && <Stack gap="sm" mt="sm">{drafts.map((draft) => <IntentEditor key={draft.id} draft={draft} />)}</Stack>}
      <Group gap="xs" mt="sm">
        <Button variant="default" size="compact-md" leftSection={<IconPlus size={16} aria-hidden />} data-testid="intent-add" onClick={() => intents.add([{ name: '', examples: '' }])}>{t('text.own.add')}</Button>
        {drafts.length === 0 && (
          <Button variant="default" size="compact-md" leftSection={<IconPencilPlus size={16} aria-hidden />} data-testid="intent-examples" onClick={() => intents.add(EXAMPLE_INTENTS[i18n.language === 'zh' ? 'zh' : 'en'])}>{t('text.own.example')}</Button>
        )}
      </Group>
      {state !== 'none' && <Text size="sm" c="dimmed" mt="sm" role="status" data-testid="intents-state" data-state={state}>{t(`text.own.states.${state}`)}</Text>}
    </Card>
  );
}

function IntentEditor({ draft: { id, name, examples } }: { draft: DraftIntent }) {
  const { t } = useTranslation();
  const { intents } = useReading();
  return (
    <Paper withBorder radius="md" p="sm">
      <Group gap="xs" align="flex-end" wrap="nowrap">
        <TextInput size="sm" flex={1} label={t('text.own.name')} value={name} maxLength={60} onChange={(event) => intents.change(id, { name: event.currentTarget.value })} />
        <ActionIcon size={36} variant="subtle" color="gray" aria-label={t('text.own.remove', { name })} onClick={() => intents.remove(id)}><IconX size={18} aria-hidden /></ActionIcon>
      </Group>
      <Textarea size="sm" mt={6} label={t('text.own.examples')} rows={4} resize="vertical" value={examples} onChange={(event) => intents.change(id, { examples: event.currentTarget.value })} />
    </Paper>
  );
}

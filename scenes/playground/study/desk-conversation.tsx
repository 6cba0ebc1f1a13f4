import { Badge, Card, Group, ScrollArea, Stack, Text, Title } from '@mantine/core';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { DeskView } from './desk-link.ts';
import classes from './desk-page.module.css';

/** What was said, the newest in view, and which of it the researcher chose. */
export function DeskConversation({ view: { turns, who } }: { view: DeskView }) {
  const { t } = useTranslation();
  const viewport = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (turns.length > 0 && viewport.current) viewport.current.scrollTop = viewport.current.scrollHeight;
  }, [turns.length]);
  return (
    <Card withBorder radius="lg" padding="md" className={classes.conversation} component="section">
      <Title order={2} size="h5" mb="xs">{t('desk.conversation')}</Title>
      <ScrollArea flex={1} mih={0} viewportRef={viewport} viewportProps={{ tabIndex: 0, 'aria-label': t('desk.conversation') }}>
        {turns.length === 0 && <Text size="sm" c="dimmed">{t('desk.empty')}</Text>}
        <Stack gap="sm">
          {turns.map(({ id, speaker, text, chosen }) => (
            <div key={id} data-testid="desk-turn">
              <Group gap={6}>
                <Text size="xs" fw={650} className={speaker === 'agent' ? classes.agent : undefined}>{speaker === 'agent' ? who : t('replay.events.summary.player')}</Text>
                {chosen && <Badge size="xs" variant="default" tt="none">{t('desk.chosen')}</Badge>}
              </Group>
              <Text lh={1.45}>{text}</Text>
            </div>
          ))}
        </Stack>
      </ScrollArea>
    </Card>
  );
}

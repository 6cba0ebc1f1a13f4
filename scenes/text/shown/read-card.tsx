import { Badge, Button, Card, Collapse, Group, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconChevronDown } from '@tabler/icons-react';
import type { ReadText } from 'attune/browser';
import { useTranslation } from 'react-i18next';
import hatch from '../../shared/hatch.module.css';
import { useAppears } from '../../shared/use-appears.ts';
import { Details } from './details.tsx';
import { MarkedText } from './marked-text.tsx';
import { useOwnIntentWords } from './use-own-intent-words.ts';
import classes from './read-card.module.css';

interface ReadCardProps {
  readonly text: string;
  /** Null while it is being read. */
  readonly read: ReadText | null;
  readonly busy: boolean;
  readonly opened: boolean;
}

/** One text: which words speak, how it appears and what it wants in a line, and all figures behind a tap. */
export function ReadCard({ text, read, busy, opened: first }: ReadCardProps) {
  const { t } = useTranslation();
  const [opened, { toggle }] = useDisclosure(first);
  return (
    <Card component="li" withBorder radius="lg" padding="md" data-testid="read-card" data-read={read?.size ?? 'unread'}>
      <MarkedText text={text} read={read} reachable={opened} />
      {!read && <Text size="sm" c="dimmed" mt="xs">{t(busy ? 'text.lines.reading' : 'text.lines.unread')}</Text>}
      {read && (
        <>
          <Group justify="space-between" align="flex-end" gap="xs" mt={6}>
            <div className={classes.line}><Appears read={read} /></div>
            <Button variant="subtle" size="compact-sm" aria-expanded={opened} data-testid="details-toggle" rightSection={<IconChevronDown size={16} aria-hidden className={opened ? classes.up : classes.down} />} onClick={toggle}>
              {t('text.details.toggle')}
            </Button>
          </Group>
          <Collapse expanded={opened}>{opened && <Details text={text} read={read} />}</Collapse>
        </>
      )}
    </Card>
  );
}

/** How a text appears, in words before numbers, and what it wants. */
function Appears({ read }: { read: ReadText }) {
  const { t } = useTranslation();
  const appears = useAppears('text')(read);
  const own = useOwnIntentWords()(read);
  return (
    <>
      {appears === null
        ? <Text fw={600} data-testid="appears"><span className={`${hatch.hatched} ${classes.unknown}`}><span className={hatch.label}>{t('state.unknown')}</span></span> <Text span size="sm" c="dimmed" fw={400}>{t('text.appears.unknown')}</Text></Text>
        : <Text fw={600} data-testid="appears">{appears}</Text>}
      <Group gap={6} mt={6}>
        <Badge variant="default" size="lg" fw={500} tt="none">{t('text.intent', { intent: t(`intents.${read.intent}`) })}</Badge>
        {own !== null && <Badge variant={read.domain ? 'light' : 'default'} size="lg" fw={500} tt="none" data-testid="own-intent">{own}</Badge>}
      </Group>
    </>
  );
}

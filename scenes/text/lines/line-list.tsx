import { Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { Pages } from '../pages.tsx';
import { useReading } from '../reading-context.ts';
import { ReadCard } from '../shown/read-card.tsx';

const PER_PAGE = 10;

/** What was read, in the order in which it is written. */
export function LineList() {
  const { t } = useTranslation();
  const { lines, busy } = useStore(useReading().lines.view);
  const [page, setPage] = useState(1);
  const pages = Math.ceil(lines.length / PER_PAGE);
  const shown = Math.min(page, Math.max(1, pages));
  if (lines.length === 0) return <Text c="dimmed" ta="center" my="xl" data-testid="empty">{t('text.lines.empty')}</Text>;
  return (
    <div>
      <Text size="sm" c="dimmed" mb="xs">{t('text.evidence.legend')}</Text>
      <Stack component="ol" gap="sm" m={0} p={0} style={{ listStyle: 'none' }} aria-label={t('text.lines.title')} aria-busy={busy}>
        {lines.slice((shown - 1) * PER_PAGE, shown * PER_PAGE).map(({ at, text, read }) => <ReadCard key={at} text={text} read={read} busy={busy} opened={at === 0} />)}
      </Stack>
      <Pages total={pages} value={shown} onChange={setPage} label={t('text.lines.title')} />
    </div>
  );
}

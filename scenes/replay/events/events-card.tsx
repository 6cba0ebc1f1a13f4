import { Button, Card, Group, Pagination, Table, Text, Title } from '@mantine/core';
import type { SessionTrace } from 'attune/record';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { eventsOf, stateOf, talkOf } from '../lanes/items-of.ts';
import { useReplaying } from '../replaying-context.ts';
import { timeLabel } from '../timeline/time-label.ts';
import { Summary } from './summary.tsx';

/** So many rows are shown at once. */
const ROWS = 25;

/** The session in figures and as a table: the same as the time line, for those who read rather than look. */
export function EventsCard({ trace }: { trace: SessionTrace }) {
  const { t } = useTranslation();
  const { timeline } = useReplaying();
  const [page, setPage] = useState(1);
  const rows = useMemo(() => [stateOf(trace, t), talkOf(trace, t), eventsOf(trace, t)]
    .flatMap((lane) => lane.rows.flatMap(({ label: kind, items }) => items.map(({ from, to, label }) => ({ from, to, label, kind }))))
    .sort((a, b) => a.from - b.from)
    .map(({ from, to, label, kind }, number) => ({ from, to, label, kind, number })), [trace, t]);
  const pages = Math.max(1, Math.ceil(rows.length / ROWS));
  const shown = Math.min(page, pages);
  return (
    <Card withBorder radius="lg" padding="md" component="section" data-testid="events">
      <Title order={2} size="h5">{t('replay.events.title')}</Title>
      <Summary trace={trace} />
      <Table.ScrollContainer minWidth={280} mt="md">
        <Table fz="sm" verticalSpacing={2}>
          <Table.Thead>
            <Table.Tr><Table.Th w="9.5rem">{t('state.time')}</Table.Th><Table.Th w="9rem">{t('replay.events.kind')}</Table.Th><Table.Th>{t('replay.events.what')}</Table.Th></Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {rows.slice((shown - 1) * ROWS, shown * ROWS).map(({ from, to, kind, label, number }) => {
              const time = to === from ? timeLabel(from, 0.1) : t('replay.notes.span', { from: timeLabel(from, 0.1), to: timeLabel(to, 0.1) });
              return (
                <Table.Tr key={number}>
                  <Table.Td><Button variant="subtle" size="compact-sm" px={4} style={{ fontVariantNumeric: 'tabular-nums' }} aria-label={t('replay.jump', { time })} onClick={() => timeline.look(from)}>{time}</Button></Table.Td>
                  <Table.Td><Text size="sm" c="dimmed">{kind}</Text></Table.Td>
                  <Table.Td>{label}</Table.Td>
                </Table.Tr>
              );
            })}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
      {pages > 1 && (
        <Group component="nav" justify="center" mt="md" aria-label={t('replay.events.title')}>
          <Pagination total={pages} value={shown} onChange={setPage} size="sm" siblings={1} getItemProps={(each) => ({ 'aria-label': t('text.pages.page', { page: each }) })} getControlProps={(control) => ({ 'aria-label': t(`text.pages.${control}`) })} />
        </Group>
      )}
    </Card>
  );
}

import { ActionIcon, Box, Card, Table, Text, Title, useMatches } from '@mantine/core';
import { IconChevronDown } from '@tabler/icons-react';
import { certainty, likeliest } from 'attune';
import type { ReadText } from 'attune/browser';
import { memo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { emotionsUnknown, wordFor } from '../../shared/emotion-words.ts';
import { percent } from '../../shared/measures.ts';
import { Pages } from '../pages.tsx';
import { useReading } from '../reading-context.ts';
import { Details } from '../shown/details.tsx';
import { MarkedText } from '../shown/marked-text.tsx';
import type { ParsedTable } from './parse-table.ts';
import classes from './rows-card.module.css';

const PER_PAGE = 25;

/** The rows of the file with what was read of each, a page at a time; all of one row behind a tap. */
export function RowsCard() {
  const { table, results } = useStore(useReading().table.view);
  return table && <Rows table={table} results={results} />;
}

function Rows({ table, results }: { table: ParsedTable; results: readonly (ReadText | null)[] }) {
  const { t } = useTranslation();
  const [page, setPage] = useState(1);
  const [opened, setOpened] = useState<number | null>(null);
  const pages = Math.ceil(table.rows.length / PER_PAGE);
  const first = (page - 1) * PER_PAGE;
  const shown = table.rows.slice(first, first + PER_PAGE).map((row, i) => ({ at: first + i, text: row[table.text]! }));
  return (
    <Card withBorder radius="lg" padding="md" component="section" data-testid="rows">
      <Title order={2} size="h5" mb="xs">{t('text.rows.title')}</Title>
      <Table verticalSpacing={6} horizontalSpacing="xs" layout="fixed" className={classes.table}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th className={classes.number}>{t('text.rows.number')}</Table.Th>
            <Table.Th>{t('text.rows.text')}</Table.Th>
            <Table.Th className={classes.appears} visibleFrom="sm">{t('text.rows.appears')}</Table.Th>
            <Table.Th className={classes.valence} visibleFrom="sm">{t('state.valence')}</Table.Th>
            <Table.Th className={classes.intent} visibleFrom="sm">{t('text.rows.intent')}</Table.Th>
            <Table.Th className={classes.open}><span className={classes.hidden}>{t('text.details.toggle')}</span></Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {shown.map(({ at, text }) => <Row key={at} at={at} text={text} read={results[at] ?? null} opened={opened === at} onOpen={setOpened} />)}
        </Table.Tbody>
      </Table>
      <Pages total={pages} value={page} label={t('text.rows.title')} onChange={(next) => {
        setOpened(null);
        setPage(next);
      }} />
    </Card>
  );
}

interface RowProps {
  readonly at: number;
  readonly text: string;
  readonly read: ReadText | null;
  readonly opened: boolean;
  /** Null closes it. */
  readonly onOpen: (at: number | null) => void;
}

/** Drawn again only when it changes: the table is drawn anew with every batch that was read. */
const Row = memo(function Row({ at, text, read, opened, onOpen }: RowProps) {
  const { t, i18n } = useTranslation();
  return (
    <>
      <Table.Tr data-testid="row">
        <Table.Td c="dimmed" className={classes.figure}>{(at + 1).toLocaleString(i18n.language)}</Table.Td>
        <Table.Td><Text size="sm" dir="auto" lineClamp={2}>{text.slice(0, 300)}</Text><Box hiddenFrom="sm" mt={2}><RowAppears read={read} /></Box></Table.Td>
        <Table.Td visibleFrom="sm"><RowAppears read={read} /></Table.Td>
        <Table.Td visibleFrom="sm" className={classes.figure}>{read && (certainty(read.valence) > 0.1 ? read.valence.mean.toFixed(2) : t('state.unknown'))}</Table.Td>
        <Table.Td visibleFrom="sm"><Text size="sm">{read && (read.domain?.name ?? t(`intents.${read.intent}`))}</Text></Table.Td>
        <Table.Td>
          {read && (
            <ActionIcon variant="subtle" color="gray" aria-expanded={opened} aria-label={t('text.rows.open', { row: at + 1 })} onClick={() => onOpen(opened ? null : at)}>
              <IconChevronDown size={18} aria-hidden className={opened ? classes.up : classes.down} />
            </ActionIcon>
          )}
        </Table.Td>
      </Table.Tr>
      {opened && read && <OpenedRow text={text} read={read} />}
    </>
  );
});

function OpenedRow({ text, read }: { text: string; read: ReadText }) {
  // As many columns as there are to see.
  const columns = useMatches({ base: 3, sm: 6 });
  return <Table.Tr><Table.Td colSpan={columns}><MarkedText text={text} read={read} reachable /><Details text={text} read={read} /></Table.Td></Table.Tr>;
}

function RowAppears({ read }: { read: ReadText | null }) {
  const { t } = useTranslation();
  if (!read) return <Text size="sm" c="dimmed">–</Text>;
  if (emotionsUnknown(read)) return <Text size="sm" c="dimmed">{t('state.unknown')}</Text>;
  const top = likeliest(read.emotions);
  return <Text size="sm">{t(`state.${wordFor(read.emotions[top])}`)} {t(`emotions.${top}`)} <Text span c="dimmed" className={classes.figure}>{percent(read.emotions[top])}</Text></Text>;
}

import { Alert, Button, Card, Group, Progress, Text, Title } from '@mantine/core';
import { IconAlertCircle, IconDownload, IconFileUpload, IconX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { clockFace } from '../../shared/uplot-options.ts';
import type { Exported } from '../exported-rows.ts';
import { useReading } from '../reading-context.ts';
import { saveExportedCsv, saveExportedJson } from '../save-exported.ts';
import { FileChoices } from './file-choices.tsx';
import { LARGEST, MOST_ROWS, type TableFailure } from './parse-table.ts';
import type { TableView } from './table.ts';

/** A file of many texts: chosen, read with a bar that tells how far, stopped, saved with what was read. */
export function FileCard({ onChoose }: { onChoose: () => void }) {
  const { t } = useTranslation();
  const { table } = useReading();
  const view = useStore(table.view);
  const { state, name, failure } = view;
  const busy = state === 'reading' || state === 'opening';
  return (
    <Card withBorder radius="lg" padding="md" component="section" data-testid="table" data-state={state} data-done={view.done}>
      <Title order={2} size="h5">{t('text.table.title')}</Title>
      <Text size="sm" c="dimmed" mt={4} maw={720}>{t('text.table.help')}</Text>
      <Group gap="sm" mt="sm">
        <Button variant="default" leftSection={<IconFileUpload size={16} aria-hidden />} data-testid="choose" onClick={onChoose}>{t('text.table.choose')}</Button>
        {busy && <Button variant="light" color="red" leftSection={<IconX size={16} aria-hidden />} data-testid="cancel" onClick={table.cancel}>{t('text.table.cancel')}</Button>}
        {!busy && view.table && <Exports view={view} />}
      </Group>
      <FileChoices />
      {state !== 'empty' && <Text size="sm" fw={600} mt="md" truncate="end" title={name}>{name}</Text>}
      {failure && <Failure failure={failure} />}
      {view.table && <Course view={view} total={view.table.rows.length} />}
    </Card>
  );
}

function Exports({ view: { name, table, results } }: { view: TableView }) {
  const { t } = useTranslation();
  const base = `${name.replace(/\.\w+$/, '')}-attune`;
  const exported = (): Exported => ({ columns: table!.columns, rows: table!.rows, text: table!.text, results });
  return (
    <>
      <Button variant="default" leftSection={<IconDownload size={16} aria-hidden />} data-testid="table-csv" onClick={() => void saveExportedCsv(`${base}.csv`, exported())}>{t('text.export.csv')}</Button>
      <Button variant="default" leftSection={<IconDownload size={16} aria-hidden />} data-testid="table-json" onClick={() => void saveExportedJson(`${base}.json`, exported())}>{t('text.export.json')}</Button>
    </>
  );
}

/** How far it is and how long it takes still, or how it ended. */
function Course({ view: { state, done, left, took, foreign }, total }: { view: TableView; total: number }) {
  const { t, i18n } = useTranslation();
  const number = (value: number): string => value.toLocaleString(i18n.language);
  return (
    <>
      <Progress value={(100 * done) / total} mt={6} transitionDuration={0} aria-label={t('text.table.progress')} data-testid="progress" />
      <Group justify="space-between" gap="xs" mt={4}>
        <Text size="sm" c="dimmed" style={{ fontVariantNumeric: 'tabular-nums' }}>{t('text.table.done', { done: number(done), total: number(total) })}</Text>
        <Text size="sm" c="dimmed" role="status" style={{ fontVariantNumeric: 'tabular-nums' }} aria-live="off">
          {state === 'reading' ? (left === null ? t('text.table.begins') : t('text.table.left', { time: clockFace(Math.ceil(left)) })) : t(`text.table.states.${state}`, { time: clockFace(took) })}
        </Text>
      </Group>
      {foreign > 0 && <Text size="sm" mt={4}>{t('text.table.foreign', { count: foreign })}</Text>}
    </>
  );
}

/** Why a file is not read, and what to do. */
function Failure({ failure }: { failure: TableFailure }) {
  const { t, i18n } = useTranslation();
  const columns = failure.reason === 'no-text' ? new Intl.ListFormat(i18n.language).format(failure.columns.slice(0, 12).map((column) => t('text.table.quoted', { column: column.slice(0, 40) }))) : '';
  const line = failure.reason === 'malformed' ? failure.line : 0;
  return (
    <Alert variant="default" radius="lg" mt="sm" icon={<IconAlertCircle aria-hidden />} title={t('text.table.failed')} data-testid="table-failure" data-reason={failure.reason}>
      <Text size="sm">{t(`text.table.failures.${failure.reason}`, { columns, line, megabytes: LARGEST / 1e6, rows: MOST_ROWS.toLocaleString(i18n.language) })}</Text>
    </Alert>
  );
}

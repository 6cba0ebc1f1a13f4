import { Group, Select, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { useReading } from '../reading-context.ts';
import { FILE_SIZES, type FileSize } from '../readers.ts';

/** Which model reads a file, and which of its columns holds the texts. */
export function FileChoices() {
  const { t } = useTranslation();
  const { table: file } = useReading();
  const { size, table } = useStore(file.view);
  return (
    <Stack gap={4} mt="md">
      <Group gap="sm" align="end">
        <Select
          label={t('text.table.size')} data={FILE_SIZES.map((value) => ({ value, label: t(`text.table.sizes.${value}`) }))} value={size} allowDeselect={false}
          onChange={(next) => next && file.chooseSize(next as FileSize)} data-testid="file-size" style={{ flex: '1 1 14rem' }} maw={320}
        />
        {table && table.columns.length > 1 && (
          <Select
            label={t('text.table.column')} data={table.columns.map((column, at) => ({ value: String(at), label: column }))} value={String(table.text)} allowDeselect={false} searchable={table.columns.length > 12}
            onChange={(next) => next !== null && file.chooseColumn(Number(next))} data-testid="file-column" style={{ flex: '1 1 14rem' }} maw={320}
          />
        )}
      </Group>
      <Text size="sm" c="dimmed" maw={720}>{t(`text.table.about.${size}`)}</Text>
    </Stack>
  );
}

import { Button, Card, Group, Text, Textarea } from '@mantine/core';
import { IconDownload, IconPencilPlus } from '@tabler/icons-react';
import { LANGUAGES } from 'attune';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import type { Exported } from '../exported-rows.ts';
import { useReading } from '../reading-context.ts';
import { saveExportedCsv, saveExportedJson } from '../save-exported.ts';
import { EXAMPLES } from './examples.ts';
import { MOST_LINES } from './lines.ts';

/** Where lines are written or pasted, and saved with what was read of them. */
export function ComposerCard() {
  const { t, i18n } = useTranslation();
  const { lines } = useReading();
  const { written, lines: read, leftOut, busy } = useStore(lines.view);
  const exported = (): Exported => ({ columns: ['text'], rows: read.map(({ text }) => [text]), text: 0, results: read.map((line) => line.read) });
  const nothing = read.length === 0 || busy;
  // The examples of the page's own language come first.
  const languages = [...LANGUAGES].sort((a, b) => Number(b === i18n.language) - Number(a === i18n.language));
  return (
    <Card withBorder radius="lg" padding="md" component="section">
      <Textarea
        label={t('text.lines.label')} description={t('text.lines.help')} placeholder={t('text.lines.placeholder')} rows={6} resize="vertical" spellCheck={false}
        value={written} onChange={(event) => lines.write(event.currentTarget.value)} data-testid="lines"
      />
      <Group justify="space-between" gap="sm" mt="sm">
        <Group gap="xs">
          {languages.map((language) => (
            <Button
              key={language} variant="default" size="compact-md" leftSection={<IconPencilPlus size={16} aria-hidden />} data-testid={`examples-${language}`}
              onClick={() => lines.write([written.trim(), ...EXAMPLES[language]].filter((line) => line !== '').join('\n'))}
            >
              {t(`text.lines.examples.${language}`)}
            </Button>
          ))}
        </Group>
        <Group gap="xs">
          <Button variant="default" size="compact-md" disabled={nothing} leftSection={<IconDownload size={16} aria-hidden />} data-testid="lines-csv" onClick={() => void saveExportedCsv('attune-text.csv', exported())}>{t('text.export.csv')}</Button>
          <Button variant="default" size="compact-md" disabled={nothing} leftSection={<IconDownload size={16} aria-hidden />} data-testid="lines-json" onClick={() => void saveExportedJson('attune-text.json', exported())}>{t('text.export.json')}</Button>
        </Group>
      </Group>
      {leftOut > 0 && <Text size="sm" mt="sm" role="status">{t('text.lines.leftOut', { most: MOST_LINES, count: leftOut })}</Text>}
    </Card>
  );
}

import { Container, Group, Stack, Tabs, Text, Title } from '@mantine/core';
import { IconAlignLeft, IconTable } from '@tabler/icons-react';
import { useCallback, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { DropVeil } from '../shared/drop-veil.tsx';
import { LanguageSwitch } from '../shared/language-switch.tsx';
import { ThemeSwitch } from '../shared/theme-switch.tsx';
import { IntentsCard } from './intents/intents-card.tsx';
import { ComposerCard } from './lines/composer-card.tsx';
import { LineList } from './lines/line-list.tsx';
import { ModelsCard } from './models-card.tsx';
import { ProblemNotes } from './problem-notes.tsx';
import { FileCard } from './table/file-card.tsx';
import { RowsCard } from './table/rows-card.tsx';
import { SummaryCard } from './table/summary-card.tsx';
import { TopBar } from './top-bar.tsx';
import { useTableFile } from './use-table-file.ts';
import classes from './text-page.module.css';

/** Lines or a file on one side; which model reads and what it looks for on the other. */
export function TextPage() {
  const { t } = useTranslation();
  const [tab, setTab] = useState<string | null>('lines');
  const showTable = useCallback(() => setTab('table'), []);
  const { rootProps, inputProps, over, choose } = useTableFile(showTable);
  return (
    <div {...rootProps} className={classes.page}>
      <a className="skip" href="#content">{t('app.skip')}</a>
      <TopBar />
      <Container component="main" id="content" size={1440} py="md">
        <input {...inputProps} data-testid="file" />
        <Group justify="space-between" gap="sm" mb="md">
          <div>
            <Title order={1} fz={{ base: 28, sm: 34 }}>{t('gallery.text.title')}</Title>
            <Text c="dimmed">{t('text.lead')}</Text>
            <Text size="sm" c="dimmed">{t('text.stays')}</Text>
          </div>
          <Group gap="xs"><LanguageSwitch /><ThemeSwitch /></Group>
        </Group>
        <div className={classes.grid}>
          <Tabs value={tab} onChange={setTab} keepMounted={false}>
            <Tabs.List mb="md">
              <Tabs.Tab value="lines" leftSection={<IconAlignLeft size={16} aria-hidden />} data-testid="tab-lines">{t('text.tabs.lines')}</Tabs.Tab>
              <Tabs.Tab value="table" leftSection={<IconTable size={16} aria-hidden />} data-testid="tab-table">{t('text.tabs.table')}</Tabs.Tab>
            </Tabs.List>
            <Tabs.Panel value="lines"><Stack><ComposerCard /><LineList /></Stack></Tabs.Panel>
            <Tabs.Panel value="table"><Stack><FileCard onChoose={choose} /><SummaryCard /><RowsCard /></Stack></Tabs.Panel>
          </Tabs>
          <Stack>
            <ProblemNotes />
            <ModelsCard />
            <IntentsCard />
          </Stack>
        </div>
      </Container>
      {over && <div className={classes.veil}><DropVeil title={t('text.drop.title')} text={t('text.drop.text')} /></div>}
    </div>
  );
}

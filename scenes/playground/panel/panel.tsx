import { CloseButton, Group, ScrollArea, Tabs } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useMeeting } from '../meeting-context.ts';
import { MemoryTab } from './memory-tab.tsx';
import { SensesTab } from './senses-tab.tsx';
import { SettingsTab, type SettingsTabProps } from './settings-tab.tsx';
import { StateTab } from './state-tab.tsx';
import { WhyTab } from './why-tab.tsx';
import classes from './panel.module.css';

const TABS = ['senses', 'state', 'why', 'memory', 'settings'] as const;
export type PanelTab = (typeof TABS)[number];

interface PanelProps extends SettingsTabProps {
  readonly tab: PanelTab;
  readonly onTab: (tab: PanelTab) => void;
  readonly onClose: () => void;
}

/** The instruments: what is sensed, what it may mean, why she acts, what is remembered, what can be changed. */
export function Panel({ tab, onTab, onClose, ...settings }: PanelProps) {
  const { t } = useTranslation();
  const { blind } = useMeeting();
  return (
    <Tabs value={tab} onChange={(value) => onTab(value as PanelTab)} keepMounted={false} className={classes.panel} data-testid="panel">
      <Group wrap="nowrap" gap={4} pl={4} pr="xs" className={classes.head}>
        <Tabs.List grow className={classes.list}>
          {TABS.filter((each) => each !== 'why' || !blind).map((each) => <Tabs.Tab key={each} value={each} px={6} data-testid={`tab-${each}`}>{t(`panel.tabs.${each}`)}</Tabs.Tab>)}
        </Tabs.List>
        <CloseButton aria-label={t('panel.close')} onClick={onClose} data-testid="panel-close" />
      </Group>
      <ScrollArea className={classes.body} type="auto" viewportProps={{ tabIndex: 0 }}>
        <Tabs.Panel value="senses" p="md"><SensesTab /></Tabs.Panel>
        <Tabs.Panel value="state" p="md"><StateTab /></Tabs.Panel>
        <Tabs.Panel value="why" p="md"><WhyTab /></Tabs.Panel>
        <Tabs.Panel value="memory" p="md"><MemoryTab remembers={settings.query.remembers} /></Tabs.Panel>
        <Tabs.Panel value="settings" p="md"><SettingsTab {...settings} /></Tabs.Panel>
      </ScrollArea>
    </Tabs>
  );
}

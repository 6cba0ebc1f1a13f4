import { CloseButton, ScrollArea, Tabs } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { BodyTab } from './body-tab.tsx';
import { FeelingsTab } from './feelings-tab.tsx';
import { GazeTab } from './gaze-tab.tsx';
import { GesturesTab } from './gestures-tab.tsx';
import { type PanelPart, PARTS, PART_ICONS } from './parts.ts';
import { PortraitTab } from './portrait-tab.tsx';
import { SpeechTab } from './speech-tab.tsx';
import classes from './panel.module.css';

interface PanelProps {
  readonly part: PanelPart;
  readonly onPart: (part: PanelPart) => void;
  readonly onClose: () => void;
}

/** Everything an avatar can be asked to do, one part at a time. */
export function Panel({ part, onPart, onClose }: PanelProps) {
  const { t } = useTranslation();
  return (
    <Tabs value={part} onChange={(value) => onPart(value as PanelPart)} keepMounted={false} className={classes.panel} data-testid="panel">
      <div className={classes.head}>
        <Tabs.List grow className={classes.list}>
          {PARTS.map((each) => {
            const Icon = PART_ICONS[each];
            return (
              <Tabs.Tab key={each} value={each} className={classes.tab} data-testid={`tab-${each}`}>
                <Icon size={20} stroke={1.7} aria-hidden />
                <span>{t(`avatars.parts.${each}`)}</span>
              </Tabs.Tab>
            );
          })}
        </Tabs.List>
        <CloseButton aria-label={t('panel.close')} onClick={onClose} data-testid="panel-close" />
      </div>
      <ScrollArea className={classes.body} type="auto" viewportProps={{ tabIndex: 0 }}>
        <Tabs.Panel value="feelings" p="md"><FeelingsTab /></Tabs.Panel>
        <Tabs.Panel value="speech" p="md"><SpeechTab /></Tabs.Panel>
        <Tabs.Panel value="gestures" p="md"><GesturesTab /></Tabs.Panel>
        <Tabs.Panel value="gaze" p="md"><GazeTab /></Tabs.Panel>
        <Tabs.Panel value="body" p="md"><BodyTab /></Tabs.Panel>
        <Tabs.Panel value="portrait" p="md"><PortraitTab /></Tabs.Panel>
      </ScrollArea>
    </Tabs>
  );
}

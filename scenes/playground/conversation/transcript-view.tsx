import { Button, CloseButton, Group, ScrollArea, Text, Title } from '@mantine/core';
import { IconArrowDown } from '@tabler/icons-react';
import type { Caption } from 'attune';
import { useAgentState } from 'attune/react';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { useMeeting } from '../meeting-context.ts';
import { TakeAlong } from './take-along.tsx';
import { TurnLine } from './turn-line.tsx';
import classes from './transcript-view.module.css';

/** This near to the end, in pixels, somebody is reading along. */
const NEAR = 60;

interface TranscriptViewProps {
  readonly onClose: () => void;
  readonly onCorrect: (caption: Caption) => void;
}

/** The whole conversation to read: who said what and when, and for each answer why. */
export function TranscriptView({ onClose, onCorrect }: TranscriptViewProps) {
  const { t } = useTranslation();
  const { transcript, blind } = useMeeting();
  const turns = useStore(transcript.turns);
  const name = useAgentState((state) => state.character.name);
  const viewport = useRef<HTMLDivElement>(null);
  const [along, setAlong] = useState(true);
  useEffect(() => {
    const box = viewport.current;
    if (along && box && turns.length > 0) box.scrollTop = box.scrollHeight;
  }, [along, turns]);
  const onScroll = (): void => {
    const box = viewport.current;
    if (box) setAlong(box.scrollHeight - box.scrollTop - box.clientHeight < NEAR);
  };
  return (
    <section className={classes.view} aria-label={t('transcript.title')} data-testid="transcript">
      <Group wrap="nowrap" justify="space-between" gap="xs" px="md" className={classes.head}>
        <Title order={2} size="h5">{t('transcript.title')}</Title>
        <Group gap={4} wrap="nowrap">
          <TakeAlong name={name} />
          <CloseButton aria-label={t('transcript.close')} onClick={onClose} data-testid="transcript-close" />
        </Group>
      </Group>
      <div className={classes.body}>
        <ScrollArea className={classes.scroll} type="auto" viewportRef={viewport} onScrollPositionChange={onScroll} viewportProps={{ tabIndex: 0, 'aria-label': t('transcript.title') }}>
          {turns.length === 0 && <Text p="md" size="sm" c="dimmed">{t('transcript.empty')}</Text>}
          <div role="log" aria-live="polite" aria-label={t('caption.region')} className={classes.log}>
            {turns.map((turn) => <TurnLine key={turn.id} turn={turn} name={turn.speaker === 'agent' ? name : t('caption.you')} began={transcript.began} tellsWhy={!blind} onCorrect={onCorrect} />)}
          </div>
        </ScrollArea>
        {!along && (
          <Button className={classes.newest} size="compact-sm" radius="xl" variant="default" leftSection={<IconArrowDown size={16} aria-hidden />} onClick={() => setAlong(true)} data-testid="transcript-newest">
            {t('transcript.newest')}
          </Button>
        )}
      </div>
    </section>
  );
}

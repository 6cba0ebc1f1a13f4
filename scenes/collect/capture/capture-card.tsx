import { Button, Paper, SegmentedControl, Select, Stack, Text, Textarea } from '@mantine/core';
import { IconCamera, IconMicrophone, IconPencil } from '@tabler/icons-react';
import { ADAPTED_SENSES, type AdaptedSense } from 'attune/adapt';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Section } from '../../shared/section.tsx';
import { LENGTHS } from '../collecting.ts';
import { useCollecting, useCollectingView } from '../collecting-context.ts';
import { type Prompt, PROMPTS } from '../prompts.ts';
import { LabelForm } from './label-form.tsx';

const ICONS = { face: IconCamera, voice: IconMicrophone, text: IconPencil };

/** One episode after another: what to express, a few seconds of it, and what it was. */
export function CaptureCard() {
  const { t } = useTranslation();
  const { open, record, read } = useCollecting();
  const { open: senses, recording, captured } = useCollectingView((view) => view);
  const [sense, setSense] = useState<AdaptedSense>(senses.face === 'off' ? (senses.voice === 'off' ? 'text' : 'voice') : 'face');
  const [prompt, setPrompt] = useState<Prompt>('free');
  const [text, setText] = useState('');
  const SenseIcon = ICONS[sense];
  const isOpen = sense === 'text' || senses[sense] === 'live';
  return (
    <Paper withBorder radius="lg" p="lg">
      <Section title={t('collect.capture.title')}>
        <Stack gap="sm">
          <SegmentedControl fullWidth value={sense} onChange={(next) => setSense(next as AdaptedSense)} data={ADAPTED_SENSES.map((value) => ({ value, label: t(`collect.senses.${value}`) }))} aria-label={t('collect.capture.which')} data-testid="sense" disabled={recording !== null} />
          <Select
            label={t('collect.capture.prompt')} value={prompt} onChange={(next) => setPrompt((next ?? 'free') as Prompt)} allowDeselect={false} data-testid="prompt" comboboxProps={{ withinPortal: false }}
            data={PROMPTS.map((value) => ({ value, label: value === 'free' ? t('collect.free') : t(`emotions.${value}`) }))}
          />
          <Text size="sm" mih="2.9em">{prompt === 'free' ? t(`collect.asks.free.${sense}`) : t(`collect.asks.${sense}`, { scene: t(`collect.scenes.${prompt}`) })}</Text>
          {sense === 'text' && <Textarea label={t('collect.capture.text')} autosize minRows={2} maxRows={6} maxLength={2000} value={text} onChange={(event) => setText(event.currentTarget.value)} data-testid="text" />}
          {isOpen
            ? (
              <Button
                leftSection={<SenseIcon size={18} aria-hidden />} loading={recording !== null} loaderProps={{ type: 'dots' }} disabled={sense === 'text' && text.trim() === ''} data-testid="record"
                onClick={() => void (sense === 'text' ? read(text, prompt).then(() => setText('')) : record(sense, prompt))}
              >{sense === 'text' ? t('collect.capture.read') : t('collect.capture.record', { count: LENGTHS[sense] })}</Button>
            )
            : <Button variant="default" leftSection={<SenseIcon size={18} aria-hidden />} loading={senses[sense] === 'starting'} onClick={() => void open(sense)} data-testid="open">{t(`collect.capture.open.${sense}`)}</Button>}
          <Text size="sm" c="dimmed" role="status" data-testid="recording">{recording === null ? '' : t(`collect.capture.now.${recording}`)}</Text>
        </Stack>
      </Section>
      {captured && <LabelForm captured={captured} />}
    </Paper>
  );
}

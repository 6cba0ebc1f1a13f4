import { Alert, Button, Group, Select, Slider, Stack, Switch, Text } from '@mantine/core';
import { IconAlertCircle } from '@tabler/icons-react';
import { EMOTIONS, type Emotion } from 'attune';
import { cleanEpisodes } from 'attune/collect';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { percent } from '../../shared/measures.ts';
import { Section } from '../../shared/section.tsx';
import type { Captured } from '../collecting.ts';
import { useCollecting } from '../collecting-context.ts';
import { CategoryPicker, type Said } from '../category-picker.tsx';

/** What was just captured showed, by whoever showed it; and, if they like, what they felt. */
export function LabelForm({ captured }: { captured: Captured }) {
  const { t } = useTranslation();
  const { keep, discard } = useCollecting();
  const [category, setCategory] = useState<Said | null>(null);
  const [intensity, setIntensity] = useState(0.5);
  const [tells, setTells] = useState(false);
  const [felt, setFelt] = useState<{ readonly emotion: Emotion; readonly intensity: number }>({ emotion: 'neutral', intensity: 0.5 });
  const heading = useRef<HTMLDivElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const fault = cleanEpisodes([{ id: 'new', person: 'A', prompt: null, labels: [{ rater: 'A', category: 'neutral', intensity: 0 }], felt: null, words: null, ...captured.observed }]).left[0]?.fault;
  if (fault) {
    return (
      <Alert variant="light" color="orange" icon={<IconAlertCircle aria-hidden />} title={t('collect.label.unusable')} data-testid="fault" data-fault={fault} role="alert">
        <Text size="sm">{t(`collect.faults.${fault}`)}</Text>
        <Button mt="sm" size="compact-sm" variant="default" onClick={discard}>{t('collect.label.discard')}</Button>
      </Alert>
    );
  }
  return (
    <div ref={heading} tabIndex={-1} data-testid="label-form">
      <Section title={t('collect.label.title')}>
        <Stack gap="md">
          <CategoryPicker value={category} onChange={setCategory} />
          <div>
            <Text size="sm" fw={500}>{t('collect.label.intensity')}</Text>
            <Slider min={0} max={1} step={0.05} value={intensity} onChange={setIntensity} label={percent} thumbLabel={t('collect.label.intensity')} disabled={category === 'untold'} data-testid="intensity" />
          </div>
          <Switch label={t('collect.label.tell')} checked={tells} onChange={(event) => setTells(event.currentTarget.checked)} />
          {tells && (
            <>
              <Select label={t('collect.label.felt')} value={felt.emotion} onChange={(next) => setFelt({ ...felt, emotion: (next ?? 'neutral') as Emotion })} allowDeselect={false} comboboxProps={{ withinPortal: false }} data={EMOTIONS.map((value) => ({ value, label: t(`emotions.${value}`) }))} />
              <Slider min={0} max={1} step={0.05} value={felt.intensity} onChange={(next) => setFelt({ ...felt, intensity: next })} label={percent} thumbLabel={t('collect.label.feltIntensity')} />
            </>
          )}
          <Group gap="xs">
            <Button disabled={category === null} onClick={() => category && keep({ category: category === 'untold' ? null : category, intensity }, tells ? felt : null)} data-testid="keep">{t('collect.label.keep')}</Button>
            <Button variant="default" onClick={discard}>{t('collect.label.discard')}</Button>
          </Group>
        </Stack>
      </Section>
    </div>
  );
}

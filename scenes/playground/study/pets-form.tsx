import { Anchor, Button, Group, List, Slider, Text } from '@mantine/core';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { PETS_ITEMS, PETS_POLES, type PetsAnswers, type PetsItem, petsOrder, scorePets } from './pets.ts';
import type { Answers } from 'attune/record';
import classes from './pets-form.module.css';

interface PetsFormProps {
  readonly seed: number;
  readonly onAnswered: (answers: Answers) => void;
  readonly onLeave: () => void;
}

/** The questionnaire at the end of a study. Nothing is marked before it is chosen, and any of it may be left out. */
export function PetsForm({ seed, onAnswered, onLeave }: PetsFormProps) {
  const { t } = useTranslation();
  const [answers, setAnswers] = useState<PetsAnswers>({});
  const order = useMemo(() => petsOrder(seed), [seed]);
  const given = Object.keys(answers).length;
  return (
    <>
      <Text mt="xs">{t('pets.ask')}</Text>
      <List listStyleType="none" mt="lg" spacing="xl" data-testid="pets" lang="en">
        {order.map((item) => (
          <List.Item key={item} styles={{ itemWrapper: { width: '100%' }, itemLabel: { width: '100%' } }}>
            <Item item={item} value={answers[item]} onChange={(value) => setAnswers((before) => ({ ...before, [item]: value }))} />
          </List.Item>
        ))}
      </List>
      <Group mt="xl" gap="sm">
        <Button disabled={given === 0} data-testid="pets-done" onClick={() => onAnswered(scorePets(answers))}>{t('pets.done')}</Button>
        <Button variant="default" onClick={onLeave}>{t('pets.leave')}</Button>
        <Text size="sm" c="dimmed" role="status">{t('pets.given', { given, all: order.length })}</Text>
      </Group>
      <Text size="xs" c="dimmed" mt="lg">
        Perceived Empathy of Technology Scale (PETS): M. Schmidmaier, J. Rupp, D. Cvetanova, S. Mayer, CHI 2024, <Anchor size="xs" href="https://doi.org/10.1145/3613904.3642035" target="_blank" rel="noopener noreferrer">doi:10.1145/3613904.3642035</Anchor>, CC BY. {t('pets.english')}
      </Text>
    </>
  );
}

function Item({ item, value, onChange }: { item: PetsItem; value: number | undefined; onChange: (value: number) => void }) {
  const { t } = useTranslation();
  return (
    <>
      <Text id={`pets-${item}`} fw={550}>{PETS_ITEMS[item]}</Text>
      <Slider
        className={classes.slider} mt={6} label={null} min={0} max={100} value={value ?? 50} data-unanswered={value === undefined || undefined} data-testid={`pets-${item}`}
        thumbProps={{ 'aria-labelledby': `pets-${item}`, 'aria-valuetext': value === undefined ? t('pets.unanswered') : String(value) }}
        // A tap in the very middle changes nothing, but is an answer.
        onChange={onChange} onChangeEnd={onChange}
      />
      <Group justify="space-between" gap="xs"><Text size="xs" c="dimmed">{PETS_POLES.least}</Text><Text size="xs" c="dimmed">{PETS_POLES.most}</Text></Group>
    </>
  );
}

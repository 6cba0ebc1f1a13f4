import { Button, Group, Text } from '@mantine/core';
import { IconBulb, IconPlayerSkipForward } from '@tabler/icons-react';
import type { TutorProgress } from 'attune/scenario';
import { useTranslation } from 'react-i18next';
import { AnswerField } from './answer-field.tsx';
import classes from './exercise.module.css';
import { MathText } from './math-text.tsx';

interface ExerciseCardProps {
  readonly exercise: NonNullable<TutorProgress['exercise']>;
  readonly onAnswer: (words: string) => void;
  /** Something is wished for, by the act that the tutor knows. */
  readonly onWish: (act: string) => void;
}

/** The open exercise, large; where to answer it, and the hints that were given. */
export function ExerciseCard({ exercise, onAnswer, onWish }: ExerciseCardProps) {
  const { t } = useTranslation('pack');
  const { id, skill, level, asks, code, prints, hints, hintsLeft } = exercise;
  return (
    <section className={classes.card} aria-label={t('exercise')} data-testid="exercise" data-exercise={id} data-level={level}>
      <div className={classes.head}>
        <Text size="sm" c="dimmed" fw={600}>{skill}</Text>
        <span className={classes.levels} role="img" aria-label={t('level', { level })}>{[1, 2, 3].map((each) => <span key={each} className={classes.level} data-filled={each <= level} />)}</span>
      </div>
      <p className={classes.asks}><MathText text={asks} /></p>
      {code !== null && <pre className={classes.code}>{code}</pre>}
      {prints !== null && <Text size="sm" mb="sm">{t('prints')} <code>{prints.replaceAll('\n', ' · ')}</code></Text>}
      <AnswerField key={id} exercise={exercise} onAnswer={onAnswer} />
      {hints.map((hint) => <Text key={hint} className={classes.hint} data-testid="hint"><MathText text={hint} /></Text>)}
      <Group gap="xs" mt="md">
        <Button variant="light" size="compact-md" leftSection={<IconBulb size={16} aria-hidden />} disabled={hintsLeft === 0} data-testid="wish-hint" onClick={() => onWish('hint')}>{t(hintsLeft === 0 ? 'noHints' : 'wish.hint')}</Button>
        <Button variant="subtle" size="compact-md" leftSection={<IconPlayerSkipForward size={16} aria-hidden />} onClick={() => onWish('skip')}>{t('wish.skip')}</Button>
        <Button variant="subtle" size="compact-md" onClick={() => onWish('show')}>{t('wish.show')}</Button>
      </Group>
    </section>
  );
}

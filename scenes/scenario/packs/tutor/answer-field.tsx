import { Button, Group, TextInput } from '@mantine/core';
import type { TutorProgress } from 'attune/scenario';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './exercise.module.css';
import { MathText } from './math-text.tsx';

interface AnswerFieldProps {
  readonly exercise: NonNullable<TutorProgress['exercise']>;
  /** What is given goes the way of all words: the character hears it. */
  readonly onAnswer: (words: string) => void;
}

/** Where an answer is given: options to press, lines to bring into order, or a field to write in. */
export function AnswerField({ exercise, onAnswer }: AnswerFieldProps) {
  if (exercise.kind === 'choice') {
    return (
      <div className={classes.options}>
        {exercise.items.map(({ letter, text }) => <Button key={letter} className={classes.option} variant="default" size="md" data-testid={`option-${letter}`} onClick={() => onAnswer(text)}><MathText text={text} /></Button>)}
      </div>
    );
  }
  return exercise.kind === 'order' ? <OrderField exercise={exercise} onAnswer={onAnswer} /> : <WrittenField exercise={exercise} onAnswer={onAnswer} />;
}

function WrittenField({ exercise, onAnswer }: AnswerFieldProps) {
  const { t } = useTranslation('pack');
  const [words, setWords] = useState('');
  return (
    <form onSubmit={(event) => {
      event.preventDefault();
      if (words.trim() === '') return;
      onAnswer(words.trim());
      setWords('');
    }}>
      <Group gap="xs" wrap="nowrap" align="flex-end">
        <TextInput
          value={words} onChange={(event) => setWords(event.currentTarget.value)} size="lg" flex={1} autoComplete="off" spellCheck={false}
          label={t('answer.label')} placeholder={t(`answer.${exercise.kind === 'fraction' ? 'fraction' : exercise.kind === 'number' ? 'number' : 'text'}`)} data-testid="answer"
        />
        <Button type="submit" size="lg" px="md">{t('answer.give')}</Button>
      </Group>
    </form>
  );
}

/** Items are pressed in the order in which they belong. */
function OrderField({ exercise: { items }, onAnswer }: AnswerFieldProps) {
  const { t } = useTranslation('pack');
  const [placed, setPlaced] = useState<readonly string[]>([]);
  return (
    <>
      <div className={classes.rows}>
        {items.map(({ letter, text }) => {
          const place = placed.indexOf(letter);
          return (
            <Button
              key={letter} className={`${classes.option} ${classes.line}`} variant="default" justify="flex-start" size="md" aria-pressed={place !== -1} data-testid={`item-${letter}`}
              leftSection={<span className={classes.place} data-set={place !== -1}>{place === -1 ? letter : place + 1}</span>}
              onClick={() => setPlaced(place === -1 ? [...placed, letter] : placed.filter((each) => each !== letter))}
            >
              <MathText text={text} />
            </Button>
          );
        })}
      </div>
      <Group gap="xs" mt="sm">
        <Button size="md" disabled={placed.length < items.length} onClick={() => {
          onAnswer(placed.join(' '));
          setPlaced([]);
        }}>{t('answer.give')}</Button>
        <Button size="md" variant="subtle" disabled={placed.length === 0} onClick={() => setPlaced([])}>{t('answer.clear')}</Button>
      </Group>
    </>
  );
}

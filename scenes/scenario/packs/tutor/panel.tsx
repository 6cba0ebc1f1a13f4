import { Button, Text } from '@mantine/core';
import { IconPlayerPlay } from '@tabler/icons-react';
import { readLesson, languagesOf, type TutorNotice, type TutorState, tutorProgress } from 'attune/scenario';
import { useEffect, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { Section } from '../../../shared/section.tsx';
import type { PanelProps } from '../scene-pack.ts';
import { ExerciseCard } from './exercise-card.tsx';
import classes from './exercise.module.css';
import { MathText } from './math-text.tsx';
import { HowItGoes, Skills } from './skills.tsx';

/** So long without a word, in milliseconds, the tutor is told that nothing happens; once for each exercise. */
const IDLE = 60_000;

/** The lesson: the open exercise, what is known of each skill, how it seems to go, and what was explained. */
export function TutorPanel({ pack, content, language, scenario, state, agent }: PanelProps<TutorState, TutorNotice>) {
  const { t } = useTranslation('pack');
  const lesson = useMemo(() => readLesson(pack.more, languagesOf(pack)).more!, [pack]);
  const { stage, exercise, skills, feelings } = tutorProgress(state, lesson, language);
  const wish = (act: string): void => agent.say(content.intents.find((intent) => intent.act === act)!.examples[0]!, { language });
  const told = skills.find(({ title }) => title === exercise?.skill)?.told ?? [];

  const open = exercise?.id;
  useEffect(() => {
    if (open === undefined) return undefined;
    const timer = setTimeout(() => scenario.take({ type: 'own', own: { at: null, looks: null, answer: null, idle: true } }, language), IDLE);
    return () => clearTimeout(timer);
  }, [open, scenario, language]);

  return (
    <>
      {exercise ? <ExerciseCard exercise={exercise} onAnswer={(words) => agent.say(words, { language })} onWish={wish} /> : (
        <section className={classes.card} data-testid="stage" data-stage={stage}>
          <p className={classes.asks}>{t(`stages.${stage === 'exercise' ? 'beginning' : stage}`)}</p>
          <Button size="md" leftSection={<IconPlayerPlay size={18} aria-hidden />} data-testid="begin" onClick={() => wish(stage === 'break' ? 'go-on' : 'begin')}>{t(`start.${stage === 'exercise' ? 'beginning' : stage}`)}</Button>
        </section>
      )}
      {told.length > 0 && <Section title={t('told')}>{told.map((text) => <Text key={text} size="sm" mb={6} lh={1.7}><MathText text={text} /></Text>)}</Section>}
      <Skills skills={skills} />
      <HowItGoes feelings={feelings} />
    </>
  );
}

import { Text } from '@mantine/core';
import type { SessionTime } from 'attune';
import { useTranslation } from 'react-i18next';
import type { MoodSince } from './mood-course.ts';
import classes from './mood-strip.module.css';

/** The moods of the call as a strip, each as long as it lasted, with its name where there is room. What is not known is hatched. */
export function MoodStrip({ course, now }: { readonly course: readonly MoodSince[]; readonly now: SessionTime }) {
  const { t } = useTranslation('pack');
  const [first] = course;
  if (!first) return null;
  const length = Math.max(1, now - first.at);
  const parts = course.map(({ mood, at }, i) => ({ mood, at, share: ((course[i + 1]?.at ?? now) - at) / length }));
  const told = course.map(({ mood }) => t(`moods.${mood}`)).join(t('next'));
  return (
    <figure className={classes.figure} data-testid="moods">
      <div className={classes.strip} role="img" aria-label={told}>
        {parts.map(({ mood, at, share }) => <span key={at} className={classes.part} data-mood={mood} style={{ flexGrow: Math.max(0.02, share) }} />)}
      </div>
      <div className={classes.times} aria-hidden><span>{clock(0)}</span><span>{clock(length)}</span></div>
      <Text component="figcaption" size="sm" className={classes.caption}>
        {course.map(({ mood, at }, i) => <span key={at} className={classes.key}><span className={classes.dot} data-mood={mood} aria-hidden />{t(`moods.${mood}`)}{i < course.length - 1 && <span className={classes.arrow} aria-hidden>→</span>}</span>)}
      </Text>
    </figure>
  );
}

const clock = (seconds: number): string => `${Math.floor(seconds / 60)}:${String(Math.floor(seconds % 60)).padStart(2, '0')}`;

import { Box, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { WordsBy } from '../words/words-choice.ts';
import type { Decided } from './transcript.ts';
import classes from './why-turn.module.css';

/** Why one answer was given, in plain words: what was noticed, what it is for, how it tries that, and who found the words. */
export function WhyTurn({ decided, by }: { decided: Decided; by: WordsBy }) {
  const { t } = useTranslation();
  const { act, strategy, skill, reasons } = decided;
  const parts = [
    ['because', reasons.map((reason) => t(`why.reasons.${reason}`, { defaultValue: reason })).join(t('why.also'))],
    ['aim', t(`why.strategies.${strategy}`)],
    ['how', skill === 'other' ? t(`why.acts.${act}`, { defaultValue: act }) : `${t(`why.acts.${act}`, { defaultValue: act })}${t('transcript.dash')}${t(`transcript.skills.${skill}`)}`],
    ['words', t(`transcript.by.${by}`)],
  ] as const;
  return (
    <Box component="dl" className={classes.why} data-testid="turn-reasons">
      {parts.map(([key, words]) => (
        <div key={key} className={classes.part}>
          <Text component="dt" size="xs" c="dimmed" className={classes.term}>{t(`transcript.${key}`)}</Text>
          <Text component="dd" size="xs" m={0} className={classes.words}>{words}</Text>
        </div>
      ))}
    </Box>
  );
}

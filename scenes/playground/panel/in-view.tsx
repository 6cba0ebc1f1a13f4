import { type Belief, certainty } from 'attune';
import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Section } from '../../shared/section.tsx';
import type { PeopleInView } from '../people-in-view.ts';

/** From here on a mood leans to one side, and people lie apart, as means and deviations of valence in [-1, 1]. */
const LEANS = 0.15;
const APART = 0.25;
/** Under this certainty it is not known how they feel. */
const KNOWN = 0.15;

const leaning = (valence: Belief): 'unknown' | 'pleasant' | 'unpleasant' | 'even' =>
  (certainty(valence) < KNOWN ? 'unknown' : valence.mean > LEANS ? 'pleasant' : valence.mean < -LEANS ? 'unpleasant' : 'even');

/** How many are in view, and how they seem together. */
export function InView({ people: { present, mood } }: { people: PeopleInView }) {
  const { t } = useTranslation();
  const { spread: { valence } } = mood;
  return (
    <Section title={t('state.inView.title')}>
      <Text size="sm" data-testid="in-view">
        {t('state.inView.count', { count: present })}{' '}
        {present > 1 && t(`state.inView.mood.${leaning(mood.valence)}`)}{' '}
        {present > 1 && valence && t(`state.inView.${valence.low > APART ? 'apart' : valence.high < APART ? 'alike' : 'unsure'}`)}
      </Text>
    </Section>
  );
}

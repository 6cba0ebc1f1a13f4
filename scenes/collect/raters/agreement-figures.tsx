import { Text } from '@mantine/core';
import { type Agreement, categoryAgreement, intensityAgreement } from 'attune/collect';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { Figures } from '../../shared/figures.tsx';
import { Section } from '../../shared/section.tsx';
import { useCollectingView } from '../collecting-context.ts';

const tell = ({ alpha, interval }: Agreement): string | null => (alpha === null || interval === null ? null : `${alpha.toFixed(2)} (${interval.map((bound) => bound.toFixed(2)).join(' – ')})`);

/** Krippendorff's alpha with its interval, of categories and of intensities. */
export function AgreementFigures() {
  const { t } = useTranslation();
  const episodes = useCollectingView((view) => view.episodes);
  const [category, intensity] = useMemo(() => [categoryAgreement(episodes), intensityAgreement(episodes)], [episodes]);
  return (
    <Section title={t('collect.agreement.title')}>
      <Figures rows={[[t('collect.agreement.units'), category.units], [t('collect.agreement.category'), tell(category)], [t('collect.agreement.intensity'), tell(intensity)]]} />
      <Text size="xs" c="dimmed" mt={4}>{t('collect.agreement.help')}</Text>
    </Section>
  );
}

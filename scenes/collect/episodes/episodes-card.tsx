import { Paper, Select, Stack, Text } from '@mantine/core';
import { cleanEpisodes, findOutliers } from 'attune/collect';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { Section } from '../../shared/section.tsx';
import { useCollecting, useCollectingView } from '../collecting-context.ts';
import { EpisodeRow } from './episode-row.tsx';

const LETTERS = ['A', 'B', 'C', 'D', 'E', 'F', 'G', 'H'];

/** Everything that was collected, the newest first, with what is wrong or unusual about it. */
export function EpisodesCard() {
  const { t } = useTranslation();
  const { meet } = useCollecting();
  const { episodes, person } = useCollectingView((view) => view);
  const faults = useMemo(() => new Map(cleanEpisodes(episodes).left.map(({ episode, fault }) => [episode.id, fault])), [episodes]);
  const outliers = useMemo(() => new Map(findOutliers(episodes).map((outlier) => [outlier.id, outlier])), [episodes]);
  return (
    <Paper withBorder radius="lg" p="lg" data-testid="episodes" data-count={episodes.length}>
      <Section title={t('collect.episodes.title', { count: episodes.length })} aside={<Select size="xs" w={130} aria-label={t('collect.episodes.person')} value={person} onChange={(next) => meet(next ?? 'A')} allowDeselect={false} data={LETTERS.map((value) => ({ value, label: t('collect.person', { letter: value }) }))} data-testid="person" />}>
        <Text size="sm" c="dimmed" mb="sm">{t('collect.episodes.help')}</Text>
        <Stack gap={0} mah="24rem" style={{ overflowY: 'auto' }} tabIndex={0} role="region" aria-label={t('collect.episodes.list')}>
          {episodes.length === 0 && <Text size="sm" data-testid="empty">{t('collect.episodes.none')}</Text>}
          {episodes.toReversed().map((episode) => <EpisodeRow key={episode.id} episode={episode} fault={faults.get(episode.id) ?? null} outlier={outliers.get(episode.id) ?? null} />)}
        </Stack>
      </Section>
    </Paper>
  );
}

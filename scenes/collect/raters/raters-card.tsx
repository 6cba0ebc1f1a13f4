import { Button, Group, Paper, SegmentedControl, Slider, Stack, Text } from '@mantine/core';
import { labelBy, type Episode } from 'attune/collect';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { percent } from '../../shared/measures.ts';
import { Section } from '../../shared/section.tsx';
import { CategoryPicker, type Said } from '../category-picker.tsx';
import { useCollecting, useCollectingView } from '../collecting-context.ts';
import { AgreementFigures } from './agreement-figures.tsx';
import { Shown } from './shown.tsx';

/** Letters of those who only judge lie at the end of the alphabet, so that they are nobody's who is judged. */
const RATERS = ['X', 'Y', 'Z'] as const;

/** Somebody else says what episodes show, without seeing what was said before; and how far all agree. */
export function RatersCard() {
  const { t } = useTranslation();
  const episodes = useCollectingView((view) => view.episodes);
  const [rater, setRater] = useState<(typeof RATERS)[number]>('X');
  const next = nextFor(episodes, rater);
  return (
    <Paper withBorder radius="lg" p="lg" data-testid="raters">
      <Section title={t('collect.raters.title')} aside={<SegmentedControl size="xs" value={rater} onChange={(value) => setRater(value as typeof rater)} data={RATERS.map((value) => ({ value, label: value }))} aria-label={t('collect.raters.who')} />}>
        <Text size="sm" c="dimmed" mb="sm">{t('collect.raters.help')}</Text>
        {next ? <Judge key={`${rater} ${next.id}`} episode={next} rater={rater} /> : <Text size="sm" data-testid="all-judged">{episodes.length === 0 ? t('collect.raters.nothing') : t('collect.raters.done')}</Text>}
      </Section>
      <AgreementFigures />
    </Paper>
  );
}

/** In an order that has nothing to do with when they were captured: by a hash of the id. */
function nextFor(episodes: readonly Episode[], rater: string): Episode | null {
  const open = episodes.filter((episode) => !labelBy(episode, rater) && (episode.sense !== 'text' || episode.words !== null));
  const lot = ({ id }: Episode): number => [...`${rater}${id}`].reduce((hash, letter) => Math.imul(hash ^ letter.charCodeAt(0), 0x01000193) >>> 0, 0x811c9dc5);
  return open.toSorted((one, other) => lot(one) - lot(other))[0] ?? null;
}

function Judge({ episode, rater }: { episode: Episode; rater: string }) {
  const { t } = useTranslation();
  const { label } = useCollecting();
  const [category, setCategory] = useState<Said | null>(null);
  const [intensity, setIntensity] = useState(0.5);
  return (
    <Stack gap="md" data-testid="judge">
      <Shown episode={episode} />
      <CategoryPicker value={category} onChange={setCategory} />
      <div>
        <Text size="sm" fw={500}>{t('collect.label.intensity')}</Text>
        <Slider min={0} max={1} step={0.05} value={intensity} onChange={setIntensity} label={percent} thumbLabel={t('collect.label.intensity')} disabled={category === 'untold'} />
      </div>
      <Group><Button disabled={category === null} onClick={() => category && label(episode.id, { rater, category: category === 'untold' ? null : category, intensity })} data-testid="judge-next">{t('collect.raters.next')}</Button></Group>
    </Stack>
  );
}

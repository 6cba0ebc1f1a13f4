import { ActionIcon, Group, Text } from '@mantine/core';
import { IconAlertTriangle, IconCamera, IconMicrophone, IconPencil, IconTrash } from '@tabler/icons-react';
import { EMOTIONS } from 'attune';
import { type Episode, type Fault, labelBy, type Outlier } from 'attune/collect';
import { useTranslation } from 'react-i18next';
import { percent } from '../../shared/measures.ts';
import { useCollecting } from '../collecting-context.ts';
import classes from './episode-row.module.css';

const ICONS = { face: IconCamera, voice: IconMicrophone, text: IconPencil };

/** One episode: what its person says that it showed, what the head said, and what is odd about it. */
export function EpisodeRow({ episode, fault, outlier }: { episode: Episode; fault: Fault | null; outlier: Outlier | null }) {
  const { t } = useTranslation();
  const { remove } = useCollecting();
  const { id, sense, person, head, words } = episode;
  const SenseIcon = ICONS[sense];
  const own = labelBy(episode, person);
  const read = head && EMOTIONS[head.indexOf(Math.max(...head))]!;
  return (
    <article className={classes.row} data-testid="episode" data-id={id}>
      <SenseIcon size={18} aria-hidden />
      <div className={classes.said}>
        <Group gap="xs">
          <Text size="sm" fw={600}>{own ? (own.category ? `${t(`emotions.${own.category}`)}, ${percent(own.intensity)}` : t('collect.label.untold')) : t('collect.episodes.unlabelled')}</Text>
          <Text size="sm" c="dimmed">{read ? t('collect.episodes.read', { emotion: t(`emotions.${read}`) }) : t('collect.episodes.unread')}</Text>
        </Group>
        {words !== null && <Text size="sm" lineClamp={2}>{words}</Text>}
        {fault && <Note>{t(`collect.faults.${fault}`)}</Note>}
        {outlier && <Note>{t('collect.episodes.unusual', { what: outlier.traits.map(({ trait, by }) => `${trait} ${by > 0 ? '+' : '−'}`).join(', ') })}</Note>}
      </div>
      <Text size="xs" c="dimmed">{person}</Text>
      <ActionIcon variant="subtle" color="gray" aria-label={t('collect.episodes.remove', { id })} onClick={() => remove(id)} data-testid="remove"><IconTrash size={18} aria-hidden /></ActionIcon>
    </article>
  );
}

function Note({ children }: { children: string }) {
  return <Group gap={6} wrap="nowrap" align="start"><IconAlertTriangle size={14} aria-hidden style={{ flex: 'none', marginTop: 3 }} /><Text size="xs">{children}</Text></Group>;
}

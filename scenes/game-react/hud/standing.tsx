import { Badge, Paper, Text } from '@mantine/core';
import { IconCoins, IconTag } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { type Evening, priceOf } from '../story/evening.ts';
import type { Story } from '../story/story.ts';
import classes from './standing.module.css';

/** Words for how she feels, from the coldest. */
const WARMTHS = ['cold', 'cool', 'even', 'warm', 'fond'] as const;
const wordFor = ({ rapport }: Evening): (typeof WARMTHS)[number] => WARMTHS[Math.round(2 + 2 * Math.max(-1, Math.min(1, 1.4 * rapport)))] ?? 'even';

/** What the player has, how the merchant feels towards them, and what that makes of the price. */
export function Standing({ story }: { readonly story: Story }) {
  const { t } = useTranslation();
  const evening = useStore(story.view, (view) => view.evening);
  const { coins, closed, spring, said, rapport } = evening;
  const word = wordFor(evening);
  const met = said.some((choice) => choice.startsWith('mira'));
  return (
    <Paper className={classes.standing} radius="lg" data-testid="standing">
      <Badge variant="default" size="lg" tt="none" leftSection={<IconCoins size={15} aria-hidden />} data-testid="coins">{t('inn.coins', { count: coins })}</Badge>
      {met && (
        <div className={classes.rapport}>
          <Text size="sm" id="rapport">{t('inn.rapport.label')}: <strong>{t(`inn.rapport.${word}`)}</strong></Text>
          <div className={classes.meter} role="meter" aria-labelledby="rapport" aria-valuemin={-1} aria-valuemax={1} aria-valuenow={Number(rapport.toFixed(2))} aria-valuetext={t(`inn.rapport.${word}`)}>
            <span style={{ insetInlineStart: `${50 + 50 * rapport}%` }} />
          </div>
        </div>
      )}
      {closed !== 'open' && spring === 'wanted' && <Badge variant="light" color="red" size="lg" tt="none">{t('inn.closed')}</Badge>}
      {closed === 'open' && spring === 'wanted' && said.includes('mira-spring') && (
        <Badge variant="light" size="lg" tt="none" leftSection={<IconTag size={15} aria-hidden />} data-testid="price">{t('inn.price', { price: priceOf(evening) })}</Badge>
      )}
    </Paper>
  );
}

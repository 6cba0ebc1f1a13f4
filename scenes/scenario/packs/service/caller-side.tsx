import { Button, Group, Rating, Text } from '@mantine/core';
import type { ServiceState } from 'attune/scenario';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Section } from '../../../shared/section.tsx';
import type { PanelProps } from '../scene-pack.ts';
import classes from './panel.module.css';

/** What a caller may ask, and how good it was. Offers to choose from stand above the line to write on. */
export function CallerSide({ content, language, scenario, agent }: PanelProps<ServiceState>) {
  const { t } = useTranslation('pack');
  const [stars, setStars] = useState(0);
  const rate = (given: number): void => {
    setStars(given);
    scenario.take({ type: 'rated', stars: given }, language);
  };
  return (
    <>
      <Section title={t('topics.title')}>
        <Text size="sm" c="dimmed" mb="xs">{t('topics.help')}</Text>
        <Group gap={6}>
          {content.intents.map(({ id, title, examples }) => (
            <Button key={id} className={classes.topic} size="compact-sm" radius="xl" variant="default" fw={500} data-testid={`topic-${id}`} onClick={() => agent.say(examples[0]!)}>{title}</Button>
          ))}
        </Group>
      </Section>
      <Section title={t('stars.title')}>
        <Group gap="sm">
          <Rating size="lg" value={stars} readOnly={stars > 0} onChange={rate} getSymbolLabel={(count) => t('stars.count', { count })} data-testid="stars" />
          <Text size="sm" c="dimmed" role="status">{stars > 0 && t('stars.thanks')}</Text>
        </Group>
      </Section>
    </>
  );
}

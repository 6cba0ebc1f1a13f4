import { Badge, Group, Text } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';
import { type Pack, reachedGoals, type ScenarioState } from 'attune/scenario';
import { useTranslation } from 'react-i18next';
import { Figures } from '../shared/figures.tsx';
import { Section } from '../shared/section.tsx';
import type { PageLanguage } from '../shared/words.ts';

interface CountedProps {
  readonly pack: Pack;
  readonly state: ScenarioState<unknown>;
  readonly language: PageLanguage;
}

/** What the pack is for and what it counts, as every pack says it. */
export function Counted({ pack, state, language }: CountedProps) {
  const { t } = useTranslation();
  const reached = reachedGoals(pack, state);
  const worded = (about: Pack['name'], id: string): string => about[language] ?? about.en ?? about.zh ?? id;
  return (
    <Section title={t('scenario.counted')}>
      {pack.goals.map(({ id, about }) => (
        <Group key={id} gap="xs" wrap="nowrap" justify="space-between" mb={4} data-testid="goal" data-goal={id} data-reached={reached.includes(id)}>
          <Text size="sm">{worded(about, id)}</Text>
          <Badge variant="default" tt="none" fw={500} style={{ flex: 'none' }} leftSection={reached.includes(id) && <IconCheck size={12} aria-hidden />}>{t(reached.includes(id) ? 'scenario.reached' : 'scenario.notYet')}</Badge>
        </Group>
      ))}
      <Figures rows={pack.measures.map(({ id, about }) => [worded(about, id), state.measures[id] ?? 0])} />
    </Section>
  );
}

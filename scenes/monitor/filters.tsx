import { Chip, Group, MultiSelect, TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { IconSearch } from '@tabler/icons-react';
import type { ViewOverview } from 'attune/monitor';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { useMonitoring } from './monitoring-context.ts';

/** After the last key, in milliseconds. */
const REST = 350;
/** More are better chosen from a list. */
const CHIPS = 8;

/** Who is shown, and which texts count: by source, by topic, by words. */
export function Filters({ overview: { entities, sources, topics } }: { readonly overview: ViewOverview }) {
  const { t } = useTranslation();
  const { state, show, filter } = useMonitoring();
  const shown = useStore(state, (view) => view.shown);
  const { sources: chosenSources, topics: chosenTopics } = useStore(state, (view) => view.filter);
  const search = useDebouncedCallback((words: string) => filter({ words }), REST);
  const usual = { size: 'sm', clearable: true, searchable: true, hidePickedOptions: true, maxDropdownHeight: 260, flex: '1 1 9rem', miw: 0 } as const;
  return (
    <Group gap="xs" align="flex-end" role="search" aria-label={t('monitor.filter')}>
      {entities.length > CHIPS
        ? <MultiSelect {...usual} flex="1 1 100%" label={t('monitor.entities')} data={entities.map(({ id, name }) => ({ value: id, label: name }))} value={[...shown]} onChange={show} data-testid="entities" />
        : (
          <Chip.Group multiple value={[...shown]} onChange={show}>
            <Group gap={6} flex="1 1 100%" role="group" aria-label={t('monitor.entities')} data-testid="entities">{entities.map(({ id, name }) => <Chip key={id} value={id} size="sm" variant="outline">{name}</Chip>)}</Group>
          </Chip.Group>
        )}
      <MultiSelect {...usual} label={t('monitor.sources')} placeholder={chosenSources.length === 0 ? t('monitor.every') : ''} data={sources.map(({ name }) => name)} value={[...chosenSources]} onChange={(value) => filter({ sources: value })} data-testid="sources" />
      <MultiSelect {...usual} label={t('monitor.topicsLabel')} placeholder={chosenTopics.length === 0 ? t('monitor.every') : ''} data={topics.map((value) => ({ value, label: t(`monitor.topics.${value}`, { defaultValue: value }) }))} value={[...chosenTopics]} onChange={(value) => filter({ topics: value })} data-testid="topics" />
      <TextInput size="sm" flex="1 1 9rem" miw={0} label={t('monitor.search')} leftSection={<IconSearch size={16} aria-hidden />} onChange={(event) => search(event.currentTarget.value)} data-testid="search" />
    </Group>
  );
}

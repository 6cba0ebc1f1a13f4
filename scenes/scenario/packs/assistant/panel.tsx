import { Badge, Button, Group, Text } from '@mantine/core';
import type { Notebook } from 'attune/memory';
import type { Assistant, AssistantOwn, AssistantState } from 'attune/scenario';
import { useEffect, useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import { Section } from '../../../shared/section.tsx';
import { usePulse } from '../../../shared/use-pulse.ts';
import { KeepSwitch } from '../keep-switch.tsx';
import type { PanelProps } from '../scene-pack.ts';
import { ItemLine } from './item-line.tsx';
import { pageClock } from './page-clock.ts';

interface AssistantPanelProps extends PanelProps<AssistantState, AssistantOwn> {
  readonly notebook: Notebook;
  readonly assistant: Assistant;
}

/** The assistant is told of the time this often, in seconds. */
const TELLS = 1;

/** What is to be done, what was noted, and how much the assistant asks of its user now. */
export function AssistantPanel({ notebook, assistant, scenario, state: { policy: { items, mood } }, content, language, agent }: AssistantPanelProps) {
  const { t } = useTranslation('pack');
  useEffect(() => {
    const take = (own: AssistantOwn): void => scenario.take({ type: 'own', own }, language);
    void notebook.settled().then(() => take(assistant.restored()));
    const stopFollowing = scenario.subscribe(() => assistant.follow(scenario.state.policy));
    const stopClock = pageClock.every(TELLS, () => take(assistant.time()));
    return () => {
      stopFollowing();
      stopClock();
    };
  }, [assistant, notebook, scenario, language]);
  const notes = useSyncExternalStore(notebook.subscribe, () => notebook.notes);
  usePulse(pageClock, 1);
  const heavy = mood === 'upset' || mood === 'worried';
  const open = items.filter(({ kind, done }) => kind !== 'note' && !done).toSorted((a, b) => (a.due ?? Number.POSITIVE_INFINITY) - (b.due ?? Number.POSITIVE_INFINITY));
  const lineOf = (item: (typeof items)[number]) => (
    <ItemLine
      key={item.id} item={item} words={assistant.wordsOf(item.id)} language={language}
      onTell={(about) => scenario.take({ type: 'own', own: { about, item: item.id } }, language)}
    />
  );
  const done = items.filter((item) => item.done && item.kind !== 'note');
  const noted = items.filter(({ kind }) => kind === 'note');
  return (
    <>
      <Badge size="lg" mb="lg" variant="light" tt="none" fw={600} color={heavy ? 'clay' : 'gray'} role="status" data-testid="amount" data-heavy={heavy} maw="100%">{t(heavy ? 'amount.less' : 'amount.full')}</Badge>
      <Section title={t('open')}>
        {open.length === 0 && <Text size="sm" c="dimmed">{t('none')}</Text>}
        {open.map(lineOf)}
      </Section>
      {noted.length > 0 && <Section title={t('notes')}>{noted.map(lineOf)}</Section>}
      {done.length > 0 && <Section title={t('done')}>{done.map(lineOf)}</Section>}
      <Section title={t('try.title')}>
        <Text size="sm" c="dimmed" mb="xs">{t('try.help')}</Text>
        <Group gap={6}>
          {content.intents.filter(({ act }) => act !== undefined).map(({ id, examples }) => (
            <Button key={id} size="compact-sm" radius="xl" variant="default" fw={500} h="auto" py={5} style={{ whiteSpace: 'normal' }} data-testid={`say-${id}`} onClick={() => agent.say(examples[0]!)}>{examples[0]}</Button>
          ))}
        </Group>
      </Section>
      <KeepSwitch thing={notebook} span={notebook.span} empty={notes.length === 0} onForget={() => agent.erase()} words={{ keep: t('keep.keep'), about: t('keep.about'), forget: t('keep.forget') }} />
    </>
  );
}

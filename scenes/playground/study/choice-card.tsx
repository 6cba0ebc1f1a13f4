import { Alert, Button, Card, Chip, Group, Loader, SegmentedControl, Stack, Text, Textarea, Title, UnstyledButton } from '@mantine/core';
import { IconAlertTriangle, IconSend } from '@tabler/icons-react';
import { type DialogueAct, FIXED_ACTS, type OperatorWish, SKILLS_OF_ACT, type SupportSkill } from 'attune';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { ACT_GROUPS, type ActGroup, strategyOf } from './acts.ts';
import type { DeskView } from './desk-link.ts';
import type { Desk } from './desk-store.ts';
import classes from './desk-page.module.css';

const GROUPS = Object.keys(ACT_GROUPS) as ActGroup[];

/** What the character does next: its aim, the act, and the words, by people, by the researcher, or found as ever. */
export function ChoiceCard({ desk, view }: { desk: Desk; view: DeskView }) {
  const { t } = useTranslation();
  const [group, setGroup] = useState<ActGroup>('explore');
  const [act, setAct] = useState<DialogueAct>('ask-more');
  const [skill, setSkill] = useState<SupportSkill>(SKILLS_OF_ACT['ask-more'][0]);
  const [words, setWords] = useState('');
  const lines = useStore(desk.state, (state) => state.lines);
  const refused = useStore(desk.state, (state) => state.refused);
  const { operated, who, turns, crisis } = view;
  // Nothing else is said while there may be danger.
  const held = crisis !== null && group !== 'safety';
  const heard = turns.findLast(({ speaker }) => speaker === 'player')?.id ?? null;
  const fixed = FIXED_ACTS.has(act);
  const wish: OperatorWish = { strategy: strategyOf(group), act, skill };

  // What fits changes with the act, and with what was said last.
  useEffect(() => desk.ask({ strategy: strategyOf(group), act, skill }, heard), [desk, group, act, skill, heard]);

  const take = (next: DialogueAct): void => {
    setAct(next);
    setSkill(SKILLS_OF_ACT[next][0]);
    setWords('');
  };
  const say = (): void => {
    desk.choose(fixed || words.trim() === '' ? wish : { ...wish, words });
    setWords('');
  };
  return (
    <Card withBorder radius="lg" padding="md" component="section" data-testid="desk-choice">
      <Title order={2} size="h5">{t('desk.choice')}</Title>
      {!operated && <Text size="sm" c="dimmed" mt={4}>{t('desk.agentDecides', { name: who })}</Text>}
      <SegmentedControl
        mt="sm" fullWidth className={classes.groups} value={group} data={GROUPS.map((value) => ({ value, label: t(`desk.groups.${value}`) }))}
        onChange={(value) => {
          setGroup(value as ActGroup);
          take(ACT_GROUPS[value as ActGroup][0]);
        }}
      />
      <Choices label={t('desk.act')} value={act} options={ACT_GROUPS[group].map((value) => ({ value, label: t(`why.acts.${value}`) }))} onChange={(value) => take(value as DialogueAct)} />
      {SKILLS_OF_ACT[act].length > 1 && <Choices label={t('desk.skill')} value={skill} options={SKILLS_OF_ACT[act].map((value) => ({ value, label: t(`desk.skills.${value}`) }))} onChange={(value) => setSkill(value as SupportSkill)} />}
      <Stack gap={6} mt="md">
        <Text size="sm" fw={500}>{t('desk.lines')}</Text>
        {!fixed && <Text size="xs" c="dimmed">{t('desk.linesHelp')}</Text>}
        {lines === null ? <Loader size="xs" aria-label={t('desk.seeking')} /> : lines.map((line) => (
          fixed
            ? <Text key={line} size="sm" className={classes.line} c="dimmed">{line}</Text>
            : <UnstyledButton key={line} className={classes.line} data-taken={line === words || undefined} data-testid="desk-line" onClick={() => setWords(line)}>{line}</UnstyledButton>
        ))}
      </Stack>
      {fixed ? <Text size="xs" c="dimmed" mt="xs">{t('desk.fixed')}</Text> : (
        <Textarea
          mt="md" label={t('desk.words')} description={t('desk.wordsHelp')} autosize minRows={2} maxRows={6} value={words} data-testid="desk-words"
          onChange={(event) => setWords(event.currentTarget.value)}
        />
      )}
      {refused !== null && <Alert mt="sm" color="red" variant="light" icon={<IconAlertTriangle aria-hidden />} title={t('desk.refused')} data-testid="desk-refused"><Text size="sm" lang="en">{refused}</Text></Alert>}
      {held && <Text size="sm" mt="sm">{t('desk.onlySafety')}</Text>}
      <Button mt="md" disabled={!operated || held} leftSection={<IconSend size={16} aria-hidden />} data-testid="desk-say" onClick={say}>{t('desk.say')}</Button>
    </Card>
  );
}

interface ChoicesProps {
  readonly label: string;
  readonly value: string;
  readonly options: readonly { readonly value: string; readonly label: string }[];
  readonly onChange: (value: string) => void;
}

function Choices({ label, value, options, onChange }: ChoicesProps) {
  return (
    <div role="group" aria-label={label}>
      <Text size="sm" fw={500} mt="md" mb={6}>{label}</Text>
      <Chip.Group value={value} onChange={(next) => onChange(next as string)}>
        <Group gap={6}>
          {options.map((each) => <Chip key={each.value} value={each.value} size="sm" radius="sm" variant="light" data-testid={`desk-${each.value}`}>{each.label}</Chip>)}
        </Group>
      </Chip.Group>
    </div>
  );
}

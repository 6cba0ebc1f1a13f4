import { Anchor, Button, Group, Rating, Stack, Switch, Text, TextInput } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import { STYLE_RESPECTS, type StyleRespect } from 'attune';
import { type Adaptation, gainOf, type Knowledge } from 'attune/adapt';
import { useAgent, useAgentState } from 'attune/react';
import { useState, useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import { leaningOf } from '../../shared/leaning.ts';
import { Section } from '../../shared/section.tsx';
import { useMeeting } from '../meeting-context.ts';
import { FIRST_PROFILE, type OwnAdaptation } from '../own-adaptation.ts';

/** A moment in which nothing stands out. */
const PLAIN = { valence: 0, arousal: 0, weighs: 0, length: 0 };

/** What was learnt of how the player likes to be talked with, in words, and whether it is; nothing where nobody may be remembered. */
export function LearntSection() {
  const { adaptation } = useMeeting();
  return adaptation && <Learnt own={adaptation} />;
}

function Learnt({ own }: { own: OwnAdaptation }) {
  const { t } = useTranslation();
  const name = useAgentState((state) => state.character.name);
  const adaptation = useSyncExternalStore(own.subscribe, () => own.adaptation);
  const profile = useSyncExternalStore(own.subscribe, () => own.profile);
  return (
    <Section title={t('learnt.title')}>
      <Stack gap="md">
        <Switch
          checked={adaptation !== null} label={t('learnt.learn', { name })} description={t('learnt.help')} data-testid="learn"
          onChange={(event) => (event.currentTarget.checked ? own.learn(FIRST_PROFILE) : own.forget())}
        />
        {adaptation && profile !== null && <Profile key={profile} profile={profile} onChange={own.learn} />}
        {adaptation && <LastAnswer adaptation={adaptation} />}
        {adaptation && <Known adaptation={adaptation} own={own} name={name} />}
        <Anchor href="../adapt/" target="_blank" size="sm">{t('learnt.how')}</Anchor>
      </Stack>
    </Section>
  );
}

function Profile({ profile, onChange }: { profile: string; onChange: (profile: string) => void }) {
  const { t } = useTranslation();
  const [name, setName] = useState(profile);
  const choose = (): void => {
    const chosen = name.trim();
    if (chosen === '') setName(profile);
    else if (chosen !== profile) onChange(chosen);
  };
  return (
    <TextInput
      label={t('learnt.profile')} description={t('learnt.profileHelp')} value={name} maxLength={40} data-testid="learnt-profile"
      onChange={(event) => setName(event.currentTarget.value)} onBlur={choose} onKeyDown={(event) => event.key === 'Enter' && choose()}
    />
  );
}

/** Stars for the last answer; those of an earlier one are gone with the next. */
function LastAnswer({ adaptation }: { adaptation: Adaptation }) {
  const { t } = useTranslation();
  const agent = useAgent();
  const last = useSyncExternalStore(agent.subscribe, () => agent.captions.findLast(({ speaker }) => speaker === 'agent')?.id ?? null);
  const [rated, setRated] = useState<{ readonly id: string; readonly stars: number } | null>(null);
  if (last === null) return null;
  return (
    <div>
      <Text size="sm" id="last-answer">{t('learnt.rate')}</Text>
      <Rating
        mt={4} size="lg" aria-labelledby="last-answer" value={rated?.id === last ? rated.stars : 0} data-testid="learnt-rate"
        onChange={(stars) => {
          adaptation.rate((stars - 1) / 4);
          setRated({ id: last, stars });
        }}
      />
    </div>
  );
}

function Known({ adaptation, own, name }: { adaptation: Adaptation; own: OwnAdaptation; name: string }) {
  const { t } = useTranslation();
  const knowledge = useSyncExternalStore(own.subscribe, () => adaptation.knowledge);
  const known = STYLE_RESPECTS.map((respect) => [respect, leaningIn(knowledge, respect)] as const).filter(([, { sureness }]) => sureness !== 'unknown');
  return (
    <div data-testid="learnt">
      <Text size="xs" c="dimmed" mb={6}>{t('learnt.turns', { count: knowledge.turns })}</Text>
      {known.length === 0 ? <Text size="sm">{t('learnt.nothing', { name })}</Text> : (
        <Stack component="ul" gap={4} m={0} p={0} style={{ listStyle: 'none' }}>
          {known.map(([respect, { side, sureness }]) => (
            <Text key={respect} component="li" size="sm">{t(`learnt.sure.${sureness as Exclude<typeof sureness, 'unknown'>}`, { what: t(`adapt.leanings.${respect}.${side}`) })}</Text>
          ))}
        </Stack>
      )}
      <Group mt="md">
        <Button variant="outline" color="red" disabled={knowledge.turns === 0} leftSection={<IconTrash size={16} aria-hidden />} onClick={() => void adaptation.reset()} data-testid="learnt-forget">{t('learnt.forget')}</Button>
      </Group>
    </div>
  );
}

const leaningIn = (knowledge: Knowledge, respect: StyleRespect) => leaningOf({ less: gainOf(knowledge, null, 'satisfaction', PLAIN, respect, -1), more: gainOf(knowledge, null, 'satisfaction', PLAIN, respect, 1) });

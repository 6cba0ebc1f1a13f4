import { Button, FileButton, Group, Switch, Text } from '@mantine/core';
import { IconFileUpload, IconPlayerStopFilled } from '@tabler/icons-react';
import { POSES } from 'attune';
import { useTranslation } from 'react-i18next';
import { Section } from '../../shared/section.tsx';
import { useRehearsal, useRehearsalView, useWish } from '../rehearsal-context.ts';
import { ChoiceGrid } from './choice-grid.tsx';

const CHOICES = ['none', ...POSES] as const;

/** The body at rest, in a still pose, or moved by a clip. */
export function BodyTab() {
  const { t } = useTranslation();
  const { wishes } = useRehearsal();
  const pose = useWish((wish) => wish.pose);
  const still = useWish((wish) => wish.still);
  return (
    <>
      <Section title={t('avatars.body.poses')}>
        <ChoiceGrid
          label={t('avatars.body.poses')} names={CHOICES} chosen={pose ?? 'none'} wordOf={(each) => t(`avatars.body.${each}`)} testId="pose" columns={2}
          onChoose={(next) => wishes.setState({ pose: next === 'none' ? null : next })}
        />
        <Text size="xs" c="dimmed" mt="xs">{t('avatars.body.posesHelp')}</Text>
      </Section>
      <Section title={t('avatars.body.life')}>
        <Switch checked={!still} label={t('avatars.body.idle')} description={t('avatars.body.idleHelp')} onChange={(event) => wishes.setState({ still: !event.currentTarget.checked })} data-testid="idle" />
      </Section>
      <Clip />
    </>
  );
}

function Clip() {
  const { t } = useTranslation();
  const rehearsal = useRehearsal();
  const motion = useRehearsalView((view) => view.motion);
  const loop = useWish((wish) => wish.loop);
  return (
    <Section title={t('avatars.body.clip')}>
      <Text size="sm" c="dimmed" mb="sm">{motion === null ? t('avatars.body.clipHelp') : t('avatars.body.playing', { name: motion })}</Text>
      <Group justify="space-between">
        {motion === null
          ? (
            <FileButton accept=".vrma" onChange={(file) => file && void rehearsal.play(file)} inputProps={{ 'aria-label': t('avatars.body.open') }}>
              {(props) => <Button {...props} variant="default" leftSection={<IconFileUpload size={16} aria-hidden />}>{t('avatars.body.open')}</Button>}
            </FileButton>
          )
          : <Button variant="light" leftSection={<IconPlayerStopFilled size={16} aria-hidden />} onClick={() => rehearsal.driver?.stop()} data-testid="clip-stop">{t('avatars.body.stop')}</Button>}
        <Switch checked={loop} label={t('avatars.body.loop')} labelPosition="left" onChange={(event) => rehearsal.wishes.setState({ loop: event.currentTarget.checked })} />
      </Group>
    </Section>
  );
}

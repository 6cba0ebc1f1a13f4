import { Switch, Text } from '@mantine/core';
import { POSES } from 'attune';
import { useTranslation } from 'react-i18next';
import { Section } from '../../shared/section.tsx';
import { useRehearsal, useWish } from '../rehearsal-context.ts';
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
    </>
  );
}

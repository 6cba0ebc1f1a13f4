import { Box, Button, Text } from '@mantine/core';
import { IconPlayerStopFilled } from '@tabler/icons-react';
import { type Gesture, GESTURES, POSTURES } from 'attune';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Section } from '../../shared/section.tsx';
import { useRehearsal, useWish } from '../rehearsal-context.ts';
import { ChoiceGrid } from './choice-grid.tsx';
import { Fader } from '../../shared/fader.tsx';

/** Movements that begin and end, and the way the body rests between them. */
export function GesturesTab() {
  const { t } = useTranslation();
  const { performer, wishes } = useRehearsal();
  const posture = useWish((wish) => wish.posture);
  const [strength, setStrength] = useState(1);
  const play = (gesture: Gesture): void => {
    wishes.setState({ pose: null });
    performer.gesture(gesture, { strength });
  };
  return (
    <>
      <Section
        title={t('avatars.gestures.title')}
        aside={<Button size="compact-sm" variant="subtle" color="red" leftSection={<IconPlayerStopFilled size={14} aria-hidden />} onClick={() => performer.cancel()} data-testid="gesture-stop">{t('avatars.gestures.stop')}</Button>}
      >
        <ChoiceGrid label={t('avatars.gestures.title')} names={GESTURES} chosen={null} wordOf={(gesture) => t(`avatars.gestures.${gesture}`)} onChoose={play} testId="gesture" />
        <Box mt="sm"><Fader label={t('avatars.gestures.strength')} value={strength} onChange={setStrength} testId="strength" /></Box>
      </Section>
      <Section title={t('avatars.gestures.posture')}>
        <ChoiceGrid label={t('avatars.gestures.posture')} names={POSTURES} chosen={posture} wordOf={(each) => t(`avatars.gestures.postures.${each}`)} onChoose={(next) => wishes.setState({ posture: next, pose: null })} columns={2} testId="posture" />
        <Text size="xs" c="dimmed" mt="xs">{t('avatars.gestures.postureHelp')}</Text>
      </Section>
    </>
  );
}

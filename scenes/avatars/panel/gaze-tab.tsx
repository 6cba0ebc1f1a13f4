import { Radio, Stack } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Section } from '../../shared/section.tsx';
import type { GazeWish } from '../rehearsal.ts';
import { useRehearsal, useWish } from '../rehearsal-context.ts';
import { Fader } from '../../shared/fader.tsx';
import { Pad } from '../../shared/pad.tsx';

const WAYS = ['viewer', 'pointer', 'ahead', 'aside'] as const satisfies readonly GazeWish[];
/** How far the pad reaches, in radians: beyond what eyes alone can do, so that the head helps. */
const REACH = { yaw: 1, pitch: 0.6 };
const degrees = (radians: number): string => `${Math.round((radians * 180) / Math.PI)}°`;

/** Whom the eyes follow, or where they go. */
export function GazeTab() {
  const { t } = useTranslation();
  const { wishes } = useRehearsal();
  const gaze = useWish((wish) => wish.gaze);
  const { yaw, pitch } = useWish((wish) => wish.aside);
  const look = (aside: { yaw: number; pitch: number }): void => wishes.setState({ gaze: 'aside', aside });
  return (
    <>
      <Section title={t('avatars.gaze.whom')}>
        <Radio.Group value={gaze} onChange={(value) => wishes.setState({ gaze: value as GazeWish })} aria-label={t('avatars.gaze.whom')}>
          <Stack gap="sm">
            {WAYS.map((way) => <Radio key={way} value={way} label={t(`avatars.gaze.${way}`)} description={t(`avatars.gaze.${way}Help`)} data-testid={`gaze-${way}`} />)}
          </Stack>
        </Radio.Group>
      </Section>
      <Section title={t('avatars.gaze.where')}>
        {/* As seen from in front: to the right of the pad is to the avatar's left. */}
        <Pad x={yaw / REACH.yaw} y={pitch / REACH.pitch} onChange={(x, y) => look({ yaw: x * REACH.yaw, pitch: y * REACH.pitch })} testId="gaze-pad" />
        <Fader label={t('avatars.gaze.sideways')} value={yaw} min={-REACH.yaw} max={REACH.yaw} shown={degrees(yaw)} onChange={(next) => look({ yaw: next, pitch })} testId="gaze-yaw" />
        <Fader label={t('avatars.gaze.upDown')} value={pitch} min={-REACH.pitch} max={REACH.pitch} shown={degrees(pitch)} onChange={(next) => look({ yaw, pitch: next })} testId="gaze-pitch" />
      </Section>
    </>
  );
}

import { ActionIcon, Paper, Tooltip } from '@mantine/core';
import { IconBodyScan, IconFaceId, IconFocusCentered, IconRotate2, IconRotateClockwise2, IconUser } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { type Shot, SHOTS } from '../../shared/stage/view.ts';
import type { Orbiter } from './orbiter.ts';
import classes from './view-buttons.module.css';

interface ViewButtonsProps {
  readonly shot: Shot;
  readonly onShot: (shot: Shot) => void;
  readonly orbiter: Orbiter | null;
}

const ICONS = { face: IconFaceId, upper: IconUser, whole: IconBodyScan } as const;
/** How far a tap turns the view, in radians. */
const TURN = Math.PI / 4;

/** What dragging and scrolling do, for everyone who does neither. */
export function ViewButtons({ shot, onShot, orbiter }: ViewButtonsProps) {
  const { t } = useTranslation();
  const tools = [
    ['turnLeft', IconRotateClockwise2, () => orbiter?.turn(-TURN)], ['turnRight', IconRotate2, () => orbiter?.turn(TURN)], ['reset', IconFocusCentered, () => orbiter?.reset()],
  ] as const;
  return (
    <Paper className={classes.buttons} radius="xl" shadow="sm" role="group" aria-label={t('avatars.view.title')}>
      {SHOTS.map((each) => {
        const Icon = ICONS[each];
        return (
          <Tooltip key={each} label={t(`avatars.view.${each}`)} position="left">
            <ActionIcon size={36} radius="xl" variant={each === shot ? 'light' : 'subtle'} color={each === shot ? 'clay' : 'gray'} aria-label={t(`avatars.view.${each}`)} aria-pressed={each === shot} onClick={() => onShot(each)} data-testid={`shot-${each}`}>
              <Icon size={20} stroke={1.7} aria-hidden />
            </ActionIcon>
          </Tooltip>
        );
      })}
      <span className={classes.line} aria-hidden />
      {tools.map(([name, Icon, act]) => (
        <Tooltip key={name} label={t(`avatars.view.${name}`)} position="left">
          <ActionIcon size={36} radius="xl" variant="subtle" color="gray" aria-label={t(`avatars.view.${name}`)} onClick={act} data-testid={`view-${name}`}><Icon size={20} stroke={1.7} aria-hidden /></ActionIcon>
        </Tooltip>
      ))}
    </Paper>
  );
}

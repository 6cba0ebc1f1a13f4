import { ActionIcon, Button, Paper, Tooltip } from '@mantine/core';
import { IconCamera, IconCameraOff, IconDoorExit, IconMicrophone, IconMicrophoneOff } from '@tabler/icons-react';
import type { SenseStatus } from 'attune';
import { useAgentState } from 'attune/react';
import type { SceneAgent } from 'attune/three';
import { useTranslation } from 'react-i18next';
import { LanguageSwitch } from '../../shared/language-switch.tsx';
import type { OpenSense } from '../../shared/senses.ts';
import { Wordmark } from '../../shared/wordmark.tsx';
import classes from './top-bar.module.css';

interface TopBarProps {
  readonly senses: readonly OpenSense[];
  readonly onSenses: (senses: readonly OpenSense[]) => void;
  /** Somebody who would see and hear; null while nobody is there. */
  readonly person: SceneAgent | null;
  readonly onLeave: () => void;
}

/** Where one is, what is seen and heard, and the way out. */
export function TopBar({ senses, onSenses, person, onLeave }: TopBarProps) {
  const { t } = useTranslation();
  return (
    <header className={classes.bar}>
      <Paper className={classes.pill} radius="xl"><Wordmark home="../" compact /></Paper>
      <Paper className={classes.pill} radius="xl">
        <LanguageSwitch />
        {person && (['voice', 'face'] as const).map((sense) => (
          <SenseToggle key={sense} sense={sense} person={person} onChange={(open) => onSenses(open ? [...senses, sense] : senses.filter((each) => each !== sense))} />
        ))}
        <Tooltip label={t('inn.leave')}>
          <Button size="compact-md" radius="xl" variant="light" color="red" leftSection={<IconDoorExit size={16} aria-hidden />} data-testid="leave" onClick={onLeave}>{t('reading.stop')}</Button>
        </Tooltip>
      </Paper>
    </header>
  );
}

const LOOKS = {
  face: { on: IconCamera, off: IconCameraOff, open: 'composer.openCamera', close: 'composer.closeCamera' },
  voice: { on: IconMicrophone, off: IconMicrophoneOff, open: 'composer.openMicrophone', close: 'composer.closeMicrophone' },
} as const;
const isOpen = (status: SenseStatus): boolean => status === 'live' || status === 'starting';

function SenseToggle({ sense, person, onChange }: { readonly sense: OpenSense; readonly person: SceneAgent; readonly onChange: (open: boolean) => void }) {
  const { t } = useTranslation();
  const status = useAgentState((state) => state.senses[sense].status, person);
  const on = isOpen(status);
  const { [on ? 'on' : 'off']: Icon, open, close } = LOOKS[sense];
  const label = t(on ? close : open);
  return (
    <Tooltip label={label}>
      <ActionIcon size={36} radius="xl" variant={on ? 'light' : 'subtle'} color={on ? 'clay' : 'gray'} loading={status === 'starting'} aria-label={label} aria-pressed={on} data-testid={`toggle-${sense}`} onClick={() => onChange(!on)}>
        <Icon size={20} aria-hidden />
      </ActionIcon>
    </Tooltip>
  );
}

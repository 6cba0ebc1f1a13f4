import { ActionIcon, Tooltip } from '@mantine/core';
import { IconCamera, IconCameraOff, IconMicrophone, IconMicrophoneOff } from '@tabler/icons-react';
import type { Agent } from 'attune';
import { useAgentState } from 'attune/react';
import { useTranslation } from 'react-i18next';
import type { OpenSense } from '../senses.ts';

const LOOKS = {
  face: { on: IconCamera, off: IconCameraOff, open: 'composer.openCamera', close: 'composer.closeCamera' },
  voice: { on: IconMicrophone, off: IconMicrophoneOff, open: 'composer.openMicrophone', close: 'composer.closeMicrophone' },
} as const;

interface SenseToggleProps {
  readonly sense: OpenSense;
  readonly onChange: (open: boolean) => void;
  readonly size?: number;
  /** Another one than the provider's. */
  readonly agent?: Agent;
}

/** Opens a sense or closes it, and shows which it is. */
export function SenseToggle({ sense, onChange, size = 40, agent }: SenseToggleProps) {
  const { t } = useTranslation();
  const status = useAgentState((state) => state.senses[sense].status, agent);
  const on = status === 'live' || status === 'starting';
  const { [on ? 'on' : 'off']: Icon, open, close } = LOOKS[sense];
  const label = t(on ? close : open);
  return (
    <Tooltip label={label}>
      <ActionIcon
        size={size} radius="xl" variant={on ? 'light' : 'subtle'} color={on ? 'clay' : 'gray'} loading={status === 'starting'}
        aria-label={label} aria-pressed={on} data-testid={`toggle-${sense}`} onClick={() => onChange(!on)}
      >
        <Icon size={20} aria-hidden />
      </ActionIcon>
    </Tooltip>
  );
}

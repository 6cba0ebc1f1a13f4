import { ActionIcon, Tooltip } from '@mantine/core';
import { IconPhoneOff } from '@tabler/icons-react';
import { useAgentState } from 'attune/react';
import { useTranslation } from 'react-i18next';
import type { OpenSense } from '../shared/senses.ts';
import { SenseToggle } from '../shared/talk/sense-toggle.tsx';
import { useMeeting } from './meeting-context.ts';

/** Behind the line to write on: microphone, camera, end. */
export function ComposerControls() {
  const { t } = useTranslation();
  const { open, close, stop } = useMeeting();
  const readsSenses = useAgentState((state) => state.compliance.mode !== 'text-only');
  const change = (sense: OpenSense) => (on: boolean): void => void (on ? open(sense) : close(sense));
  return (
    <>
      {readsSenses && <SenseToggle sense="voice" onChange={change('voice')} />}
      {readsSenses && <SenseToggle sense="face" onChange={change('face')} />}
      <Tooltip label={t('composer.end')}>
        <ActionIcon size={40} radius="xl" variant="subtle" color="red" aria-label={t('composer.end')} onClick={() => void stop()}>
          <IconPhoneOff size={20} aria-hidden />
        </ActionIcon>
      </Tooltip>
    </>
  );
}

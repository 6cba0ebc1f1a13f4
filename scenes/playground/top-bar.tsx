import { ActionIcon, Button, Group, Paper, Text, Tooltip, VisuallyHidden } from '@mantine/core';
import { IconBadgeVr, IconCamera, IconLayoutSidebarRight, IconMicrophone, IconPlayerStopFilled } from '@tabler/icons-react';
import { useAffect, useAgentState } from 'attune/react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Wordmark } from '../shared/wordmark.tsx';
import { useMeeting } from './meeting-context.ts';
import type { XrSupport } from '../shared/use-xr-support.ts';
import classes from './top-bar.module.css';

interface TopBarProps {
  readonly vr: XrSupport;
  readonly panelOpen: boolean;
  readonly onPanel: () => void;
}

/** Where one is, what is being read, and the way to end it; always there. */
export function TopBar({ vr, panelOpen, onPanel }: TopBarProps) {
  const { t } = useTranslation();
  return (
    <header className={classes.bar}>
      <Paper className={classes.pill} radius="xl"><Wordmark home="../" compact /></Paper>
      <Group gap="xs" wrap="nowrap">
        <ReadingIndicator />
        <Paper className={classes.pill} radius="xl" p={4}>
          <EnterVr vr={vr} />
          <Tooltip label={t('panel.open')}>
            <ActionIcon size={36} radius="xl" variant={panelOpen ? 'light' : 'subtle'} color="gray" aria-label={t('panel.open')} aria-expanded={panelOpen} data-testid="drawer-open" onClick={onPanel}>
              <IconLayoutSidebarRight size={20} aria-hidden />
            </ActionIcon>
          </Tooltip>
        </Paper>
      </Group>
    </header>
  );
}

/** Says what is read for as long as anything is; one tap stops and releases. */
function ReadingIndicator() {
  const { t } = useTranslation();
  const { stop } = useMeeting();
  const phase = useAffect((affect) => affect.phase);
  const { face, voice } = useAgentState(({ senses }) => ({ face: isOpen(senses.face.status), voice: isOpen(senses.voice.status) }));
  const what = face && voice ? 'both' : face ? 'face' : voice ? 'voice' : 'none';
  return (
    <Paper className={classes.pill} radius="xl" py={4} pl={{ base: 4, sm: 'sm' }} pr={4}>
      {what !== 'none' && <span className={classes.light} aria-hidden />}
      {face && <IconCamera size={17} aria-hidden />}
      {voice && <IconMicrophone size={17} aria-hidden />}
      <VisuallyHidden role="status">{t(`reading.${what}`)}</VisuallyHidden>
      <Text size="sm" className={classes.phase} data-testid="phase" data-phase={phase}>{t(`phase.${phase}`)}</Text>
      <Tooltip label={t('reading.stopHelp')}>
        <Button size="compact-md" radius="xl" variant="light" color="red" leftSection={<IconPlayerStopFilled size={14} aria-hidden />} data-testid="stop" onClick={() => void stop()}>
          {t('reading.stop')}
        </Button>
      </Tooltip>
    </Paper>
  );
}

const isOpen = (status: string): boolean => status === 'live' || status === 'starting';

function EnterVr({ vr }: { vr: XrSupport }) {
  const { t } = useTranslation();
  const [failed, setFailed] = useState(false);
  const reason = vr === 'ready' ? (failed ? t('vr.failed') : null) : t(vr === 'insecure' ? 'vr.insecure' : 'vr.unsupported');
  const enter = (): void => {
    setFailed(false);
    void import('./stage/xr-store.ts').then(({ xrStore }) => xrStore().enterVR()).catch(() => setFailed(true));
  };
  return (
    <Tooltip label={reason ?? t('vr.enter')} multiline maw={240} {...(failed ? { opened: true } : {})}>
      <ActionIcon
        size={36} radius="xl" variant="subtle" color="gray" data-testid="enter-vr" className={vr === 'ready' ? '' : classes.off} aria-disabled={vr !== 'ready'}
        aria-label={vr === 'ready' ? t('vr.enter') : `${t('vr.enter')}: ${reason}`}
        onClick={() => vr === 'ready' && enter()}
      >
        <IconBadgeVr size={20} aria-hidden />
      </ActionIcon>
    </Tooltip>
  );
}

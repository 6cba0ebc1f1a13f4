import { Button, Group, Text } from '@mantine/core';
import { IconBadgeAr, IconBadgeVr } from '@tabler/icons-react';
import { useAgentState } from 'attune/react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useXrSupport, type XrSupport } from '../shared/use-xr-support.ts';
import classes from './enter-buttons.module.css';

const WAYS = [['vr', 'immersive-vr', IconBadgeVr], ['ar', 'immersive-ar', IconBadgeAr]] as const;

/** The ways into a headset, and why one is closed. */
export function EnterButtons() {
  const { t } = useTranslation();
  const name = useAgentState((state) => state.character.name);
  const support = { vr: useXrSupport('immersive-vr'), ar: useXrSupport('immersive-ar') };
  const [failed, setFailed] = useState(false);
  const enter = (mode: (typeof WAYS)[number][1]): void => {
    setFailed(false);
    void import('./xr-store.ts').then(({ xrStore }) => xrStore().enterXR(mode)).catch(() => setFailed(true));
  };
  const why = whyNot(support.vr, support.ar);
  return (
    <div className={classes.ways}>
      <Group gap="sm" justify="center">
        {WAYS.map(([way, mode, Icon]) => (
          <Button
            key={way} size="md" radius="xl" variant={way === 'vr' ? 'filled' : 'default'} leftSection={<Icon size={20} aria-hidden />} data-testid={`enter-${way}`}
            disabled={support[way] !== 'ready'} onClick={() => enter(mode)}
          >
            {t(`xr.enter.${way}`)}
          </Button>
        ))}
      </Group>
      {(failed || why !== null) && <Text size="sm" className={classes.why} role="status" data-testid="why-not">{failed ? t('vr.failed') : t(`xr.${why!}`, { name })}</Text>}
    </div>
  );
}

function whyNot(vr: XrSupport, ar: XrSupport): 'insecure' | 'unsupported' | 'vrOnly' | 'arOnly' | null {
  if (vr === 'asking' || ar === 'asking') return null;
  if (vr === 'insecure') return 'insecure';
  if (vr !== 'ready' && ar !== 'ready') return 'unsupported';
  return vr !== 'ready' ? 'arOnly' : ar !== 'ready' ? 'vrOnly' : null;
}

import { Button, Paper, Tooltip } from '@mantine/core';
import { IconDoorExit } from '@tabler/icons-react';
import type { SceneAgent } from 'attune/three';
import { useTranslation } from 'react-i18next';
import { LanguageSwitch } from '../../shared/language-switch.tsx';
import type { OpenSense } from '../../shared/senses.ts';
import { SenseToggle } from '../../shared/talk/sense-toggle.tsx';
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
          <SenseToggle key={sense} sense={sense} size={36} agent={person} onChange={(open) => onSenses(open ? [...senses, sense] : senses.filter((each) => each !== sense))} />
        ))}
        <Tooltip label={t('inn.leave')}>
          <Button size="compact-md" radius="xl" variant="light" color="red" leftSection={<IconDoorExit size={16} aria-hidden />} data-testid="leave" onClick={onLeave}>{t('reading.stop')}</Button>
        </Tooltip>
      </Paper>
    </header>
  );
}

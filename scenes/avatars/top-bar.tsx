import { ActionIcon, Paper, Tooltip } from '@mantine/core';
import { IconLayoutSidebarRight } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { LanguageSwitch } from '../shared/language-switch.tsx';
import { Wordmark } from '../shared/wordmark.tsx';
import classes from './top-bar.module.css';

/** The way home, the language, and the panel. */
export function TopBar({ panelOpen, onPanel }: { panelOpen: boolean; onPanel: () => void }) {
  const { t } = useTranslation();
  return (
    <header className={classes.bar}>
      <Paper className={classes.pill} radius="xl"><Wordmark home="../" compact /></Paper>
      <Paper className={classes.pill} radius="xl" p={4}>
        <LanguageSwitch />
        <Tooltip label={t('avatars.panel')}>
          <ActionIcon size={36} radius="xl" variant={panelOpen ? 'light' : 'subtle'} color="gray" aria-label={t('avatars.panel')} aria-expanded={panelOpen} data-testid="drawer-open" onClick={onPanel}>
            <IconLayoutSidebarRight size={20} aria-hidden />
          </ActionIcon>
        </Tooltip>
      </Paper>
    </header>
  );
}

import { Paper, UnstyledButton } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { type PanelPart, PARTS, PART_ICONS } from './panel/parts.ts';
import classes from './dock.module.css';

/** On a phone, the parts of the panel while it is shut: each opens it at its own. */
export function Dock({ onPart }: { onPart: (part: PanelPart) => void }) {
  const { t } = useTranslation();
  return (
    <Paper component="nav" className={classes.dock} radius="lg" shadow="sm" aria-label={t('avatars.panel')} data-testid="dock">
      {PARTS.map((part) => {
        const Icon = PART_ICONS[part];
        return (
          <UnstyledButton key={part} className={classes.part} onClick={() => onPart(part)} data-testid={`dock-${part}`}>
            <Icon size={22} stroke={1.7} aria-hidden />
            <span>{t(`avatars.parts.${part}`)}</span>
          </UnstyledButton>
        );
      })}
    </Paper>
  );
}

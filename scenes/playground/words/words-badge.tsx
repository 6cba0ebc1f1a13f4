import { Tooltip, UnstyledButton } from '@mantine/core';
import { IconFeather, IconSparkles } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useMeetingView } from '../meeting-context.ts';
import { asksModel } from './words-choice.ts';
import classes from './words-badge.module.css';

/** Says whether a language model is asked, which one, and whether it failed last time. Leads to where that is changed. */
export function WordsBadge({ onChange }: { onChange: () => void }) {
  const { t } = useTranslation();
  const choice = useMeetingView((view) => view.words);
  const failed = useMeetingView((view) => view.stoodIn);
  const asked = asksModel(choice);
  const label = !asked ? t('words.badge.written') : t(failed === null ? 'words.badge.model' : 'words.badge.standIn', { model: choice.source === 'browser' ? t('words.badge.browser') : choice.model });
  const Icon = asked ? IconSparkles : IconFeather;
  return (
    <Tooltip label={failed ?? t('words.badge.change')} multiline maw={320}>
      <UnstyledButton className={classes.badge} data-failed={asked && failed !== null} onClick={onChange} data-testid="words-badge">
        <Icon size={14} aria-hidden /><span className={classes.label}>{label}</span>
      </UnstyledButton>
    </Tooltip>
  );
}

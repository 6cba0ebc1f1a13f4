import { UnstyledButton } from '@mantine/core';
import { IconMessages } from '@tabler/icons-react';
import type { Caption } from 'attune';
import { useCaptions } from 'attune/react';
import { useTranslation } from 'react-i18next';
import { CaptionLines } from '../shared/talk/caption-lines.tsx';
import { WordsBadge } from './words/words-badge.tsx';
import classes from './captions.module.css';

interface CaptionsProps {
  readonly onCorrect: (caption: Caption) => void;
  /** Opens the whole conversation; null while it is open, and reads itself aloud. */
  readonly onWhole: (() => void) | null;
  /** Shows where it is chosen who finds the words. */
  readonly onWords: () => void;
}

/** The newest words as a lower third, and where to find the others. */
export function Captions({ onCorrect, onWhole, onWords }: CaptionsProps) {
  const { t } = useTranslation();
  const captions = useCaptions();
  return (
    <div className={classes.captions}>
      <CaptionLines captions={captions} onCorrect={onCorrect} live={onWhole !== null} />
      <div className={classes.foot}>
        <WordsBadge onChange={onWords} />
        {onWhole && <UnstyledButton className={classes.whole} onClick={onWhole} data-testid="transcript-open"><IconMessages size={14} aria-hidden />{t('transcript.open')}</UnstyledButton>}
      </div>
    </div>
  );
}

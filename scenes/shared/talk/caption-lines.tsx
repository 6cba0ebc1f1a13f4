import { Text, UnstyledButton } from '@mantine/core';
import { IconPencil } from '@tabler/icons-react';
import type { Caption } from 'attune';
import { useAgentState } from 'attune/react';
import { useTranslation } from 'react-i18next';
import classes from './caption-lines.module.css';

/** Under this the words are shown as doubtful; under 0.4 the agent itself asks again. */
const SURE = 0.6;

export const isDoubtful = ({ confidence }: NonNullable<Caption['heard']>): boolean => confidence < SURE;

interface CaptionLinesProps {
  readonly captions: readonly Caption[];
  readonly onCorrect: (caption: Caption) => void;
  /** Whether they are read aloud as they come. */
  readonly live?: boolean;
}

/** The newest words with who says them; the turn before stays for reading. */
export function CaptionLines({ captions, onCorrect, live = true }: CaptionLinesProps) {
  const { t } = useTranslation();
  const name = useAgentState((state) => state.character.name);
  const shown = captions.slice(-2);
  return (
    <div role={live ? 'log' : undefined} aria-live={live ? 'polite' : undefined} aria-label={live ? t('caption.region') : undefined} data-testid="caption">
      {shown.length === 0 && <Text className={classes.empty}>{t('caption.empty')}</Text>}
      {shown.map((caption, index) => (
        // Guesses at what somebody is still saying would be read aloud again and again.
        <div key={`${caption.id} ${caption.heard?.final ?? true}`} className={classes.line} data-speaker={caption.speaker} data-newest={index === shown.length - 1} aria-hidden={caption.heard?.final === false || undefined}>
          <span className={classes.name}>{caption.speaker === 'agent' ? name : t('caption.you')}</span>
          <Words caption={caption} onCorrect={onCorrect} />
        </div>
      ))}
    </div>
  );
}

/** Words as far as they are certain: what may change is lighter, and what was heard can be corrected. */
function Words({ caption, onCorrect }: { caption: Caption; onCorrect: (caption: Caption) => void }) {
  const { t } = useTranslation();
  const { text, heard } = caption;
  if (!heard) return <span className={classes.text}>{text}</span>;
  if (!heard.final) {
    return <span className={classes.text} data-testid="partial">{text.slice(0, heard.stable)}<span className={classes.tentative}>{text.slice(heard.stable)} …</span></span>;
  }
  const doubtful = isDoubtful(heard);
  return (
    <UnstyledButton
      className={classes.text} data-doubtful={doubtful} data-testid="heard" aria-label={t(doubtful ? 'caption.correctDoubtful' : 'caption.correct', { text })} onClick={() => onCorrect(caption)}
    >
      <span className={classes.words}>{text}</span>
      {doubtful && <span className={classes.doubt}>{t('caption.doubtful')}</span>}
      <IconPencil className={classes.pencil} size="0.7em" aria-hidden />
    </UnstyledButton>
  );
}

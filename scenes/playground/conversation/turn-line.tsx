import { Collapse, Text, UnstyledButton } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconChevronDown, IconPencil } from '@tabler/icons-react';
import type { Caption } from 'attune';
import { memo, useId, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { isDoubtful } from '../../shared/talk/caption-lines.tsx';
import type { Turn } from './transcript.ts';
import { timeOf } from './write-transcript.ts';
import { WhyTurn } from './why-turn.tsx';
import classes from './turn-line.module.css';

interface TurnLineProps {
  readonly turn: Turn;
  readonly name: string;
  readonly began: number;
  /** Whether it is told why something was said. */
  readonly tellsWhy: boolean;
  readonly onCorrect: (caption: Caption) => void;
}

/** One turn. Drawn again only when it changes, so that long conversations stay light. */
export const TurnLine = memo(function TurnLine({ turn, name, began, tellsWhy, onCorrect }: TurnLineProps) {
  const { t, i18n } = useTranslation();
  const [opened, { toggle }] = useDisclosure(false);
  const whyId = useId();
  const why = useRef<HTMLDivElement>(null);
  const when = timeOf({ began }, turn);
  const { heard, text } = turn;
  const decided = tellsWhy ? turn.decided : null;
  return (
    // What somebody is still saying would be read aloud again and again.
    <article data-speaker={turn.speaker} aria-hidden={heard?.final === false || undefined} data-testid="turn">
      <div className={classes.head}>
        <span className={classes.name}>{name}</span>
        <time className={classes.time} dateTime={when.toISOString()}>{when.toLocaleTimeString(i18n.language, { hour: '2-digit', minute: '2-digit' })}</time>
        {decided && (
          <UnstyledButton className={classes.why} aria-expanded={opened} aria-controls={whyId} aria-label={t('transcript.whyThis', { text })} onClick={toggle} data-testid="turn-why">
            {t('transcript.why')}<IconChevronDown className={classes.chevron} size={14} aria-hidden />
          </UnstyledButton>
        )}
      </div>
      <Text className={classes.text} lh={1.45}>{heard && !heard.final ? `${text} …` : text}</Text>
      {heard?.final && (
        <UnstyledButton className={classes.correct} aria-label={t(isDoubtful(heard) ? 'caption.correctDoubtful' : 'caption.correct', { text })} onClick={() => onCorrect(turn)} data-testid="turn-correct">
          <IconPencil size={13} aria-hidden />{t(isDoubtful(heard) ? 'caption.doubtful' : 'transcript.heard')}
        </UnstyledButton>
      )}
      {decided && <Collapse className={classes.reasons} expanded={opened} id={whyId} ref={why} onTransitionEnd={() => opened && why.current?.scrollIntoView({ block: 'nearest' })}><WhyTurn decided={decided} by={turn.by ?? 'written'} /></Collapse>}
    </article>
  );
});

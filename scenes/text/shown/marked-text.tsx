import { Text, Tooltip } from '@mantine/core';
import { likeliest } from 'attune';
import type { ReadText } from 'attune/browser';
import { useTranslation } from 'react-i18next';
import { piecesOf } from './pieces.ts';
import classes from './marked-text.module.css';

/** Weights beyond this, in logarithms of odds, are drawn no thicker. */
const THICKEST = 1.5;

/** Longer texts scroll, so the keyboard must get there. */
const LONG = 600;

/** What is told of a stretch of evidence: for or against which emotion, and how much it changes the odds. */
export function useEvidenceWords(): (read: ReadText, weight: number) => string {
  const { t, i18n } = useTranslation();
  return (read, weight) => t(weight > 0 ? 'text.evidence.for' : 'text.evidence.against', { emotion: t(`emotions.${likeliest(read.emotions)}`), factor: new Intl.NumberFormat(i18n.language, { maximumSignificantDigits: 2 }).format(Math.exp(weight)) });
}

/** A text with the words that moved the result: underlined where they speak for it, dotted where against, thicker the more. */
export function MarkedText({ text, read, reachable }: { text: string; read: ReadText | null; reachable: boolean }) {
  const evidenceWords = useEvidenceWords();
  if (!read) return <Text dir="auto" className={classes.text} c="dimmed">{text.slice(0, LONG)}</Text>;
  return (
    <Text dir="auto" className={classes.text} tabIndex={text.length > LONG ? 0 : undefined} data-testid="marked-text">
      {piecesOf(text, read).map(({ start, text: piece, weight }) => {
        if (weight === null) return <span key={start}>{piece}</span>;
        const strength = Math.min(1, Math.abs(weight) / THICKEST);
        return (
          <Tooltip key={start} label={evidenceWords(read, weight)} events={{ hover: true, focus: true, touch: true }}>
            <mark
              tabIndex={reachable ? 0 : undefined} className={weight > 0 ? classes.for : classes.against} data-evidence={weight > 0 ? 'for' : 'against'}
              style={{ textDecorationThickness: `${1.5 + 2.5 * strength}px` }}
            >
              {piece}
            </mark>
          </Tooltip>
        );
      })}
      {read.read < text.length && <Text span c="dimmed" aria-hidden> …</Text>}
    </Text>
  );
}

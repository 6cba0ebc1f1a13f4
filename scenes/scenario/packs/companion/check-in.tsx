import { Button, Chip, Group, Text, Textarea } from '@mantine/core';
import { useAgentState } from 'attune/react';
import { type FeelingName, FEELINGS } from 'attune/scenario';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Fader } from '../../../shared/fader.tsx';
import { signed } from '../../../shared/measures.ts';
import { Pad, PadWord } from '../../../shared/pad.tsx';
import { Section } from '../../../shared/section.tsx';
import type { CompanionPanelProps } from './panel-props.ts';
import classes from './panel.module.css';

const NAMES = Object.keys(FEELINGS) as FeelingName[];

/** How somebody says that they feel: in words, or on two sliders. How they appear stands beside it. */
export function CheckIn({ scenario, state: { policy: { report, reports } }, language, diary, onNote }: CompanionPanelProps & { readonly onNote: (text: string) => void }) {
  const { t } = useTranslation('pack');
  const [place, setPlace] = useState(report ?? { valence: 0, arousal: 0 });
  const [words, setWords] = useState<readonly FeelingName[]>([]);
  const [note, setNote] = useState('');
  const [seen, setSeen] = useState(reports);
  // What was said aloud moves the sliders, too.
  if (seen !== reports && report) {
    setSeen(reports);
    setPlace(report);
    setWords(report.words.filter((word): word is FeelingName => Object.hasOwn(FEELINGS, word)));
  }
  const appears = useAgentState(({ affect: { phase, estimate: { valence, arousal } } }) => (phase === 'tracking' ? `${valence.mean.toFixed(2)} ${arousal.mean.toFixed(2)} ${Math.sqrt(Math.max(valence.variance, arousal.variance)).toFixed(2)}` : null));
  const [appearsValence, appearsArousal, spread] = appears?.split(' ').map(Number) ?? [];
  const last = reports > 0 ? diary.entries.findLast(({ kind }) => kind === 'check-in') : undefined;
  const written = last && new Intl.DateTimeFormat(language === 'zh' ? 'zh-CN' : 'en-GB', { timeStyle: 'short' }).format(new Date(last.at));
  const move = (change: Partial<typeof place>): void => setPlace({ ...place, ...change });
  const pick = (picked: readonly FeelingName[]): void => {
    setWords(picked);
    if (picked.length === 0) return;
    const mean = (axis: 'valence' | 'arousal'): number => picked.reduce((sum, word) => sum + FEELINGS[word][axis], 0) / picked.length;
    setPlace({ valence: mean('valence'), arousal: mean('arousal') });
  };
  const write = (): void => {
    onNote(note.trim());
    setNote('');
    scenario.take({ type: 'own', own: { about: 'report', by: 'sliders', valence: place.valence, arousal: place.arousal, words } }, language);
  };
  return (
    <Section title={t('checkIn.title')}>
      <Text size="sm" c="dimmed" mb="sm">{t('checkIn.say')}</Text>
      <Chip.Group multiple value={[...words]} onChange={(next) => pick(next as FeelingName[])}>
        <Group gap={6} mb="md" role="group" aria-label={t('checkIn.feelings')}>
          {NAMES.map((name) => <Chip key={name} value={name} size="xs" variant="light" data-testid={`feeling-${name}`}>{FEELINGS[name].name[language]}</Chip>)}
        </Group>
      </Chip.Group>
      <Pad x={place.valence} y={place.arousal} onChange={(valence, arousal) => move({ valence, arousal })} testId="feeling-pad">
        <PadWord x={0} y={0.9} edge>{t('checkIn.axes.up')}</PadWord>
        <PadWord x={0} y={-0.9} edge>{t('checkIn.axes.down')}</PadWord>
        <PadWord x={-0.84} y={0.08} edge>{t('checkIn.axes.left')}</PadWord>
        <PadWord x={0.86} y={0.08} edge>{t('checkIn.axes.right')}</PadWord>
        {spread !== undefined && <span className={classes.appears} data-testid="appears" style={{ left: `${50 + 50 * appearsValence!}%`, top: `${50 - 50 * appearsArousal!}%`, width: `${100 * spread}%`, height: `${100 * spread}%` }} />}
      </Pad>
      <div className={classes.sliders}>
        <Fader label={t('checkIn.pleasant')} min={-1} value={place.valence} shown={signed(place.valence)} onChange={(valence) => move({ valence })} testId="valence" />
        <Fader label={t('checkIn.stirred')} min={-1} value={place.arousal} shown={signed(place.arousal)} onChange={(arousal) => move({ arousal })} testId="arousal" />
      </div>
      <Textarea autosize minRows={1} maxRows={5} maxLength={2000} label={t('checkIn.note')} value={note} onChange={(event) => setNote(event.currentTarget.value)} data-testid="note" />
      <Group mt="sm" gap="sm">
        <Button onClick={write} data-testid="write">{t('checkIn.write')}</Button>
        <Text size="sm" c="dimmed" role="status">{written && t('checkIn.written', { time: written })}</Text>
      </Group>
      <Text size="xs" c="dimmed" mt="md"><span className={classes.key} aria-hidden />{spread === undefined ? t('checkIn.appearsNot') : t('checkIn.appearsNow', { valence: signed(appearsValence!), arousal: signed(appearsArousal!), spread: spread.toFixed(2) })}</Text>
    </Section>
  );
}

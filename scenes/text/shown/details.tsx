import { Group, Stack, Text, Title } from '@mantine/core';
import { likeliest } from 'attune';
import type { ReadText, TextClause } from 'attune/browser';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { AXES } from '../../shared/course.ts';
import { EmotionList } from '../../shared/emotion-list.tsx';
import { emotionsUnknown, wordFor } from '../../shared/emotion-words.ts';
import { Figures } from '../../shared/figures.tsx';
import { percent } from '../../shared/measures.ts';
import { AxisBar } from './axis-bar.tsx';
import { useEvidenceWords } from './marked-text.tsx';
import classes from './read-card.module.css';

/** Everything that was read of one text, in figures. */
export function Details({ text, read }: { text: string; read: ReadText }) {
  const { t } = useTranslation();
  return (
    <div className={classes.details} data-testid="details">
      <Part title={t('state.emotions')}><EmotionList estimate={read} /></Part>
      <Part title={t('text.details.axes')}><Stack gap="xs">{AXES.map((axis) => <AxisBar key={axis} axis={axis} belief={read[axis]} />)}</Stack></Part>
      <Part title={t('text.evidence.title')}><EvidenceList text={text} read={read} /></Part>
      <Part title={t('text.labels.title')}><Labels read={read} /></Part>
      {read.clauses.length > 0 && <Part title={t('text.clauses.title')}><Clauses text={text} clauses={read.clauses} /></Part>}
      <Part title={t('text.details.how')}>
        <Figures rows={[
          [t('text.details.language'), t(`text.languages.${read.language}`)], [t('text.details.model'), t(`text.models.${read.size}`)], [t('text.details.known'), percent(read.known)],
          ...(read.read < text.length ? [[t('text.details.read'), t('text.details.readOf', { read: read.read, length: text.length })] as const] : []),
        ]} />
        {read.read < text.length && <Text size="sm" mt={4} data-testid="cut">{t('text.details.cut')}</Text>}
      </Part>
    </div>
  );
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return <section><Title order={3} size="h6" mb={6}>{title}</Title>{children}</section>;
}

function EvidenceList({ text, read }: { text: string; read: ReadText }) {
  const { t } = useTranslation();
  const evidenceWords = useEvidenceWords();
  if (read.evidence.length === 0) return <Text size="sm" c="dimmed">{t('text.evidence.none')}</Text>;
  return (
    <Stack component="ol" gap={4} m={0} p={0} style={{ listStyle: 'none' }}>
      {read.evidence.map(({ start, end, weight }) => (
        <Group component="li" key={start} justify="space-between" gap="xs" wrap="nowrap" align="flex-start">
          <Text size="sm" fw={600} dir="auto" lineClamp={2}>{text.slice(start, end)}</Text>
          <Text size="sm" c="dimmed" ta="end">{evidenceWords(read, weight)}</Text>
        </Group>
      ))}
    </Stack>
  );
}

function Labels({ read: { language, labels, told } }: { read: ReadText }) {
  const { t } = useTranslation();
  if (!labels || told.length === 0) return <Text size="sm" c="dimmed">{t(language === 'en' ? 'text.labels.none' : 'text.labels.missing')}</Text>;
  return <Figures rows={told.map((label) => [t(`text.labels.names.${label}`), percent(labels[label])])} />;
}

/** What the parts of a text express each, for feelings that are mixed. */
function Clauses({ text, clauses }: { text: string; clauses: readonly TextClause[] }) {
  const { t } = useTranslation();
  return (
    <Stack component="ol" gap={6} m={0} p={0} style={{ listStyle: 'none' }} data-testid="clauses">
      {clauses.map((clause) => {
        const top = likeliest(clause.emotions);
        return (
          <li key={clause.start}>
            <Text size="sm" dir="auto" lineClamp={3}>{text.slice(clause.start, clause.end)}</Text>
            <Text size="sm" c="dimmed">{emotionsUnknown(clause) ? t('state.unknown') : `${t(`state.${wordFor(clause.emotions[top])}`)} ${t(`emotions.${top}`)}, ${percent(clause.emotions[top])}`}</Text>
          </li>
        );
      })}
    </Stack>
  );
}

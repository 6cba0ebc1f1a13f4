import { Badge, Button, Group, Loader, Stack, Text } from '@mantine/core';
import { markText, type ViewText } from 'attune/monitor';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { signed } from '../shared/measures.ts';
import { momentWords } from './chart/time-marks.ts';
import { useMonitoring } from './monitoring-context.ts';
import classes from './monitor-page.module.css';

/** The texts behind what was picked, or those of the time that is shown. */
export function TextList() {
  const { t, i18n } = useTranslation();
  const { state, unpick, more } = useMonitoring();
  const { texts, total, picked, overview } = useStore(state);
  const nameOf = (id: string): string => overview?.entities.find((each) => each.id === id)?.name ?? id;
  return (
    <div data-testid="texts">
      <Group justify="space-between" gap="xs" mb="xs" wrap="nowrap">
        <Text size="sm" fw={600} role="status">
          {picked ? t('monitor.textsOf', { name: nameOf(picked.entity), from: momentWords(picked.from, i18n.language) }) : t('monitor.textsShown')}
          {total !== null && ` · ${t('monitor.textCount', { count: total })}`}
        </Text>
        {picked && <Button size="compact-xs" variant="default" style={{ flex: 'none' }} onClick={unpick} data-testid="unpick">{t('monitor.unpick')}</Button>}
      </Group>
      {total === null && <Loader size="sm" aria-label={t('monitor.coming')} />}
      {total === 0 && <Text size="sm" c="dimmed">{t('monitor.noTexts')}</Text>}
      <Stack gap={0}>{texts.map((text) => <One key={`${text.id} ${text.entity}`} text={text} name={nameOf(text.entity)} />)}</Stack>
      {total !== null && texts.length < total && <Button variant="subtle" fullWidth onClick={more}>{t('monitor.more', { count: total - texts.length })}</Button>}
      <Text size="xs" c="dimmed" mt="sm">{t('monitor.marks')}</Text>
    </div>
  );
}

function One({ text, name }: { readonly text: ViewText; readonly name: string }) {
  const { t, i18n } = useTranslation();
  const entities = useStore(useMonitoring().state, ({ overview }) => overview?.entities);
  const parts = useMemo(() => markText(text, entities ?? []), [text, entities]);
  const value = text.positive - text.negative;
  return (
    <article className={classes.text} lang={text.language === 'zh' ? 'zh-Hans' : 'en'} data-testid="text">
      <Text size="sm">
        {parts.map((part) => (part.kind === 'plain' ? part.text : <span key={part.start} className={classes[part.kind]} data-kind={part.kind}>{part.text}</span>))}
      </Text>
      <Group gap={6} mt={4}>
        <Badge variant="default" size="sm" tt="none" fw={500}>{t(value > 0.2 ? 'monitor.readGood' : value < -0.2 ? 'monitor.readBad' : 'monitor.readPlain', { name, value: signed(value) })}</Badge>
        <Text size="xs" c="dimmed" span>{text.source} · {momentWords(text.at, i18n.language)}{text.topics.length > 0 && ` · ${text.topics.map((topic) => t(`monitor.topics.${topic}`, { defaultValue: topic })).join(', ')}`}</Text>
      </Group>
    </article>
  );
}

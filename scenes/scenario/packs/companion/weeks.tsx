import { ActionIcon, Button, Group, Switch, Text, Tooltip } from '@mantine/core';
import { IconDownload, IconFileText, IconTrash } from '@tabler/icons-react';
import type { CheckIn, DiaryEntry } from 'attune/memory';
import { type CompanionMore, courseOf, daysOf, FEELINGS, type FeelingName, tellCourse, writeReport } from 'attune/scenario';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { signed } from '../../../shared/measures.ts';
import { saveFile } from '../../../shared/save-file.ts';
import { Section } from '../../../shared/section.tsx';
import { TimeChart } from '../../../shared/time-chart.tsx';
import { KeepSwitch } from '../keep-switch.tsx';
import type { CompanionPanelProps } from './panel-props.ts';

const DAYS = 28;
/** So many of the newest are listed. */
const LISTED = 6;

/** How weeks went, day by day, and a report of them to share. */
export function Weeks({ entries, diary, language, pack, agent }: CompanionPanelProps & { readonly entries: readonly DiaryEntry[] }) {
  const { t } = useTranslation('pack');
  const [notes, setNotes] = useState(false);
  const [today] = useState(() => new Date());
  const { activities } = pack.more as CompanionMore;
  const locale = language === 'zh' ? 'zh-CN' : 'en-GB';
  const said = entries.filter((entry): entry is CheckIn => entry.kind === 'check-in');
  const days = daysOf(said, today, DAYS);
  const [valence, arousal] = [days.map((day) => day.valence), days.map((day) => day.arousal)];
  const course = courseOf(valence);
  const level = median(valence.flatMap((value, at) => (value === null || !course.perWeek ? [] : [value - (course.perWeek.middle / 7) * at])));
  const label = (at: number): string => new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short' }).format(new Date(`${days[Math.min(DAYS - 1, Math.max(0, Math.round(at)))]!.day}T12:00:00`));
  const time = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short' });
  const saveReport = (): void => saveFile(`${t('weeks.file')}.html`, new Blob([writeReport({ diary: entries, activities, language, today: new Date(), days: DAYS, notes })], { type: 'text/html' }));
  const tell = (entry: DiaryEntry): string => {
    if (entry.kind === 'check-in') return [entry.words.map((word) => (Object.hasOwn(FEELINGS, word) ? FEELINGS[word as FeelingName].name[language] : word)).join(', '), `${signed(entry.valence)} / ${signed(entry.arousal)}`, entry.note].filter((part) => part !== '').join(' · ');
    const helped = entry.helped === null ? '' : t(`weeks.${entry.helped > 0.75 ? 'helped' : entry.helped > 0.25 ? 'helpedLittle' : 'helpedNot'}`);
    return [activities.find(({ id }) => id === entry.activity)?.title[language] ?? entry.activity, helped].filter((part) => part !== '').join(' · ');
  };
  return (
    <>
      <Section title={t('weeks.title')}>
        {said.length === 0 ? <Text size="sm" c="dimmed">{t('weeks.none')}</Text> : (
          <>
            <TimeChart
              name="mood-weeks" times={days.map((_, at) => at)} span={[0, DAYS - 1]} range={[-1, 1]} ticks={[-1, 0, 1]} face={label}
              lines={[
                { label: t('weeks.valence'), colour: 'var(--emotion-happiness)', dash: [], mean: valence, dots: true },
                { label: t('weeks.arousal'), colour: 'var(--emotion-fear)', dash: [], mean: arousal, dots: true },
                ...(course.perWeek ? [{ label: t('weeks.course'), colour: 'var(--emotion-happiness)', dash: [6, 4], mean: days.map((_, at) => level + (course.perWeek!.middle / 7) * at) }] : []),
              ]}
            />
            <Text size="sm" mt="xs" data-testid="course" data-direction={course.direction}>{tellCourse('valence', course, language)}</Text>
            <Text size="sm" mt={4}>{tellCourse('arousal', courseOf(arousal), language)}</Text>
          </>
        )}
      </Section>
      {entries.length > 0 && (
        <Section title={t('weeks.entries')}>
          {entries.slice(-LISTED).toReversed().map((entry) => (
            <Group key={entry.id} justify="space-between" wrap="nowrap" align="flex-start" mb={6} data-testid="entry">
              <div>
                <Text size="xs" c="dimmed">{time.format(new Date(entry.at))}</Text>
                <Text size="sm">{tell(entry)}</Text>
              </div>
              <Tooltip label={t('weeks.delete', { time: time.format(new Date(entry.at)) })}>
                <ActionIcon variant="subtle" color="gray" aria-label={t('weeks.delete', { time: time.format(new Date(entry.at)) })} onClick={() => diary.delete(entry.id)}><IconTrash size={16} aria-hidden /></ActionIcon>
              </Tooltip>
            </Group>
          ))}
        </Section>
      )}
      <Section title={t('weeks.report')}>
        <Text size="sm" c="dimmed" mb="sm">{t('weeks.reportAbout')}</Text>
        <Switch mb="sm" checked={notes} onChange={(event) => setNotes(event.currentTarget.checked)} label={t('weeks.notes')} />
        <Group gap="xs">
          <Button leftSection={<IconFileText size={16} aria-hidden />} disabled={said.length === 0} onClick={saveReport} data-testid="save-report">{t('weeks.save')}</Button>
          <Button variant="default" leftSection={<IconDownload size={16} aria-hidden />} disabled={entries.length === 0} onClick={() => saveFile('diary.json', new Blob([diary.export()], { type: 'application/json' }))}>{t('weeks.json')}</Button>
        </Group>
      </Section>
      <KeepSwitch thing={diary} span={diary.span} empty={entries.length === 0} onForget={() => agent.erase()} words={{ keep: t('keep.keep'), about: t('keep.about'), forget: t('keep.forget') }} />
    </>
  );
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted.length === 0 ? 0 : (sorted[Math.floor((sorted.length - 1) / 2)]! + sorted[Math.ceil((sorted.length - 1) / 2)]!) / 2;
}

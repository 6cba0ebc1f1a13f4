import { Alert, Button, Card, Group, Menu, Progress, Text, Title } from '@mantine/core';
import { IconAlertCircle, IconDownload, IconFileUpload, IconSparkles, IconX } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { saveFile } from '../../shared/save-file.ts';
import { SAMPLE_MINUTES } from '../query.ts';
import { useReplaying } from '../replaying-context.ts';
import { timeLabel } from '../timeline/time-label.ts';
import type { SessionView } from './session.ts';
import { EXPORTS, type ExportFormat } from './session-worker.ts';

/** Which session is shown: chosen, made up, read with a bar that tells how far, and saved in other formats. */
export function SessionCard({ onChoose }: { onChoose: () => void }) {
  const { t, i18n } = useTranslation();
  const { first } = useReplaying();
  const view = useStore(first.view);
  const reading = view.state === 'reading';
  return (
    <Card withBorder radius="lg" padding="md" component="section" data-testid="session" data-state={view.state}>
      <Group justify="space-between" gap="sm">
        <div>
          <Title order={2} size="h5">{view.state === 'shown' ? view.name || t('replay.session.sample') : t('replay.session.title')}</Title>
          {view.trace ? <Facts view={view} /> : <Text size="sm" c="dimmed" mt={4} maw={720}>{t('replay.session.help')}</Text>}
        </div>
        <Group gap="sm">
          {view.trace && <Exports name={view.name} />}
          <Button variant={view.state === 'empty' ? 'filled' : 'default'} leftSection={<IconFileUpload size={16} aria-hidden />} data-testid="choose" onClick={onChoose}>{t('replay.session.choose')}</Button>
          {reading
            ? <Button variant="light" color="red" leftSection={<IconX size={16} aria-hidden />} data-testid="cancel" onClick={first.clear}>{t('text.table.cancel')}</Button>
            : <Button variant="default" leftSection={<IconSparkles size={16} aria-hidden />} data-testid="sample" onClick={() => void first.sample(SAMPLE_MINUTES, i18n.language === 'zh' ? 'zh' : 'en')}>{t('replay.session.make')}</Button>}
        </Group>
      </Group>
      {reading && <Progress value={100 * view.progress} mt="md" transitionDuration={0} aria-label={t('replay.session.progress')} data-testid="progress" />}
      {view.failure && <Failure name={view.name} failure={view.failure} />}
    </Card>
  );
}

function Facts({ view: { trace } }: { view: SessionView }) {
  const { t, i18n } = useTranslation();
  const { start, end, at, cut, exactness, missingNet } = trace!;
  return (
    <>
      <Text size="sm" c="dimmed" mt={4} data-testid="facts">{t('replay.session.facts', { length: timeLabel(end - start), events: at.length.toLocaleString(i18n.language) })}</Text>
      {exactness && <Text size="sm" c="dimmed">{exactness.differs ? t('replay.session.differs', { at: timeLabel(exactness.differs.at) }) : t('replay.session.exact', { cues: exactness.recorded.toLocaleString(i18n.language) })}</Text>}
      {missingNet !== null && <Text size="sm">{t('replay.session.noNet', { net: missingNet })}</Text>}
      {cut && <Text size="sm">{t('replay.session.cut')}</Text>}
    </>
  );
}

/** Why a file is not shown, and what to do. */
export function Failure({ name, failure: { line, message } }: { name: string; failure: NonNullable<SessionView['failure']> }) {
  const { t } = useTranslation();
  return (
    <Alert variant="default" radius="lg" mt="sm" icon={<IconAlertCircle aria-hidden />} title={t('replay.failed.title', { name })} data-testid="session-failure">
      <Text size="sm">{line === null ? t('replay.failed.whole') : t('replay.failed.line', { line })}</Text>
      <Text size="xs" c="dimmed" mt={4}>{message}</Text>
    </Alert>
  );
}

const ENDINGS: Readonly<Record<ExportFormat, string>> = { csv: 'csv', json: 'json', emotionml: 'xml' };

/** The session in other formats; each is written in the worker. */
function Exports({ name }: { name: string }) {
  const { t } = useTranslation();
  const { first } = useReplaying();
  const [busy, setBusy] = useState(false);
  const [failed, setFailed] = useState(false);
  const base = name.replace(/\.\w+$/, '') || 'attune-sample';
  async function save(format: ExportFormat): Promise<void> {
    setBusy(true);
    setFailed(false);
    try {
      saveFile(`${base}.${ENDINGS[format]}`, await first.export(format));
    } catch {
      setFailed(true);
    }
    setBusy(false);
  }
  return (
    <>
      {failed && <Text size="sm" role="alert">{t('replay.export.failed')}</Text>}
      <Menu position="bottom-end">
        <Menu.Target><Button variant="default" loading={busy} leftSection={<IconDownload size={16} aria-hidden />} data-testid="export">{t('replay.export.title')}</Button></Menu.Target>
        <Menu.Dropdown>
          {EXPORTS.map((format) => <Menu.Item key={format} data-testid={`export-${format}`} onClick={() => void save(format)}>{t(`replay.export.${format}`)}</Menu.Item>)}
        </Menu.Dropdown>
      </Menu>
    </>
  );
}

import { Card, Text, Title } from '@mantine/core';
import type { SessionTrace } from 'attune/record';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { EmotionList } from '../../shared/emotion-list.tsx';
import { useReplaying } from '../replaying-context.ts';
import { timeLabel } from '../timeline/time-label.ts';
import { momentOf } from '../timeline/timeline.ts';
import { emotionsAt, rowAt } from './row-at.ts';
import { useDescribe } from './use-describe.ts';

/** So often the moment is told anew at most, in milliseconds: nobody reads faster. */
const PULSE = 200;

/** The moment that is looked at, in words and numbers. */
export function NowCard({ trace }: { trace: SessionTrace }) {
  const { t } = useTranslation();
  const { timeline } = useReplaying();
  const describe = useDescribe(trace);
  const [moment, setMoment] = useState(() => momentOf(timeline.view.getState()));
  useEffect(() => {
    let waiting = 0;
    const stop = timeline.view.subscribe((view, before) => {
      if (momentOf(view) === momentOf(before)) return;
      waiting ||= window.setTimeout(() => {
        waiting = 0;
        setMoment(momentOf(timeline.view.getState()));
      }, PULSE);
    });
    return () => {
      stop();
      clearTimeout(waiting);
    };
  }, [timeline]);
  const emotions = emotionsAt(trace, rowAt(trace, moment));
  return (
    <Card withBorder radius="lg" padding="md" component="section" data-testid="now">
      <Title order={2} size="h5" style={{ fontVariantNumeric: 'tabular-nums' }}>{t('replay.now.title', { time: timeLabel(moment, 0.1) })}</Title>
      <Text size="sm" mt={4} mb="sm" mih="3.2em" data-testid="now-words">{describe(moment)}</Text>
      <EmotionList estimate={emotions && { emotions }} />
    </Card>
  );
}

import { Badge, SegmentedControl } from '@mantine/core';
import type { ServiceState } from 'attune/scenario';
import { useAgentState } from 'attune/react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PanelProps } from '../scene-pack.ts';
import { CallerSide } from './caller-side.tsx';
import { DeskSide } from './desk-side.tsx';
import { useMoodCourse } from './mood-course.ts';
import classes from './panel.module.css';

const SIDES = ['caller', 'desk'] as const;

/** Both sides of a call: what the caller can do, and what the person at the desk sees. */
export function ServicePanel(props: PanelProps<ServiceState>) {
  const { t } = useTranslation('pack');
  const [side, setSide] = useState<(typeof SIDES)[number]>('caller');
  const { scenario, agent, language, state: { policy: { stage } } } = props;
  const awaited = useAgentState(({ operator }) => operator?.awaits?.id ?? null);
  useEffect(() => {
    // While a person answers, the scenario is not asked; what the caller wants is shown all the same.
    const message = awaited === null ? undefined : agent.captions.findLast(({ speaker }) => speaker === 'player');
    if (message) void scenario.look(message.text, language);
  }, [awaited, agent, language, scenario]);
  const course = useMoodCourse(props);
  return (
    <>
      <div className={classes.head}>
        <SegmentedControl value={side} onChange={(next) => setSide(next as typeof side)} data={SIDES.map((value) => ({ value, label: t(`sides.${value}`) }))} aria-label={t('side')} data-testid="side" />
        <Badge size="lg" variant="light" tt="none" fw={600} color={stage === 'open' ? 'gray' : 'clay'} role="status" data-testid="stage" data-stage={stage}>{t(`stages.${stage}`)}</Badge>
      </div>
      {side === 'caller' ? <CallerSide {...props} /> : <DeskSide {...props} course={course} />}
    </>
  );
}

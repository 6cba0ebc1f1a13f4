import { SENSES } from 'attune';
import { summariseTrace, type SessionTrace } from 'attune/record';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { AXES } from '../../shared/course.ts';
import { Figures } from '../../shared/figures.tsx';
import { figure } from '../figure.ts';
import { timeLabel } from '../timeline/time-label.ts';

const sum = (counts: Readonly<Record<string, number>>): number => Object.values(counts).reduce((all, each) => all + each, 0);

/** A session in a few figures. */
export function Summary({ trace }: { trace: SessionTrace }) {
  const { t } = useTranslation();
  const { duration, senses, phases, categories, episodes, affect, conflicts, player, agent } = useMemo(() => summariseTrace(trace), [trace]);
  const list = (names: readonly string[]): string | null => (names.length === 0 ? null : names.join(t('replay.now.comma')));
  const longest = Object.entries(categories).sort(([, a], [, b]) => b - a).slice(0, 3);
  const feeling = (category: string): string => (category === 'mixed' ? t('replay.mixed') : t(`emotions.${category}`));
  return (
    <Figures rows={[
      [t('replay.events.summary.followed'), t('replay.events.ofTime', { time: timeLabel(phases.tracking ?? 0), whole: timeLabel(duration) })],
      [t('replay.events.summary.senses'), list(SENSES.filter((sense) => senses[sense].signals > 0).map((sense) => `${t(`senses.${sense}`)} ${timeLabel(senses[sense].live)}`))],
      [t('replay.events.summary.appears'), list(longest.map(([category, time]) => `${feeling(category)} ${timeLabel(time)}`)) ?? t('replay.events.summary.none')],
      [t('replay.events.summary.affect'), affect && list(AXES.flatMap((axis) => (affect[axis] === null ? [] : [`${t(`state.${axis}`)} ${figure(affect[axis])}`])))],
      [t('replay.events.summary.episodes'), sum(episodes)],
      [t('replay.events.summary.conflicts'), t('replay.events.conflict', { times: conflicts.count, time: timeLabel(conflicts.time) })],
      [t('replay.events.summary.player'), t('replay.events.spoke', { time: timeLabel(player.speaking), messages: player.messages })],
      [t('replay.events.summary.agent'), t('replay.events.said', { said: sum(agent.acts), gestures: sum(agent.gestures) })],
    ]} />
  );
}

import type { SessionTrace } from 'attune/record';
import type { TFunction } from 'i18next';
import { hue } from '../../shared/senses.ts';
import type { Item, ItemsLane, Row } from './lane.ts';

const PHASE_COLOURS = { absent: 'var(--attune-quiet)', calibrating: 'var(--sense-context)', tracking: 'var(--sense-text)', uncertain: 'var(--sense-voice)' } as const;

const byTime = (items: readonly Item[]): readonly Item[] => items.toSorted((a, b) => a.from - b.from);
const filled = (rows: readonly Row[]): readonly Row[] => rows.filter(({ items }) => items.length > 0);
const feeling = (category: string): string => `var(--emotion-${category})`;

/** How far the player could be seen, what they appeared to feel, and its episodes. */
export function stateOf({ phases, categories, episodes, conflicts, end }: SessionTrace, t: TFunction): ItemsLane {
  const named = (category: string): string => (category === 'mixed' ? t('replay.mixed') : t(`emotions.${category}`));
  return {
    kind: 'items', id: 'state', label: t('replay.lanes.state'), rows: filled([
      { id: 'phases', label: t('replay.rows.phases'), items: phases.map(({ start, end: to, value }) => ({ from: start, to, label: t(`replay.phases.${value}`), colour: PHASE_COLOURS[value] })) },
      { id: 'categories', label: t('replay.rows.categories'), items: categories.map(({ start, end: to, value }) => ({ from: start, to, label: named(value), colour: feeling(value) })) },
      {
        id: 'episodes', label: t('replay.rows.episodes'),
        items: episodes.map(({ onset, peak, recovered, category }) => ({ from: onset, to: recovered ?? end, label: t('replay.episode', { feeling: named(category), peak: Math.round(100 * peak) }), colour: feeling(category) })),
      },
      { id: 'conflicts', label: t('replay.rows.conflicts'), items: conflicts.map(({ start, end: to, between: [a, b] }) => ({ from: start, to, label: t('replay.conflict', { pleased: t(`senses.${a}`), displeased: t(`senses.${b}`) }), colour: 'var(--sense-report)' })) },
    ]),
  };
}

/** Who spoke when, and what was said where that is on record. */
export function talkOf({ speeches, utterances, marks, words, end }: SessionTrace, t: TFunction): ItemsLane {
  const heard = marks.flatMap((mark) => (mark.kind === 'message' ? [{ from: mark.at, to: mark.at, label: mark.text ?? t(`intents.${mark.intent}`), colour: hue('text') }] : []));
  // Words that no message tells of: a log that began in the middle.
  const known = new Set(marks.flatMap((mark) => (mark.kind === 'message' ? [mark.text] : [])));
  const said = (by: 'agent' | 'operator', colour: string): readonly Item[] => byTime(utterances.filter((each) => each.by === by)
    .map(({ asked, started, ended, act, text }) => ({ from: started ?? asked, to: started === null ? asked : (ended ?? end), label: text ?? t(`why.acts.${act}`), colour })));
  const others = words.filter(({ speaker, text }) => speaker === 'player' && !known.has(text)).map(({ at, text }) => ({ from: at, to: at, label: text, colour: hue('text') }));
  return {
    kind: 'items', id: 'talk', label: t('replay.lanes.talk'), rows: filled([
      { id: 'speech', label: t('replay.rows.speech'), items: speeches.map(({ start, end: to }) => ({ from: start, to, label: t('replay.speaks'), colour: hue('voice') })) },
      { id: 'messages', label: t('replay.rows.messages'), items: byTime([...heard, ...others]) },
      { id: 'agent', label: t('replay.rows.agent'), items: said('agent', 'var(--attune-name)') },
      { id: 'operator', label: t('replay.rows.operator'), items: said('operator', hue('context')) },
    ]),
  };
}

/** What the game told, what the player said of themselves, what the agent decided, and what happened to the senses. */
export function eventsOf({ marks }: SessionTrace, t: TFunction): ItemsLane {
  const row = (id: 'context' | 'plans' | 'gestures' | 'senses', colour: string, label: (mark: SessionTrace['marks'][number]) => string | null): Row => ({
    id, label: t(`replay.rows.${id}`),
    items: byTime(marks.flatMap((mark) => {
      const named = label(mark);
      return named === null ? [] : [{ from: mark.at, to: mark.at, label: named, colour }];
    })),
  });
  return {
    kind: 'items', id: 'events', label: t('replay.lanes.events'), rows: filled([
      row('context', hue('context'), (mark) => (mark.kind === 'context' ? t(`replay.context.${mark.event}`) : mark.kind === 'report' ? t(`why.evidence.says-${mark.emotion}`) : null)),
      row('plans', 'var(--attune-name)', (mark) => (mark.kind === 'plan' ? t(`why.strategies.${mark.strategy}`) : null)),
      row('gestures', 'var(--attune-second)', (mark) => (mark.kind === 'gesture' ? t(`avatars.gestures.${mark.gesture}`) : null)),
      row('senses', 'var(--sense-fused)', (mark) => {
        if (mark.kind === 'sense') return `${t(`senses.${mark.sense}`)}: ${t(`senses.status.${mark.status}`)}`;
        if (mark.kind === 'operator') return t(mark.present ? 'replay.operator.takesOver' : 'replay.operator.handsBack');
        if (mark.kind === 'visitor') return t(`replay.visitor.${mark.change}`);
        if (mark.kind === 'language') return t(`text.languages.${mark.language}`);
        return mark.kind === 'words-missed' ? t('replay.missed') : null;
      }),
    ]),
  };
}

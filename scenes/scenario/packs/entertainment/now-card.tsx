import { Badge, Button, Group, Text } from '@mantine/core';
import type { ShowProgress } from 'attune/scenario';
import { useTranslation } from 'react-i18next';
import classes from './panel.module.css';

interface NowCardProps {
  readonly progress: ShowProgress;
  /** What stands out in the open scene. */
  readonly tones: readonly ('wonder' | 'humour' | 'menace')[];
  /** Something is wished for, by the act that the entertainer knows. */
  readonly onWish: (act: Wish) => void;
}

/** Acts that stand on buttons. */
export type Wish = 'story' | 'quiz' | 'again' | 'go-on' | 'calmer' | 'livelier' | 'easier' | 'harder' | 'joke' | 'break';

const WISHES: Readonly<Record<ShowProgress['stage'], readonly Wish[]>> = {
  open: ['story', 'quiz'], scene: ['calmer', 'livelier', 'joke', 'break', 'quiz'], question: ['easier', 'harder', 'joke', 'break', 'story'], break: ['go-on'], ended: ['again', 'quiz'],
};
/** Stages in which nothing goes on, so that a button should be plain to see. */
const WAITING: ReadonlySet<ShowProgress['stage']> = new Set(['open', 'break', 'ended']);

/** The open scene or question, or what may be begun; and what may be wished for. */
export function NowCard({ progress: { stage, scene, question }, tones, onWish }: NowCardProps) {
  const { t } = useTranslation('pack');
  return (
    <section className={classes.card} aria-label={t(question ? 'card.question' : 'card.scene')} data-testid="now" data-stage={stage}>
      {question && (
        <div className={classes.head}>
          <Text size="sm" c="dimmed" fw={600}>{question.topic}</Text>
          <span className={classes.levels} role="img" aria-label={t('card.level', { level: question.level })}>{[1, 2, 3, 4, 5].map((each) => <span key={each} className={classes.level} data-filled={each <= question.level} />)}</span>
        </div>
      )}
      {scene && (
        <div className={classes.head}>
          <Text size="sm" c="dimmed" fw={600}>{t('card.scene')}</Text>
          <Group gap={6}>{tones.map((tone) => <Badge key={tone} variant="default" tt="none" fw={500}>{t(`card.tone.${tone}`)}</Badge>)}</Group>
        </div>
      )}
      <p className={classes.title}>{question?.asks ?? scene?.title ?? t(`card.${stage}`)}</p>
      <Text size="sm" c="dimmed" mb="sm">{t(question ? (question.tries > 0 ? 'card.again' : 'card.answer') : scene ? 'card.choose' : stage === 'open' ? 'card.openAbout' : '')}</Text>
      <Group gap="xs" role="group" aria-label={t('wishes')}>
        {WISHES[stage].map((act, at) => <Button key={act} size="compact-md" variant={WAITING.has(stage) ? (at === 0 ? 'filled' : 'light') : 'subtle'} data-testid={`wish-${act}`} onClick={() => onWish(act)}>{t(`act.${act}`)}</Button>)}
      </Group>
    </section>
  );
}

import { Badge, Group, Text } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';
import { LEARNING_FEELINGS, type TutorProgress } from 'attune/scenario';
import { useTranslation } from 'react-i18next';
import hatch from '../../../shared/hatch.module.css';
import { Section } from '../../../shared/section.tsx';
import classes from './skills.module.css';

const percent = (share: number): number => Math.round(100 * share);

/** What is known of each skill: the chance, and how far it may be off. */
export function Skills({ skills }: Pick<TutorProgress, 'skills'>) {
  const { t } = useTranslation('pack');
  return (
    <Section title={t('skills.title')}>
      {skills.map(({ id, title, known: { low, mean, high }, mastered, answers }) => (
        <div key={id} className={classes.skill} data-testid={`skill-${id}`} data-mastered={mastered}>
          <Group justify="space-between" gap="xs" wrap="nowrap">
            <Text size="sm" fw={500}>{title}</Text>
            {mastered ? <Badge color="teal" variant="light" tt="none" fw={500} leftSection={<IconCheck size={12} aria-hidden />} style={{ flex: 'none' }}>{t('skills.mastered')}</Badge>
              : <Text size="sm" c="dimmed" style={{ flex: 'none', fontVariantNumeric: 'tabular-nums' }}>{answers === 0 ? t('skills.unseen') : t('skills.known', { mean: percent(mean), low: percent(low), high: percent(high) })}</Text>}
          </Group>
          {answers === 0 ? <div className={`${classes.bar} ${classes.unseen} ${hatch.hatched}`} /> : (
            <div className={classes.bar} role="img" aria-label={t('skills.label', { title, mean: percent(mean), low: percent(low), high: percent(high) })}>
              <span className={classes.range} style={{ insetInlineStart: `${percent(low)}%`, width: `${Math.max(2, percent(high) - percent(low))}%` }} />
              <span className={classes.mean} style={{ insetInlineStart: `${percent(mean)}%` }} />
            </div>
          )}
        </div>
      ))}
    </Section>
  );
}

/** How it seems to go for the learner; or that this is not looked at. */
export function HowItGoes({ feelings }: Pick<TutorProgress, 'feelings'>) {
  const { t } = useTranslation('pack');
  if (!feelings) return <Section title={t('feelings.title')}><Text size="sm" c="dimmed" data-testid="no-feelings">{t('feelings.unused')}</Text></Section>;
  const unknown = LEARNING_FEELINGS.every((feeling) => Math.abs(feelings[feeling] - 0.25) < 0.03);
  return (
    <Section title={t('feelings.title')}>
      <div className={classes.feelings} role="img" aria-label={LEARNING_FEELINGS.map((feeling) => `${t(`feelings.${feeling}`)} ${percent(feelings[feeling])}%`).join(', ')} data-testid="feelings">
        {LEARNING_FEELINGS.map((feeling) => <span key={feeling} className={classes.feeling} data-feeling={feeling} style={{ flexGrow: feelings[feeling], opacity: unknown ? 0.35 : 1 }} />)}
      </div>
      <div className={classes.keys}>
        {LEARNING_FEELINGS.map((feeling) => <Text key={feeling} size="sm"><span className={classes.dot} data-feeling={feeling} aria-hidden />{t(`feelings.${feeling}`)} <Text span c="dimmed" style={{ fontVariantNumeric: 'tabular-nums' }}>{percent(feelings[feeling])}%</Text></Text>)}
      </div>
      <Text size="sm" c="dimmed" mt={6}>{t(unknown ? 'feelings.unknown' : 'feelings.help')}</Text>
    </Section>
  );
}

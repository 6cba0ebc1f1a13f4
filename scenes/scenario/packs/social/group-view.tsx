import { Group, Text } from '@mantine/core';
import { certainty } from 'attune';
import { socialMood } from 'attune/scenario';
import { useTranslation } from 'react-i18next';
import hatch from '../../../shared/hatch.module.css';
import { percent, signed } from '../../../shared/measures.ts';
import type { SocialPanelProps } from './panel-props.ts';
import classes from './panel.module.css';
import { leaning } from './seats.tsx';

/** Nine in ten of a normal distribution, in standard deviations. */
const NINE_IN_TEN = 1.645;
/** Under this certainty a mood is not known. */
const KNOWN = 0.15;
/** People feel apart from this deviation of valence on. */
const APART = 0.25;

/** How the group appears to feel together, and how heated the talk is, each with how far it may be off. */
export function GroupView({ state: { policy }, faces, relay }: SocialPanelProps) {
  const { t } = useTranslation('pack');
  const { valence, spread, heat } = socialMood(policy);
  const deviation = NINE_IN_TEN * Math.sqrt(valence.variance);
  const place = (value: number): number => 50 + 50 * Math.max(-1, Math.min(1, value));
  const known = certainty(valence) >= KNOWN;
  return (
    <>
      <Bar
        title={t('group.valence')} testId="group-valence" ends={[t('group.from'), t('group.to')]} told={known ? t(`group.moods.${leaning(valence)}`) : null}
        range={known ? { low: place(valence.mean - deviation), mean: place(valence.mean), high: place(valence.mean + deviation), words: t('group.range', { mean: signed(valence.mean), low: signed(Math.max(-1, valence.mean - deviation)), high: signed(Math.min(1, valence.mean + deviation)) }) } : null}
      />
      <Bar
        title={t('group.heat')} testId="group-heat" ends={[t('group.calm'), t('group.hot')]} told={null} hue="heat"
        range={policy.recent.length > 0 ? { low: 100 * heat.low, mean: 100 * heat.mean, high: 100 * heat.high, words: t('group.range', { mean: percent(heat.mean), low: percent(heat.low), high: percent(heat.high) }) } : null}
      />
      {spread && (spread.low > APART || spread.high < APART) && <Text size="sm">{t(spread.low > APART ? 'group.apart' : 'group.alike')}</Text>}
      {relay === null && faces.present > 0 && faces.present !== policy.people.length && <Text size="sm" c="dimmed">{t('group.faces', { count: faces.present })}</Text>}
      <Text size="sm" c="dimmed" mt={6}>{t(relay === null ? 'group.help' : 'group.helpRemote')}</Text>
    </>
  );
}

interface BarProps {
  readonly title: string;
  readonly testId: string;
  readonly ends: readonly [string, string];
  readonly told: string | null;
  readonly hue?: 'heat';
  /** In hundredths of the bar; null is not known, and hatched. */
  readonly range: { readonly low: number; readonly mean: number; readonly high: number; readonly words: string } | null;
}

function Bar({ title, testId, ends, told, hue, range }: BarProps) {
  const { t } = useTranslation('pack');
  return (
    <div className={classes.measure} data-testid={testId} data-mean={range?.mean ?? ''}>
      <Group justify="space-between" gap="xs" wrap="nowrap" align="baseline">
        <Text size="sm" fw={500}>{title}{told && <Text span size="sm" fw={400}> · {told}</Text>}</Text>
        <Text size="xs" c="dimmed" className={classes.figures}>{range ? range.words : t('group.unknown')}</Text>
      </Group>
      {range ? (
        <div className={classes.bar} role="img" aria-label={`${title}: ${range.words}`}>
          <span className={classes.range} data-hue={hue} style={{ insetInlineStart: `${range.low}%`, width: `${Math.max(2, range.high - range.low)}%` }} />
          <span className={classes.mean} data-hue={hue} style={{ insetInlineStart: `${range.mean}%` }} />
        </div>
      ) : <div className={`${classes.bar} ${classes.unseen} ${hatch.hatched}`} />}
      <div className={classes.ends} aria-hidden><span>{ends[0]}</span><span>{ends[1]}</span></div>
    </div>
  );
}

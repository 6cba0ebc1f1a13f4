import { Group, Text } from '@mantine/core';
import { type Belief, certainty } from 'attune';
import { useTranslation } from 'react-i18next';
import type { Axis } from '../../shared/course.ts';
import hatch from '../../shared/hatch.module.css';
import classes from './axis-bar.module.css';

/** Less certainty than this is as good as none. */
const LEAST_CERTAIN = 0.1;

/** Where a belief lies between -1 and 1, with a band of one standard deviation; hatched where it is unknown. */
export function AxisBar({ axis, belief }: { axis: Axis; belief: Belief }) {
  const { t } = useTranslation();
  const known = certainty(belief) > LEAST_CERTAIN;
  const deviation = Math.sqrt(belief.variance);
  const place = (value: number): number => 50 + 50 * Math.max(-1, Math.min(1, value));
  const [from, to] = [place(belief.mean - deviation), place(belief.mean + deviation)];
  const figure = known ? `${belief.mean.toFixed(2)} ± ${deviation.toFixed(2)}` : t('state.unknown');
  return (
    <div>
      <Group justify="space-between" gap="xs" wrap="nowrap">
        <Text size="sm">{t(`state.${axis}`)}</Text>
        <Text size="sm" style={{ fontVariantNumeric: 'tabular-nums' }}>{figure}</Text>
      </Group>
      <div className={known ? classes.track : `${classes.track} ${hatch.hatched}`} aria-hidden>
        <span className={classes.middle} />
        {known && <span className={classes.band} style={{ insetInlineStart: `${from}%`, width: `${to - from}%` }} />}
        {known && <span className={classes.mean} style={{ insetInlineStart: `${place(belief.mean)}%` }} />}
      </div>
      <Group justify="space-between" gap="xs" wrap="nowrap" aria-hidden>
        <Text size="xs" c="dimmed">{t(`text.poles.${axis}.low`)}</Text>
        <Text size="xs" c="dimmed">{t(`text.poles.${axis}.high`)}</Text>
      </Group>
    </div>
  );
}

import { Group, Loader, Paper, Text } from '@mantine/core';
import { IconInfoCircle } from '@tabler/icons-react';
import { type Health, type Part, PARTS } from 'attune';
import { useHealth } from 'attune/react';
import { useTranslation } from 'react-i18next';
import classes from './health-line.module.css';

/** Troubles that no note tells of, since nothing but time or a tap helps. */
const toldHere = ({ condition, problem }: Health[Part]): boolean => condition === 'restarting' || (condition === 'degraded' && (problem?.code === 'sound-held' || problem?.code === 'device-silent'));

/** One calm line for each part that is coming back by itself or waits for something. */
export function HealthLine() {
  const { t } = useTranslation();
  const health = useHealth();
  const troubled = PARTS.filter((part) => toldHere(health[part]));
  return (
    <div role="status" className={classes.lines}>
      {troubled.map((part) => {
        const { condition, problem } = health[part];
        const restarts = condition === 'restarting';
        return (
          <Paper key={part} className={classes.line} radius="lg" px="sm" py={6} data-testid="health" data-part={part} data-condition={condition}>
            <Group gap="xs" wrap="nowrap">
              {restarts ? <Loader size={14} aria-hidden /> : <IconInfoCircle size={16} style={{ flex: 'none' }} aria-hidden />}
              <Text size="sm">{restarts ? t('health.again', { part: t(`health.parts.${part}`) }) : t('health.waits', { part: t(`health.parts.${part}`), why: problem && t(`problems.codes.${problem.code}`) })}</Text>
            </Group>
          </Paper>
        );
      })}
    </div>
  );
}

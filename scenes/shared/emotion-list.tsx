import { Group, Progress, Stack, Text } from '@mantine/core';
import { type AffectState, EMOTIONS, likeliest } from 'attune';
import { useTranslation } from 'react-i18next';
import { Unknown } from './unknown.tsx';

/** One in eight is chance. A word stands before each number, because the number alone sounds surer than it is. */
const CHANCE = 1 / EMOTIONS.length;
export const wordFor = (probability: number): 'clearly' | 'likely' | 'perhaps' | 'hardly' =>
  probability >= 0.6 ? 'clearly' : probability >= 0.35 ? 'likely' : probability >= 0.18 ? 'perhaps' : 'hardly';

/** Whether no emotion stands out from chance. */
export const unknownEmotions = ({ phase, estimate: { emotions } }: AffectState): boolean => phase === 'absent' || emotions[likeliest(emotions)] < CHANCE + 0.04;

/** The eight emotions, the likeliest first. */
export function EmotionList({ affect }: { affect: AffectState }) {
  const { t } = useTranslation();
  const { emotions } = affect.estimate;
  const sorted = [...EMOTIONS].sort((a, b) => emotions[b] - emotions[a]);
  if (unknownEmotions(affect)) return <Unknown />;
  return (
    <Stack gap={6} component="ol" m={0} p={0} style={{ listStyle: 'none' }}>
      {sorted.map((emotion) => {
        const word = wordFor(emotions[emotion]);
        return (
          <Group component="li" key={emotion} gap="xs" wrap="nowrap" c={word === 'hardly' ? 'dimmed' : 'inherit'}>
            <Text size="sm" flex={1} fw={word === 'clearly' || word === 'likely' ? 600 : 400}>{t(`state.${word}`)} {t(`emotions.${emotion}`)}</Text>
            <Progress size={6} w={90} value={emotions[emotion] * 100} color="var(--sense-fused)" transitionDuration={0} aria-label={t(`emotions.${emotion}`)} />
            <Text size="sm" w="2.6em" ta="end" style={{ fontVariantNumeric: 'tabular-nums' }}>{Math.round(emotions[emotion] * 100)} %</Text>
          </Group>
        );
      })}
    </Stack>
  );
}

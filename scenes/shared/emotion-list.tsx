import { Group, Progress, Stack, Text } from '@mantine/core';
import { type Emotion, EMOTIONS, type EmotionDistribution } from 'attune';
import { useTranslation } from 'react-i18next';
import { emotionsUnknown, wordFor } from './emotion-words.ts';
import { Unknown } from './unknown.tsx';

interface EmotionListProps {
  readonly estimate: { readonly emotions: EmotionDistribution } | null;
  /** Emotions that are held for reasons of their own, however probable: they are at least perhaps there. */
  readonly held?: readonly Emotion[];
}

/** The eight emotions, the likeliest first; null is unknown. */
export function EmotionList({ estimate, held }: EmotionListProps) {
  const { t } = useTranslation();
  if (!estimate || emotionsUnknown(estimate)) return <Unknown />;
  const { emotions } = estimate;
  const sorted = [...EMOTIONS].sort((a, b) => emotions[b] - emotions[a]);
  return (
    <Stack gap={6} component="ol" m={0} p={0} style={{ listStyle: 'none' }}>
      {sorted.map((emotion) => {
        const likely = wordFor(emotions[emotion]);
        const word = likely === 'hardly' && held?.includes(emotion) ? 'perhaps' : likely;
        return (
          <Group component="li" key={emotion} gap="xs" wrap="nowrap" c={word === 'hardly' ? 'dimmed' : 'inherit'}>
            <Text size="sm" flex={1} fw={word === 'clearly' || word === 'likely' ? 600 : 400}>{t(`state.${word}`)} {t(`emotions.${emotion}`)}</Text>
            <Progress size={6} w={90} value={emotions[emotion] * 100} color="var(--sense-fused)" transitionDuration={0} aria-label={t(`emotions.${emotion}`)} />
            <Text size="sm" w="3.2em" ta="end" style={{ whiteSpace: 'nowrap', fontVariantNumeric: 'tabular-nums' }}>{Math.round(emotions[emotion] * 100)} %</Text>
          </Group>
        );
      })}
    </Stack>
  );
}

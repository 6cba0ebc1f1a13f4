import { Box, Button, SegmentedControl, SimpleGrid, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { signed } from '../../shared/measures.ts';
import { Section } from '../../shared/section.tsx';
import { type Feeling, FEELINGS, NO_FEELINGS, only } from '../feelings.ts';
import { NO_AFFECT } from '../rehearsal.ts';
import { useRehearsal, useWish } from '../rehearsal-context.ts';
import { Fader } from '../../shared/fader.tsx';
import { Pad, PadWord } from '../../shared/pad.tsx';

const INTENSITIES = [['slight', 0.33], ['clear', 0.66], ['full', 1]] as const;

/** Where the pad names what it shows; feelings that need a dominance of their own are left to its slider. */
const NAMED: readonly (readonly [Feeling, valence: number, arousal: number])[] = [
  ['happiness', 0.7, 0.46], ['surprise', 0.38, 0.72], ['anger', -0.46, 0.66], ['disgust', -0.66, 0.34], ['sadness', -0.63, -0.3],
];

/** A feeling by its name, by how pleasant and how excited it is, or mixed by hand. */
export function FeelingsTab() {
  return (
    <>
      <Presets />
      <Plane />
      <Mix />
    </>
  );
}

function Presets() {
  const { t } = useTranslation();
  const { wishes } = useRehearsal();
  const feelings = useWish((wish) => wish.feelings);
  const [intensity, setIntensity] = useState<string>('clear');
  const weightOf = (name: string): number => INTENSITIES.find(([each]) => each === name)?.[1] ?? 1;
  const shown = FEELINGS.filter((feeling) => feelings[feeling] > 0);
  const show = (next: typeof feelings): void => wishes.setState({ feelings: next, affect: NO_AFFECT });
  const change = (name: string): void => {
    setIntensity(name);
    const [one, ...others] = shown;
    if (one && others.length === 0) show(only(one, weightOf(name)));
  };
  return (
    <Section title={t('avatars.feelings.presets')}>
      <SimpleGrid cols={{ base: 3, xs: 4 }} spacing={6} verticalSpacing={6}>
        <Button size="compact-md" px={4} variant={shown.length === 0 ? 'filled' : 'default'} aria-pressed={shown.length === 0} onClick={() => show(NO_FEELINGS)} data-testid="feeling-neutral">{t('emotions.neutral')}</Button>
        {FEELINGS.map((feeling) => {
          const on = shown.length === 1 && shown[0] === feeling;
          return (
            <Button key={feeling} size="compact-md" px={4} variant={on ? 'filled' : 'default'} aria-pressed={on} data-testid={`feeling-${feeling}`} onClick={() => show(only(feeling, weightOf(intensity)))}>
              {t(`emotions.${feeling}`)}
            </Button>
          );
        })}
      </SimpleGrid>
      <SegmentedControl
        mt="xs" fullWidth size="sm" aria-label={t('avatars.feelings.intensity')} value={intensity} onChange={change}
        data={INTENSITIES.map(([value]) => ({ value, label: t(`avatars.feelings.${value}`) }))}
      />
    </Section>
  );
}

function Plane() {
  const { t } = useTranslation();
  const rehearsal = useRehearsal();
  const affect = useWish((wish) => wish.affect);
  const { valence, arousal } = affect;
  return (
    <Section title={t('avatars.feelings.plane')}>
      <Pad x={valence} y={arousal} onChange={(x, y) => rehearsal.feel({ ...affect, valence: x, arousal: y })} testId="affect-pad">
        {NAMED.map(([feeling, x, y]) => <PadWord key={feeling} x={x} y={y}>{t(`emotions.${feeling}`)}</PadWord>)}
        <PadWord x={0.62} y={-0.5}>{t('avatars.feelings.content')}</PadWord>
        <PadWord x={0} y={-0.86}>{t('state.calm')}</PadWord>
      </Pad>
      <Box mt="xs">
        {(['valence', 'arousal', 'dominance'] as const).map((axis) => (
          <Fader key={axis} label={t(`avatars.feelings.${axis}`)} value={affect[axis]} min={-1} shown={signed(affect[axis])} onChange={(next) => rehearsal.feel({ ...affect, [axis]: next })} testId={axis} />
        ))}
      </Box>
    </Section>
  );
}

function Mix() {
  const { t } = useTranslation();
  const { wishes } = useRehearsal();
  const feelings = useWish((wish) => wish.feelings);
  const sum = FEELINGS.reduce((total, feeling) => total + feelings[feeling], 0);
  return (
    <Section title={t('avatars.feelings.mix')}>
      {FEELINGS.map((feeling) => (
        <Fader
          key={feeling} label={t(`emotions.${feeling}`)} value={feelings[feeling]} testId={`mix-${feeling}`}
          onChange={(weight) => wishes.setState({ feelings: { ...feelings, [feeling]: weight }, affect: NO_AFFECT })}
        />
      ))}
      <Text size="xs" c="dimmed" mt="xs">{t(sum > 1.005 ? 'avatars.feelings.shared' : 'avatars.feelings.sum')}</Text>
    </Section>
  );
}

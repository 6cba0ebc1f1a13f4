import { Button, Group, SegmentedControl, SimpleGrid, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Section } from '../../shared/section.tsx';
import { DIRECTIONS, FEELINGS, NO_FEELINGS, only } from '../feelings.ts';
import { useRehearsal, useWish } from '../rehearsal-context.ts';
import { Fader } from './fader.tsx';
import { Pad, PadWord } from './pad.tsx';

const INTENSITIES = [['slight', 0.33], ['clear', 0.66], ['full', 1]] as const;
const CENTRE = { valence: 0, arousal: 0 };

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
  const show = (next: typeof feelings): void => wishes.setState({ feelings: next, affect: CENTRE });
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
  const { valence, arousal } = useWish((wish) => wish.affect);
  const signed = (value: number): string => `${value > 0 ? '+' : value < 0 ? '−' : ''}${Math.abs(value).toFixed(2)}`;
  return (
    <Section title={t('avatars.feelings.plane')}>
      <Pad x={valence} y={arousal} onChange={(x, y) => rehearsal.feel({ valence: x, arousal: y })} testId="affect-pad">
        {DIRECTIONS.map(([feeling, degrees]) => feeling && (
          <PadWord key={feeling} x={0.68 * Math.cos((degrees * Math.PI) / 180)} y={0.7 * Math.sin((degrees * Math.PI) / 180)}>{t(`emotions.${feeling}`)}</PadWord>
        ))}
        <PadWord x={0} y={-0.72}>{t('state.calm')}</PadWord>
      </Pad>
      <Group gap={0} mt="xs" grow preventGrowOverflow={false} style={{ flexDirection: 'column', alignItems: 'stretch' }}>
        <Fader label={t('state.valence')} value={valence} min={-1} shown={signed(valence)} onChange={(next) => rehearsal.feel({ valence: next, arousal })} testId="valence" />
        <Fader label={t('state.arousal')} value={arousal} min={-1} shown={signed(arousal)} onChange={(next) => rehearsal.feel({ valence, arousal: next })} testId="arousal" />
      </Group>
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
          onChange={(weight) => wishes.setState({ feelings: { ...feelings, [feeling]: weight }, affect: CENTRE })}
        />
      ))}
      <Text size="xs" c="dimmed" mt="xs">{t(sum > 1.005 ? 'avatars.feelings.shared' : 'avatars.feelings.sum')}</Text>
    </Section>
  );
}

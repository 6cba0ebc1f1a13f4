import { Box, Button, Card, SimpleGrid, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Fader } from '../../shared/fader.tsx';
import { signed } from '../../shared/measures.ts';
import { Pad, PadWord } from '../../shared/pad.tsx';
import { useVoicing, useWish } from '../voicing-context.ts';
import { PRESET_NAMES, PRESETS } from '../wishes.ts';

const AXES = ['valence', 'arousal'] as const;

/** How it is said: by a name, or anywhere on the plane of valence and arousal. Letting go says it at once; the sliders are for everyone. */
export function ToneCard() {
  const { t } = useTranslation();
  const { wishes, say } = useVoicing();
  const valence = useWish((wish) => wish.valence);
  const arousal = useWish((wish) => wish.arousal);
  const now = { valence, arousal };
  const hear = (): void => {
    if (wishes.getState().text.trim() !== '') void say();
  };
  return (
    <Card withBorder radius="lg" padding="md" component="section">
      <Title order={2} size="h5" mb="xs">{t('speech.tone')}</Title>
      <SimpleGrid cols={3} spacing={6} verticalSpacing={6} mb="sm">
        {PRESET_NAMES.map((name) => {
          const on = PRESETS[name].valence === valence && PRESETS[name].arousal === arousal;
          return (
            <Button
              key={name} size="compact-md" px={4} variant={on ? 'filled' : 'default'} aria-pressed={on} data-testid={`preset-${name}`}
              onClick={() => {
                wishes.setState(PRESETS[name]);
                hear();
              }}
            >
              {t(`speech.presets.${name}`)}
            </Button>
          );
        })}
      </SimpleGrid>
      <Pad x={valence} y={arousal} onChange={(x, y) => wishes.setState({ valence: x, arousal: y })} onEnd={hear} testId="tone-pad">
        <PadWord x={0} y={0.86}>{t('state.excited')}</PadWord>
        <PadWord x={0} y={-0.86}>{t('state.calm')}</PadWord>
        <PadWord x={-0.72} y={-0.1} edge>{t('state.unpleasant')}</PadWord>
        <PadWord x={0.76} y={-0.1} edge>{t('state.pleasant')}</PadWord>
      </Pad>
      <Box mt="xs">
        {AXES.map((axis) => (
          <Fader key={axis} label={t(`state.${axis}`)} value={now[axis]} min={-1} shown={signed(now[axis])} onChange={(next) => wishes.setState({ [axis]: next })} testId={axis} />
        ))}
      </Box>
      <Text size="xs" c="dimmed" mt={4}>{t('speech.toneHelp')}</Text>
    </Card>
  );
}

import { Text } from '@mantine/core';
import { type Episode, TRAITS } from 'attune/collect';
import { useTranslation } from 'react-i18next';
import { Figures } from '../../shared/figures.tsx';
import { FaceDrawing } from './face-drawing.tsx';

/** What can be shown of an episode: a face drawn from its figures, the figures of a voice, or the words. */
export function Shown({ episode: { sense, traits, words } }: { episode: Episode }) {
  const { t } = useTranslation();
  if (sense === 'text') return <Text data-testid="shown" fs="italic">{words}</Text>;
  const trait = (name: string): number | null => traits[TRAITS[sense].indexOf(name)] ?? null;
  if (sense === 'face') return <FaceDrawing movement={(name) => trait(`${name} mean`) ?? 0} />;
  const rounded = (value: number | null, unit: string): string | null => (value === null ? null : `${Math.round(value)} ${unit}`);
  return (
    <div data-testid="shown">
      <Text size="sm">{t('collect.raters.voice')}</Text>
      <Figures rows={[[t('collect.voice.loudness'), rounded(trait('loudness dBFS'), 'dB')], [t('collect.voice.pitch'), rounded(trait('pitch Hz'), 'Hz')], [t('collect.voice.range'), rounded(trait('pitch range semitones'), t('collect.voice.semitones'))]]} />
    </div>
  );
}

import { Button, ColorInput, Group, Image, SegmentedControl, Stack, Switch, Text } from '@mantine/core';
import { IconCamera, IconDownload } from '@tabler/icons-react';
import { asProblem } from 'attune';
import { PORTRAIT_VIEWS, type PortraitView, renderPortrait } from 'attune/three';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { saveFile } from '../../shared/save-file.ts';
import { Section } from '../../shared/section.tsx';
import { faceFor } from '../portrait-face.ts';
import { useRehearsal, useRehearsalView, useWish } from '../rehearsal-context.ts';
import classes from './portrait-tab.module.css';

const SIZES = [256, 512, 1024] as const;

interface Picture {
  readonly blob: Blob;
  readonly url: string;
  readonly name: string;
}

/** A picture of the face as it is now, to keep. */
export function PortraitTab() {
  const { t } = useTranslation();
  const rehearsal = useRehearsal();
  const wishes = useWish((wish) => wish);
  const shown = useRehearsalView((view) => view.shown);
  const [size, setSize] = useState<number>(512);
  const [view, setView] = useState<PortraitView>('front');
  const [clear, setClear] = useState(true);
  const [ground, setGround] = useState('#f3e6d8');
  const [picture, setPicture] = useState<Picture | null>(null);
  const [busy, setBusy] = useState(false);
  const face = faceFor(wishes);
  useEffect(() => () => {
    if (picture) URL.revokeObjectURL(picture.url);
  }, [picture]);

  const take = async (): Promise<void> => {
    const { driver } = rehearsal;
    if (!driver || !shown) return;
    setBusy(true);
    try {
      const blob = await renderPortrait({ avatar: driver.avatar, ...face.options, size, view, background: clear ? 'transparent' : ground });
      setPicture({ blob, url: URL.createObjectURL(blob), name: `${shown.name || 'portrait'}-${face.feeling}-${size}.png` });
    } catch (thrown) {
      rehearsal.note('portrait', shown.name, asProblem(thrown, 'unsupported', 'The portrait could not be made'));
    } finally {
      setBusy(false);
    }
  };
  return (
    <>
      <Section title={t('avatars.portrait.title')}>
        <Stack gap="sm">
          <Text size="sm">{t(face.several ? 'avatars.portrait.strongest' : 'avatars.portrait.shows', { feeling: t(`emotions.${face.feeling}`) })}</Text>
          <SegmentedControl fullWidth aria-label={t('avatars.portrait.view')} value={view} onChange={(next) => setView(next as PortraitView)} data={PORTRAIT_VIEWS.map((value) => ({ value, label: t(`avatars.portrait.${value}`) }))} />
          <SegmentedControl fullWidth aria-label={t('avatars.portrait.size')} value={String(size)} onChange={(next) => setSize(Number(next))} data={SIZES.map((each) => ({ value: String(each), label: `${each} px` }))} />
          <Switch checked={clear} label={t('avatars.portrait.clear')} onChange={(event) => setClear(event.currentTarget.checked)} data-testid="portrait-clear" />
          {!clear && <ColorInput label={t('avatars.portrait.ground')} value={ground} onChange={setGround} format="hex" />}
          <Button onClick={() => void take()} loading={busy} disabled={!shown} leftSection={<IconCamera size={18} aria-hidden />} data-testid="portrait-take">{t('avatars.portrait.take')}</Button>
        </Stack>
      </Section>
      {picture && (
        <Section title={t('avatars.portrait.picture')}>
          <Image src={picture.url} alt={t('avatars.portrait.alt', { name: shown?.name ?? '' })} radius="lg" className={classes.picture} data-testid="portrait" />
          <Group mt="sm">
            <Button variant="default" leftSection={<IconDownload size={18} aria-hidden />} onClick={() => saveFile(picture.name, picture.blob)} data-testid="portrait-save">{t('avatars.portrait.save')}</Button>
            <Text size="xs" c="dimmed">{Math.round(picture.blob.size / 1000)} kB</Text>
          </Group>
        </Section>
      )}
    </>
  );
}

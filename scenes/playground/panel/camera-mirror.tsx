import { Text } from '@mantine/core';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useMeetingView } from '../meeting-context.ts';
import classes from './camera-mirror.module.css';

/** The live picture, as in a mirror. It is only shown: nothing of it is kept. */
export function CameraMirror() {
  const { t } = useTranslation();
  const stream = useMeetingView((view) => view.preview);
  const video = useRef<HTMLVideoElement>(null);
  useEffect(() => {
    const shown = video.current;
    if (!shown) return undefined;
    shown.srcObject = stream;
    return () => {
      shown.srcObject = null;
    };
  }, [stream]);
  if (!stream) return null;
  return (
    <figure className={classes.mirror}>
      <video ref={video} autoPlay playsInline muted aria-label={t('senses.preview')} />
      <Text component="figcaption" size="xs" c="dimmed">{t('senses.preview')}</Text>
    </figure>
  );
}

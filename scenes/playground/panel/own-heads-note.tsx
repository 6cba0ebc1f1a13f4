import { Alert, Button, Text } from '@mantine/core';
import { IconUserHeart } from '@tabler/icons-react';
import type { HeadAdaptation } from 'attune/adapt';
import { useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import { useMeeting } from '../meeting-context.ts';

/** Says where somebody is read by what the Collect page has learnt of them, and takes it away in one tap; nothing where they are read as everybody. */
export function OwnHeadsNote() {
  const { heads } = useMeeting();
  return heads && <Note heads={heads} />;
}

function Note({ heads }: { heads: HeadAdaptation }) {
  const { t } = useTranslation();
  const corrections = useSyncExternalStore(heads.subscribe, () => heads.corrections);
  const senses = Object.keys(corrections) as (keyof typeof corrections)[];
  if (senses.length === 0) return null;
  return (
    <Alert variant="light" mb="lg" icon={<IconUserHeart aria-hidden />} data-testid="own-heads">
      <Text size="sm">{t('collect.adapt.inUse', { senses: senses.map((sense) => t(`collect.senses.${sense}`)).join(', ') })}</Text>
      <Button mt="xs" size="compact-sm" variant="default" onClick={() => void heads.remove()}>{t('collect.adapt.asItWas')}</Button>
    </Alert>
  );
}

import { Anchor, Group, Image, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import icon from './icon.svg';

/** The name; inside a scene it leads back to the wall of scenes. */
export function Wordmark({ home, compact = false }: { home?: string; compact?: boolean }) {
  const { t } = useTranslation();
  const mark = (
    <Group gap={8} wrap="nowrap">
      <Image src={icon} alt="" w={26} h={26} />
      <Text component="span" fw={700} fz="lg" {...(compact ? { visibleFrom: 'sm' } : {})}>{t('app.name')}</Text>
    </Group>
  );
  return home === undefined ? mark : <Anchor href={home} underline="never" c="inherit" aria-label={`${t('app.name')}: ${t('app.gallery')}`}>{mark}</Anchor>;
}

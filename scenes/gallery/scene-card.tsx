import { Anchor, Badge, Card, Group, Image, Text, Title, useComputedColorScheme } from '@mantine/core';
import { IconBadgeVr, IconCamera, IconMicrophone } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { SceneEntry } from './scenes.ts';
import classes from './scene-card.module.css';

const ICONS = { camera: IconCamera, microphone: IconMicrophone, headset: IconBadgeVr };

/** One scene: its picture, what it is, what it likes to have and that it works without. The whole card is the link. */
export function SceneCard({ scene }: { scene: SceneEntry }) {
  const { t } = useTranslation();
  const scheme = useComputedColorScheme('light');
  return (
    <Card component="article" withBorder padding="lg" radius="lg" className={classes.card}>
      <Card.Section>
        <Image src={scene.picture[scheme]} alt={t(`gallery.${scene.id}.picture`)} className={classes.picture} width={960} height={600} />
      </Card.Section>
      <Title order={2} size="h3" mt="md"><Anchor href={scene.href} inherit c="inherit" underline="never" className={classes.link}>{t(`gallery.${scene.id}.title`)}</Anchor></Title>
      <Text mt={4}>{t(`gallery.${scene.id}.line`)}</Text>
      {scene.equipment.length > 0 && (
        <Group gap={6} mt="md">
          <Text size="sm" c="dimmed">{t('gallery.needs')}</Text>
          {scene.equipment.map((each) => {
            const Icon = ICONS[each];
            return (
              <Badge key={each} variant="default" size="lg" fw={500} tt="none" leftSection={<Icon size={14} aria-hidden />}>
                {t(`gallery.equipment.${each}`)}
              </Badge>
            );
          })}
        </Group>
      )}
      <Text size="sm" c="dimmed" mt={8}>{t('gallery.without')}{t('gallery.colon')}{t(`gallery.${scene.id}.without`)}</Text>
    </Card>
  );
}

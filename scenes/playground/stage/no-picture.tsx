import { Center, Stack, Text, ThemeIcon } from '@mantine/core';
import { IconMessageCircle } from '@tabler/icons-react';
import { useAgentState } from 'attune/react';
import { useTranslation } from 'react-i18next';

/** In the avatar's place when it can't be shown. */
export function NoPicture() {
  const { t } = useTranslation();
  const name = useAgentState((state) => state.character.name);
  return (
    <Center pos="absolute" inset={0} pb="20dvh" px="md">
      <Stack align="center" gap="xs">
        <ThemeIcon size={72} radius="xl" variant="light"><IconMessageCircle size={36} aria-hidden /></ThemeIcon>
        <Text fw={600} ta="center">{t('stage.noPicture', { name })}</Text>
        <Text c="dimmed" ta="center">{t('stage.noPictureHelp')}</Text>
      </Stack>
    </Center>
  );
}

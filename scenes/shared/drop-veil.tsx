import { Stack, Text, ThemeIcon } from '@mantine/core';
import { IconFileUpload } from '@tabler/icons-react';
import classes from './drop-veil.module.css';

/** While a file hovers over the page: what will happen to it, and that it stays here. */
export function DropVeil({ title, text }: { title: string; text: string }) {
  return (
    <div className={classes.veil} data-testid="drop-veil">
      <Stack align="center" gap="xs">
        <ThemeIcon size={64} radius="xl" variant="light"><IconFileUpload size={32} aria-hidden /></ThemeIcon>
        <Text fw={700} size="xl">{title}</Text>
        <Text c="dimmed">{text}</Text>
      </Stack>
    </div>
  );
}

import { Button, Group, Switch } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import type { MemorySpan } from 'attune/memory';

interface KeepSwitchProps {
  readonly thing: { readonly span: MemorySpan; subscribe(listener: () => void): () => void; remember(span: MemorySpan): Promise<void> };
  readonly span: MemorySpan;
  readonly empty: boolean;
  readonly onForget: () => void;
  readonly words: { readonly keep: string; readonly about: string; readonly forget: string };
}

/** Whether something of the user's is kept on this device, and one tap to delete all of it and of what was said. */
export function KeepSwitch({ thing, span, empty, onForget, words }: KeepSwitchProps) {
  return (
    <Group justify="space-between" align="flex-start" gap="sm" mb="xl">
      <Switch
        maw={300} label={words.keep} description={words.about} checked={span === 'device'} data-testid="keep"
        onChange={(event) => void thing.remember(event.currentTarget.checked ? 'device' : 'session')}
      />
      <Button size="compact-md" variant="light" color="red" leftSection={<IconTrash size={16} aria-hidden />} disabled={empty && span !== 'device'} onClick={onForget} data-testid="forget">{words.forget}</Button>
    </Group>
  );
}

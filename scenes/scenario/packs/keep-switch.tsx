import { Button, Group, Switch } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import type { MemorySpan } from 'attune/memory';
import { forget } from './kept-here.ts';

interface KeepSwitchProps {
  readonly thing: { readonly span: MemorySpan; subscribe(listener: () => void): () => void; remember(span: MemorySpan): Promise<void> };
  readonly span: MemorySpan;
  readonly empty: boolean;
  readonly words: { readonly keep: string; readonly about: string; readonly forget: string };
}

/** Whether something of the user's is kept on this device, and one tap to delete all of it. */
export function KeepSwitch({ thing, span, empty, words }: KeepSwitchProps) {
  return (
    <Group justify="space-between" align="flex-start" gap="sm" mb="xl">
      <Switch
        maw={300} label={words.keep} description={words.about} checked={span === 'device'} data-testid="keep"
        onChange={(event) => void thing.remember(event.currentTarget.checked ? 'device' : 'session')}
      />
      <Button size="compact-md" variant="light" color="red" leftSection={<IconTrash size={16} aria-hidden />} disabled={empty && span !== 'device'} onClick={() => void forget(thing)} data-testid="forget">{words.forget}</Button>
    </Group>
  );
}

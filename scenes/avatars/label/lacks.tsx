import { Group, List, Text } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';
import type { AvatarLack } from 'attune/three';
import { useTranslation } from 'react-i18next';

/** What an avatar can't do as it was meant, in plain words. */
export function Lacks({ lacks }: { lacks: readonly AvatarLack[] }) {
  const { t } = useTranslation();
  const namesOf = (part: AvatarLack['part'], shown: AvatarLack['shown']): string[] => lacks.filter((lack) => lack.part === part && lack.shown === shown).map(({ name }) => name);
  const list = (names: readonly string[]): string => names.join(t('avatars.lacks.and'));
  const emotions = (names: readonly string[]): string => list(names.map((name) => t(`avatars.lacks.emotions.${name}`, { defaultValue: name })));
  const lines = (['emotion', 'viseme', 'blink', 'bone', 'look-at', 'springs'] as const).flatMap((part) => (['approximately', 'not'] as const).flatMap((shown) => {
    const names = namesOf(part, shown);
    if (names.length === 0) return [];
    return [t(`avatars.lacks.${part}.${shown}`, { names: part === 'emotion' ? emotions(names) : part === 'viseme' ? names.join(' ') : list(names.map((name) => t(`avatars.lacks.bones.${name}`, { defaultValue: name }))) })];
  }));
  if (lines.length === 0) {
    return <Group gap={6} mt={6} wrap="nowrap" data-testid="lacks"><IconCheck size={16} aria-hidden style={{ flex: 'none' }} /><Text size="sm">{t('avatars.lacks.nothing')}</Text></Group>;
  }
  return (
    <div data-testid="lacks">
      <Text size="sm" fw={600} mt={8}>{t('avatars.lacks.title')}</Text>
      <List size="sm" spacing={2}>{lines.map((line) => <List.Item key={line}>{line}</List.Item>)}</List>
    </div>
  );
}

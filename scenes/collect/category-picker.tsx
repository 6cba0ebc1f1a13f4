import { Chip, Group, Text } from '@mantine/core';
import { EMOTIONS, type Emotion } from 'attune';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';

/** An emotion, or that one can't tell. */
export type Said = Emotion | 'untold';

interface CategoryPickerProps {
  readonly value: Said | null;
  readonly onChange: (said: Said) => void;
}

/** How something appears, in one tap. Nothing is chosen before. */
export function CategoryPicker({ value, onChange }: CategoryPickerProps) {
  const { t } = useTranslation();
  const id = useId();
  return (
    <div role="radiogroup" aria-labelledby={id}>
      <Text size="sm" fw={500} mb={6} id={id}>{t('collect.label.category')}</Text>
      <Chip.Group value={value ?? ''} onChange={(next) => onChange(next as Said)}>
        <Group gap={6}>
          {EMOTIONS.map((emotion) => <Chip key={emotion} value={emotion} data-testid={`category-${emotion}`}>{t(`emotions.${emotion}`)}</Chip>)}
          <Chip value="untold" data-testid="category-untold">{t('collect.label.untold')}</Chip>
        </Group>
      </Chip.Group>
    </div>
  );
}

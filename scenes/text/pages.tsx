import { Group, Pagination } from '@mantine/core';
import { useTranslation } from 'react-i18next';

interface PagesProps {
  readonly total: number;
  readonly value: number;
  readonly onChange: (page: number) => void;
  /** What is leafed through. */
  readonly label: string;
}

/** Leafs through what is too long for one page; nothing where it is not. */
export function Pages({ total, value, onChange, label }: PagesProps) {
  const { t } = useTranslation();
  if (total < 2) return null;
  return (
    <Group component="nav" justify="center" mt="md" aria-label={label}>
      <Pagination
        total={total} value={value} onChange={onChange} size="sm" siblings={1}
        getItemProps={(page) => ({ 'aria-label': t('text.pages.page', { page }) })} getControlProps={(control) => ({ 'aria-label': t(`text.pages.${control}`) })}
      />
    </Group>
  );
}

import { ActionIcon, Tooltip } from '@mantine/core';
import type { Icon } from '@tabler/icons-react';

/** A small button beside a chart that saves it. */
export function SaveButton({ label, icon: SaveIcon, onClick }: { label: string; icon: Icon; onClick: () => void }) {
  return (
    <Tooltip label={label}>
      <ActionIcon variant="subtle" color="gray" aria-label={label} onClick={onClick}><SaveIcon size={18} aria-hidden /></ActionIcon>
    </Tooltip>
  );
}

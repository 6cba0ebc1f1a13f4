import { Group, Progress, Table, Text } from '@mantine/core';
import type { ReactNode } from 'react';

/** Named figures, one a line; null is told as not known. */
export function Figures({ rows }: { rows: readonly (readonly [label: string, value: ReactNode])[] }) {
  return (
    <Table fz="sm" verticalSpacing={3} horizontalSpacing={0} withRowBorders={false}>
      <Table.Tbody>
        {rows.map(([label, value]) => (
          <Table.Tr key={label}>
            <Table.Th fw={400} c="dimmed">{label}</Table.Th>
            <Table.Td ta="end" style={{ fontVariantNumeric: 'tabular-nums' }}>{value ?? '–'}</Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}

/** A share as a thin bar in a sense's hue, with its number. */
export function Share({ label, value, colour, shown }: { label: string; value: number; colour: string; shown: string }) {
  return (
    <div>
      <Group justify="space-between" gap="xs" wrap="nowrap">
        <Text size="sm">{label}</Text>
        <Text size="sm" c="dimmed" style={{ fontVariantNumeric: 'tabular-nums' }}>{shown}</Text>
      </Group>
      <Progress size={6} value={Math.max(0, Math.min(1, value)) * 100} color={colour} transitionDuration={0} aria-label={label} />
    </div>
  );
}

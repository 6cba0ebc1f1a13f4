import { Box, Group, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import classes from './section.module.css';

interface SectionProps {
  readonly title: string;
  readonly aside?: ReactNode;
  /** A CSS colour that marks what the section is about. */
  readonly colour?: string;
  readonly children: ReactNode;
}

/** A part of a tab with its heading. */
export function Section({ title, aside, colour, children }: SectionProps) {
  return (
    <Box component="section" className={classes.section}>
      <Group justify="space-between" mb="xs" wrap="nowrap">
        <Group gap={8} wrap="nowrap">
          {colour && <Box w={12} h={12} bg={colour} style={{ borderRadius: 3 }} aria-hidden />}
          <Title order={2} size="h5">{title}</Title>
        </Group>
        {aside}
      </Group>
      {children}
    </Box>
  );
}

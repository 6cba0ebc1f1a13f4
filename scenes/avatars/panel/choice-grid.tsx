import { Button, SimpleGrid } from '@mantine/core';

interface ChoiceGridProps<Name extends string> {
  readonly label: string;
  readonly names: readonly Name[];
  /** The one that is on; null where each is a thing to do and none stays. */
  readonly chosen: Name | null;
  readonly wordOf: (name: Name) => string;
  readonly onChoose: (name: Name) => void;
  readonly columns?: number;
  readonly testId: string;
}

/** Many short choices, side by side, so that all are seen at once. */
export function ChoiceGrid<Name extends string>({ label, names, chosen, wordOf, onChoose, columns = 3, testId }: ChoiceGridProps<Name>) {
  return (
    <SimpleGrid cols={columns} spacing={6} verticalSpacing={6} role="group" aria-label={label}>
      {names.map((name) => (
        <Button
          key={name} size="sm" px={4} fw={600} variant={name === chosen ? 'filled' : 'default'} {...(chosen === null ? {} : { 'aria-pressed': name === chosen })}
          data-testid={`${testId}-${name}`} onClick={() => onChoose(name)}
        >
          {wordOf(name)}
        </Button>
      ))}
    </SimpleGrid>
  );
}

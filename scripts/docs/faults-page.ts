/** A fault that the end-to-end test caused in Chromium, and what became of it. */
export interface FaultRow {
  /** What was done. */
  readonly fault: string;
  /** What the playground said, as it stood there. */
  readonly said: string;
  /** The conditions of the part, one after the other; empty where no part was harmed. */
  readonly conditions: readonly string[];
  /** How it came back. */
  readonly recovery: string;
}

/** docs/faults.md, out of what the test saw. */
export function faultsPage(rows: readonly FaultRow[]): string {
  const cell = (text: string): string => text.replaceAll('|', '\\|').replaceAll('\n', ' ');
  return `# Faults

What happens when something breaks in a real browser. \`tests/e2e/faults.test.ts\` causes each of these in Chromium, with the playground open, and reads what
the page says; this table is made of what it saw (\`npm run docs -- faults\` after the test), and the test fails when the table is not what it sees. It prints how long
each recovery took. The conversation goes on in writing through all of them.

| fault | what the page says | \`agent.health\` meanwhile | how it comes back |
|---|---|---|---|
${rows.map(({ fault, said, conditions, recovery }) => `| ${[fault, said, conditions.join(', ') || '–', recovery].map(cell).join(' | ')} |`).join('\n')}
`;
}

import { EMOTIONS } from '../../src/core/index.ts';
import { type Transition, TRANSITIONS } from '../../src/core/affect/machine.ts';

const PHASES = TRANSITIONS.filter(({ region }) => region === 'phase');
const CATEGORIES = TRANSITIONS.filter(({ region }) => region === 'category');

const named = (state: Transition['from' | 'to']): string => state ?? 'nothing stands out';
const row = ({ from, to, when, dwell }: Transition): string => `| ${named(from)} | ${named(to)} | ${when} | ${dwell} s |`;
const table = (transitions: readonly Transition[]): string => ['| from | to | when | for |', '|---|---|---|---|', ...transitions.map(row)].join('\n');
const isEmotion = (state: Transition['to']): boolean => EMOTIONS.some((emotion) => emotion === state);

/** docs/state-machine.md, made from the table of transitions that the code itself goes by. */
export function stateMachinePage(): string {
  const arrows = PHASES.map(({ from, to, when, dwell }) => `  ${from} --> ${to}: ${when}, for ${dwell} s`);
  // The eight emotions behave alike, so the diagram shows them as one.
  const others = CATEGORIES.filter(({ to }) => !isEmotion(to) && to !== null).map(({ to, when, dwell }) => `    nothing --> ${to}: ${when}, for ${dwell} s\n    emotion --> ${to}`);
  const entered = CATEGORIES.find(({ to }) => isEmotion(to));
  const left = CATEGORIES.findLast(({ to }) => to === null);
  return `# The affect state machine

Made by \`npm run docs\` from the table in \`src/core/affect/machine.ts\`. A phase is left when its guard has held for its
time without a break; where it says "mostly", what it does not hold for is taken off. For a category, time counts as strongly as the emotions speak for it (by the logarithm of their odds: once for
a lead of e to one, 1.7 times at most) and is lost as fast while they speak against it, so that one bad moment neither makes nor
unmakes a feeling. Emotions are hardly averaged before that.

\`\`\`mermaid
stateDiagram-v2
  [*] --> absent
${arrows.join('\n')}
  state tracking {
    [*] --> nothing
    nothing --> emotion: ${entered?.when ?? ''}, for ${entered?.dwell ?? 0} s
    emotion --> emotion: another one leads
${others.join('\n')}
    emotion --> nothing: ${left?.when ?? ''}, for ${left?.dwell ?? 0} s
    mixed --> emotion
    mixed --> nothing
  }
\`\`\`

\`nothing\` is that no feeling stands out, which is not the same as neutral; \`emotion\` is any of ${EMOTIONS.join(', ')}.

## How far the player can be seen

${table(PHASES)}

## What the player appears to feel, while tracking

${table(CATEGORIES)}
`;
}

import { languagesOf, type Pack, type PackFault } from './pack.ts';
import type { Policy } from './policy.ts';

/** What a pack lacks for its policy: lines, measures, or acts that the policy knows. */
export function fitPolicy(pack: Pack, { name, lines, acts, measures }: Omit<Policy<unknown>, 'begin' | 'step'>): readonly PackFault[] {
  const described = new Set(pack.measures.map(({ id }) => id));
  const faults: PackFault[] = [];
  for (const measure of measures) if (!described.has(measure)) faults.push({ path: ['measures'], fault: `lacks "${measure}", which the policy "${name}" counts` });
  for (const language of languagesOf(pack)) {
    const content = pack.content[language]!;
    for (const line of lines) if (content.lines[line] === undefined) faults.push({ path: ['content', language, 'lines'], fault: `lacks "${line}", which the policy "${name}" says` });
    content.intents.forEach(({ act }, at) => {
      if (act !== undefined && !acts.includes(act)) faults.push({ path: ['content', language, 'intents', at, 'act'], fault: `expected one of ${acts.join(', ') || 'none'}, which the policy "${name}" knows, but got "${act}"` });
    });
  }
  return faults;
}

import { languagesOf, type MoreReading, type Pack, type PackFault } from './pack.ts';
import type { Policy } from './policy.ts';

/** What a pack lacks for its policy: lines, measures, or acts that the policy knows; and what is wrong with its `more`. */
export function fitPolicy(pack: Pack, policy: Pick<Policy<unknown, unknown>, 'name' | 'lines' | 'acts' | 'measures' | 'more'>): readonly PackFault[] {
  const { name, lines, acts, measures } = policy;
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
  for (const { path, fault } of readMore(pack, policy).faults) faults.push({ path: ['more', ...path], fault });
  return faults;
}

/** What a policy makes of a pack's `more`; a policy that reads none expects none. */
export function readMore<More>(pack: Pack, policy: Pick<Policy<unknown, More>, 'name' | 'more'>): MoreReading<More> {
  if (policy.more) return policy.more(pack.more, languagesOf(pack));
  return pack.more === undefined ? { more: undefined as More, faults: [] } : { more: null, faults: [{ path: [], fault: `is nothing that the policy "${policy.name}" knows` }] };
}

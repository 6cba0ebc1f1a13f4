import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { confusionOf, scoresOf } from '../../src/learn/metrics/classification.ts';
import type { Judged } from '../../src/learn/metrics/answers.ts';
import type { CardSubgroup } from '../../src/learn/report/model-card.ts';

/** Groups with fewer actors say more of these than of the group. */
const LEAST_ACTORS = 5;

/**
 * Scores by the actors' sex, age and race, in the words of CREMA-D.
 *
 * @param actors of each judged item
 */
export function scoreGroups(folder: string, judged: Judged, actors: readonly string[]): CardSubgroup[] {
  const people = new Map((parse(readFileSync(join(folder, 'VideoDemographics.csv'), 'utf8'), { columns: true }) as Record<string, string>[]).map((row) => [row['ActorID'], row]));
  const ages = (age: number): string => (age < 30 ? 'under 30' : age < 50 ? '30 to 49' : '50 and older');
  const groups = new Map<string, { actors: Set<string>; items: number[] }>();
  actors.forEach((actor, item) => {
    const person = people.get(actor);
    if (!person) return;
    for (const name of [person['Sex'] ?? '', ages(Number(person['Age'])), person['Race'] ?? '']) {
      const group = groups.get(name) ?? { actors: new Set<string>(), items: [] };
      groups.set(name, group);
      group.actors.add(actor);
      group.items.push(item);
    }
  });
  return [...groups].filter(([, group]) => group.actors.size >= LEAST_ACTORS).map(([name, group]) => {
    const { accuracy, macroF1, uar } = scoresOf(judged.classes, confusionOf(judged, Int32Array.from(group.items)));
    return { name: `${name} (${group.actors.size} actors)`, n: group.items.length, accuracy, macroF1, uar };
  });
}

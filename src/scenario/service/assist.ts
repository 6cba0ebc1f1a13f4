import type { Mood } from '../mood.ts';
import { type PackContent, slotsIn } from '../pack.ts';
import type { Finding } from '../policy.ts';
import type { ScenarioState } from '../session.ts';
import type { Matter, ServiceState } from './policy.ts';

/** What a person at the help desk sees beside the conversation: plain data, so that any page can draw it. */
export interface Assistance {
  readonly stage: ServiceState['stage'];
  /** What the caller asked, by its title, and what came of it. */
  readonly matters: readonly { readonly title: string; readonly result: Matter['result'] }[];
  readonly mood: Mood;
  /** How the mood went, oldest first. */
  readonly moods: readonly Mood[];
  /** Messages in a row in which the caller was upset, and that could not be answered. */
  readonly upset: number;
  readonly misses: number;
  /** Answers that fit the last message, the likeliest first, with the lines that may be sent: the question for what is missing, where an answer needs it. */
  readonly suggestions: readonly { readonly title: string; readonly confidence: number; readonly says: string }[];
}

/**
 * Tells the person at a help desk how the conversation stands and what may be answered, from a scenario's state and its newest finding.
 *
 * @param finding of the last message; null before the first, and then nothing is suggested
 * @param content the pack's content in the language of the person at the desk
 * @param known what slots stand for: `scenario.slots`
 */
export function assist({ policy, mood }: ScenarioState<ServiceState>, finding: Finding | null, { intents, knowledge, slots }: PackContent, known: ReadonlyMap<string, string> = new Map()): Assistance {
  const titleOf = (intent: string): string => intents.find(({ id }) => id === intent)?.title ?? intent;
  return {
    stage: policy.stage,
    matters: policy.matters.map(({ intent, result }) => ({ title: titleOf(intent), result })),
    mood, moods: policy.moods, upset: policy.upset, misses: policy.misses,
    suggestions: (finding?.ranking ?? []).flatMap(({ intent, confidence }) => {
      const answer = intents.find(({ id }) => id === intent)?.answer;
      const line = knowledge.find(({ id }) => id === answer)?.says[0];
      if (line === undefined) return [];
      const missing = slotsIn(line).find((slot) => !known.has(slot));
      const says = missing === undefined ? line.replaceAll(/\{(\w+)\}/g, (_, slot: string) => known.get(slot)!) : slots[missing]!.asks;
      return [{ title: titleOf(intent), confidence, says }];
    }),
  };
}

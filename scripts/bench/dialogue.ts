import { readFile } from 'node:fs/promises';
import { createReplyRanker } from '../../src/browser/replies/reply-ranker.ts';
import { parseNet } from '../../src/browser/nets/net-file.ts';
import { createDialogue } from '../../src/dialogue/index.ts';
import { type AgentEvent, createAgent, type DialogueProvider, type Language } from '../../src/index.ts';
import { createManualClock } from '../../src/testing/index.ts';
import { describe } from '../statistics.ts';

interface Situation {
  readonly language: Language;
  readonly turns: readonly { readonly text?: string; readonly event?: string; readonly pause?: number }[];
}

/** How long the words of a turn take with no language model, in turn and ranked, over the scripted situations. */
export async function benchDialogue(): Promise<void> {
  const situations = JSON.parse(await readFile('tests/sets/situations.json', 'utf8')) as Situation[];
  const ranker = createReplyRanker(parseNet(await readFile('models/replies/net.json', 'utf8'), 'replies'));
  const kinds = { 'in turn': createDialogue(), ranked: createDialogue({ rank: (request, lines) => ranker.rank(request, lines) }) };
  console.log(`dialogue: from the decision to the first word, ${situations.length} scripted situations`);
  // The first time round content is compiled; it is not counted.
  for (const counted of [false, true]) {
    for (const [name, dialogue] of Object.entries(kinds)) {
      const times: number[] = [];
      for (const situation of situations) times.push(...await timesOf(situation, dialogue));
      const { p50, p95 } = describe(times);
      if (counted) console.log(`  ${name}: median ${p50.toFixed(2)} ms, 95th percentile ${p95.toFixed(2)} ms, of ${times.length} turns`);
    }
  }
}

async function timesOf({ language, turns }: Situation, dialogue: DialogueProvider): Promise<number[]> {
  const clock = createManualClock();
  const times: number[] = [];
  const timed: DialogueProvider = {
    written: true,
    async reply(request, signal) {
      const begun = performance.now();
      const text = await (dialogue.reply(request, signal) as Promise<string>);
      times.push(performance.now() - begun);
      return text;
    },
  };
  const agent = createAgent({ clock, language, dialogue: timed, compliance: { mode: 'text-only' } });
  agent.start();
  for (const { text, pause, event } of turns) {
    if (text !== undefined) agent.say(text);
    if (event !== undefined) agent.observe(event as Extract<Extract<AgentEvent, { type: 'signal' }>['signal'], { kind: 'context' }>['event']);
    await clock.advanceAsync(pause ?? 12);
  }
  await agent.stop();
  return times;
}

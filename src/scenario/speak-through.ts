import type { Agent } from '../core/index.ts';

/**
 * Lets an agent say what nobody asked for, such as that a timer is up: as soon as neither it nor the player speaks, one thing after another.
 * In a crisis nothing of it is said.
 *
 * @returns what says it: `createScenario({ speak: speakThrough(agent) })`; it ends with the agent
 */
export function speakThrough(agent: Pick<Agent, 'state' | 'subscribe' | 'operate' | 'choose'>): (words: string) => void {
  const waiting: string[] = [];
  let saying = false;

  function sayNext(): void {
    const { conversation, safety, operator } = agent.state;
    if (saying || waiting.length === 0 || operator || conversation.utterance !== null || conversation.playerSpeaksSince !== null) return;
    if (safety.crisis !== null) {
      waiting.length = 0;
      return;
    }
    saying = true;
    agent.operate(true);
    try {
      agent.choose({ strategy: 'attend', act: 'chat', skill: 'other', words: waiting.shift()! });
    } finally {
      agent.operate(false);
      saying = false;
    }
  }

  agent.subscribe(sayNext);
  return (words) => {
    waiting.push(words);
    sayNext();
  };
}

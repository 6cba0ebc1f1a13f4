import { type Agent, type Part, PARTS } from 'attune';
import type { Problems, Subject } from '../problems.ts';

const SUBJECT_OF: Readonly<Record<Part, Subject>> = {
  camera: 'face', face: 'face', microphone: 'voice', voice: 'voice', hearing: 'text', text: 'text', speech: 'speech', sound: 'speech', picture: 'avatar',
};

/** Takes notes away about what runs again. Returns how to stop. */
export function settleRecovered(agent: Agent, problems: Problems): () => void {
  let before = agent.health;
  return agent.subscribe(() => {
    const now = agent.health;
    if (now === before) return;
    const back = PARTS.filter((part) => now[part].condition === 'running' && ['restarting', 'degraded', 'failed'].includes(before[part].condition));
    before = now;
    for (const part of back) problems.settle(SUBJECT_OF[part]);
  });
}

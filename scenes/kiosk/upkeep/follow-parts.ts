import { type Health as PartsHealth, type Part, PARTS } from 'attune';
import type { Host } from '../host.ts';
import { beginAnew } from './begin-anew.ts';

/** Without these there is no visit worth the name, so that the page begins anew when they can't be mended. */
const NEEDED: readonly Part[] = ['picture', 'text'];

/** Writes down which part of an agent was restarted, whichever agent is on the screen, and begins anew where restarts did not help. */
export function followParts({ view, health }: Host): void {
  let before: PartsHealth | null = null;
  let letGo = (): void => undefined;
  const follow = (): void => {
    const { agent } = view.getState();
    letGo();
    before = agent.health;
    letGo = agent.subscribe(() => {
      const now = agent.health;
      if (now === before) return;
      for (const part of PARTS) {
        const last = before?.[part];
        if (last && now[part].restarts > last.restarts) health.note({ kind: 'restarted', what: part, why: 'failed' });
        if (last && now[part].problem && now[part].problem !== last.problem) health.note({ kind: 'problem', code: now[part].problem.code });
      }
      before = now;
      if (NEEDED.some((part) => now[part].condition === 'failed')) beginAnew(health, 'failed');
    });
  };
  follow();
  view.subscribe((next, last) => {
    if (next.agent !== last.agent) follow();
  });
}

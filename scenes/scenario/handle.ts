import type { Agent } from 'attune';
import type { LoggedEvent, Scenario } from 'attune/scenario';
import type { OpenPack } from './open-pack.ts';

/** A handle on the running scenario, for those at the console and for tests. The library itself makes no global. */
export interface ScenarioHandle {
  readonly scenario: Scenario<unknown, unknown>;
  /** Every event of it, for `replayScenario`. */
  readonly log: readonly LoggedEvent<unknown>[];
  /** Null while it is on its way. */
  agent: Agent | null;
}

declare global {
  interface Window {
    /** There from the moment a scenario is opened until it is left. */
    attuneScenario?: ScenarioHandle;
  }
}

export function handOut({ scenario, log }: OpenPack): void {
  window.attuneScenario = { scenario, log, agent: null };
}

export function tellAgent(agent: Agent | null): void {
  if (window.attuneScenario) window.attuneScenario.agent = agent;
}

export function takeBack(): void {
  delete window.attuneScenario;
}

import type { Agent, AgentEvent } from 'attune';
import type { Listening, ListeningView } from './listening.ts';
import type { Measurements } from './measurements.ts';

/** A handle on what is heard, for the console and for tests. The library itself makes no global. */
export interface MicrophoneHandle {
  readonly agent: Agent;
  readonly measurements: Measurements;
  readonly view: ListeningView;
  /** Takes in an event as if a source had sent it, for instance a signal of a model that is not here yet. */
  take(event: AgentEvent): void;
}

declare global {
  interface Window {
    /** There from the moment somebody consented, or chose to go on without. */
    attuneMicrophone?: MicrophoneHandle;
  }
}

export function handOut({ agent, measurements, view, take }: Listening): void {
  window.attuneMicrophone = {
    agent, measurements, take,
    get view() {
      return view.getState();
    },
  };
}

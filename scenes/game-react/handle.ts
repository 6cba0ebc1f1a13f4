import type { Agent } from 'attune';
import type { Inn } from './open-inn.ts';
import type { Evening, Person } from './story/evening.ts';

/** A handle on the running game, for those at the console and for tests. */
export interface InnHandle {
  readonly evening: Evening;
  readonly over: boolean;
  /** Those who are there; empty while they are on their way. */
  readonly people: Partial<Readonly<Record<Person, Agent>>>;
}

declare global {
  interface Window {
    attuneInn?: InnHandle;
  }
}

export function handOut({ story }: Inn): void {
  window.attuneInn = {
    get evening() {
      return story.view.getState().evening;
    },
    get over() {
      return story.view.getState().over;
    },
    get people() {
      return story.people;
    },
  };
}

export function takeBack(): void {
  delete window.attuneInn;
}

import type { OperatorWish } from 'attune';
import { createStore, type StoreApi } from 'zustand/vanilla';
import { DESK_LOCK, type DeskView, openChannel, type ToDesk, type ToMeeting } from './desk-link.ts';

/** What the researcher sees. */
export interface DeskState {
  /** The meeting as it is now; null before there is one. */
  readonly view: DeskView | null;
  readonly over: boolean;
  /** Lines for the act that was asked about last; null while they are sought. */
  readonly lines: readonly string[] | null;
  /** Why a choice was not carried out; null where it was. */
  readonly refused: string | null;
}

/** A researcher's end of a meeting in another tab. */
export interface Desk {
  readonly state: StoreApi<DeskState>;
  operate(present: boolean): void;
  /** Asks for lines that would fit. @param heard the message that they would answer */
  ask(wish: OperatorWish, heard: string | null): void;
  choose(wish: OperatorWish): void;
  endCrisis(): void;
  close(): void;
}

export function createDesk(): Desk {
  const state = createStore<DeskState>(() => ({ view: null, over: false, lines: null, refused: null }));
  let asked = '';
  const { send, close } = openChannel<ToMeeting, ToDesk>('desk', (message) => {
    if (message.type === 'view') state.setState({ view: message.view, over: false });
    else if (message.type === 'over') state.setState({ view: null, over: true });
    else if (message.type === 'refused') state.setState({ refused: message.reason });
    else if (message.question === asked) state.setState({ lines: message.lines });
  });
  const gone = new AbortController();
  // Held until the desk is closed, by which a meeting knows that nobody is here any more. Only secure addresses have locks.
  void globalThis.navigator?.locks?.request(DESK_LOCK, () => new Promise<void>((resolve) => gone.signal.addEventListener('abort', () => resolve())));
  send({ type: 'hello' });
  return {
    state,
    operate: (present) => send({ type: 'operate', present }),
    ask(wish, heard) {
      asked = `${wish.act} ${wish.skill} ${heard}`;
      state.setState({ lines: null });
      send({ type: 'candidates', question: asked, wish });
    },
    choose(wish) {
      state.setState({ refused: null });
      send({ type: 'choose', wish });
    },
    endCrisis: () => send({ type: 'crisis-over' }),
    close() {
      send({ type: 'operate', present: false });
      gone.abort();
      close();
    },
  };
}

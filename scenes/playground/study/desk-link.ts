import type { Category, Crisis, Language, OperatorWish } from 'attune';

/** What the researcher's desk shows of a meeting in another tab of this browser. Nothing leaves the browser. */
export interface DeskView {
  readonly who: string;
  readonly language: Language;
  readonly operated: boolean;
  /** Whether a message waits for a choice. */
  readonly awaits: boolean;
  readonly player: 'speaks' | 'silent';
  readonly agent: 'speaks' | 'seeks' | 'silent';
  readonly appears: Category;
  readonly crisis: Crisis | null;
  /** The newest last. */
  readonly turns: readonly DeskTurn[];
}

export interface DeskTurn {
  readonly id: string;
  readonly speaker: 'player' | 'agent';
  readonly text: string;
  /** Whether the researcher chose it. */
  readonly chosen: boolean;
}

export type ToDesk =
  | { readonly type: 'view'; readonly view: DeskView }
  /** Lines by people that would fit a choice. */
  | { readonly type: 'candidates'; readonly question: string; readonly lines: readonly string[] }
  | { readonly type: 'refused'; readonly reason: string }
  | { readonly type: 'over' };

export type ToMeeting =
  | { readonly type: 'hello' }
  | { readonly type: 'operate'; readonly present: boolean }
  | { readonly type: 'candidates'; readonly question: string; readonly wish: OperatorWish }
  | { readonly type: 'choose'; readonly wish: OperatorWish }
  | { readonly type: 'crisis-over' };

const CHANNEL = 'attune-study';

/** Held by the desk for as long as it is open, so that a meeting knows when it is gone. */
export const DESK_LOCK = 'attune-study-desk';

/** Tabs of the same origin in the same browser hear each other; both ends say who a message is for. */
export function openChannel<Out, In>(from: 'desk' | 'meeting', take: (message: In) => void): { send(message: Out): void; close(): void } {
  const channel = new BroadcastChannel(CHANNEL);
  let open = true;
  channel.addEventListener('message', ({ data }: MessageEvent<{ readonly from: string; readonly message: In }>) => {
    if (data.from !== from) take(data.message);
  });
  return {
    send(message) {
      // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a BroadcastChannel takes none
      if (open) channel.postMessage({ from, message });
    },
    close() {
      open = false;
      channel.close();
    },
  };
}

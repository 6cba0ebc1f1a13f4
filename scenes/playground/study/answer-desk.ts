import type { Agent, OperatorWish } from 'attune';
import { checkStyle } from 'attune/dialogue';
import type { Transcript } from '../conversation/transcript.ts';
import { DESK_LOCK, type DeskView, openChannel, type ToDesk, type ToMeeting } from './desk-link.ts';

/** The desk shows so many turns, and hears of changes so often, in milliseconds. */
const TURNS = 60;
const PACE = 150;

/**
 * Lets a researcher in another tab see this meeting and choose what the agent does next. Where their tab goes, the agent decides
 * itself again.
 *
 * @returns how to stop
 */
export function answerDesk(agent: Agent, transcript: Transcript): () => void {
  const { send, close } = openChannel<ToDesk, ToMeeting>('meeting', take);
  let watching: AbortController | null = null;
  let due: ReturnType<typeof setTimeout> | null = null;

  function tell(): void {
    due ??= setTimeout(() => {
      due = null;
      send({ type: 'view', view: viewOf(agent, transcript) });
    }, PACE);
  }

  function operate(present: boolean): void {
    watching?.abort();
    watching = present ? new AbortController() : null;
    agent.operate(present);
    // It is granted when the desk lets go of it, by being closed too. Only secure addresses have locks.
    if (watching) void globalThis.navigator?.locks?.request(DESK_LOCK, { signal: watching.signal }, () => agent.operate(false)).catch(() => undefined);
  }

  function choose(wish: OperatorWish): void {
    const [fault] = checkStyle(wish.words ?? '', agent.state.language);
    if (fault) throw new Error(`Expected words of the agent's own style, but “${fault.words}” breaks the rule "${fault.rule}". Put it in another way.`);
    agent.choose(wish);
  }

  function take(message: ToMeeting): void {
    try {
      if (message.type === 'operate') operate(message.present);
      else if (message.type === 'choose') choose(message.wish);
      else if (message.type === 'crisis-over') agent.endCrisis();
      else if (message.type === 'candidates') {
        const { question, wish } = message;
        void agent.candidates(wish).then((lines) => send({ type: 'candidates', question, lines }));
      }
    } catch (thrown) {
      send({ type: 'refused', reason: (thrown as Error).message });
    }
    tell();
  }

  const leave = agent.subscribe(tell);
  tell();
  return () => {
    leave();
    watching?.abort();
    if (due) clearTimeout(due);
    send({ type: 'over' });
    close();
  };
}

function viewOf({ state }: Agent, transcript: Transcript): DeskView {
  const { operator, conversation, affect, language, character, safety } = state;
  const { utterance, playerSpeaksSince } = conversation;
  return {
    who: character.name, language, operated: operator !== null, awaits: operator?.awaits != null,
    player: playerSpeaksSince === null ? 'silent' : 'speaks', agent: utterance === null ? 'silent' : utterance.started === null ? 'seeks' : 'speaks',
    appears: affect.category, crisis: safety.crisis?.kind ?? null,
    turns: transcript.turns.getState().slice(-TURNS).map(({ id, speaker, text, decided }) => ({ id, speaker, text, chosen: decided?.reasons.includes('operator-chose') ?? false })),
  };
}

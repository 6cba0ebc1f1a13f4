import { detectLanguage, isCrisis, screenWords } from 'attune';
import { LONG_LULL, LULL, type Seat, type SocialOwn } from 'attune/scenario';
import { useCallback, useEffect, useRef } from 'react';
import type { SocialPanelProps } from './panel-props.ts';

/** How often it is looked whether it is still, and how people look, in milliseconds. */
const EVERY = 1000;
/** Looks go to the host every so many of these. */
const LOOKS = 5;

/** What a panel may do at a table. */
export interface AtTable {
  /** Says something to the others, once it was read. What is said elsewhere may be no call to this agent, whatever is in it. */
  say(seat: Seat, text: string, here?: boolean): void;
  tell(own: SocialOwn): void;
  /** Somebody is about to say something, or no longer. */
  setBusy(busy: boolean): void;
}

/** Tells the host what happens at the table: who is there, what is said, when it is still, how faces appear. */
export function useTable({ table, faces, relay, scenario, agent, reader, language }: SocialPanelProps): AtTable {
  const busy = useRef(false);
  const queue = useRef<Promise<unknown>>(Promise.resolve());
  const tell = useCallback((own: SocialOwn): void => scenario.take({ type: 'own', own }, language), [scenario, language]);
  useEffect(() => {
    let known = '';
    const announce = (): void => {
      const seats = table.people.map(({ seat }) => seat).join();
      if (seats === known) return;
      known = seats;
      tell(table.told(agent.state.at));
    };
    // The room gives the scenario its voice only after its panels are there.
    const soon = setTimeout(announce);
    const stop = table.subscribe(announce);
    return () => {
      clearTimeout(soon);
      stop();
    };
  }, [table, agent, tell]);

  useEffect(() => {
    let told = 0;
    let ticks = 0;
    const timer = setInterval(() => {
      const { state } = agent;
      const { spokeAt, people: there } = scenario.state.policy;
      ticks += 1;
      // With people at other places each camera has its own, who is told of by the relay.
      if (relay === null && ticks % LOOKS === 0) for (const look of faces.looks(agent, there.map(({ seat }) => seat))) tell(look);
      const still = spokeAt === null ? 0 : state.at - spokeAt;
      if (still < LULL) told = 0;
      // Each stillness is told of once, and once more when it is long.
      const due = still >= LONG_LULL ? 2 : still >= LULL ? 1 : 0;
      if (due <= told || busy.current || state.conversation.utterance !== null || state.conversation.playerSpeaksSince !== null) return;
      told = due;
      tell({ about: 'lull', at: state.at, busy: false });
    }, EVERY);
    return () => clearInterval(timer);
  }, [agent, scenario, faces, relay, tell]);

  const say = (seat: Seat, text: string, here = true): void => {
    const tongue = detectLanguage(text);
    queue.current = queue.current.then(async () => {
      const { emotions, valence, arousal, danger } = await reader.read(text, tongue);
      const care = danger === undefined ? screenWords(text) : danger;
      const own = table.hear(seat, text, { language: tongue, reading: { emotions, valence, arousal }, at: agent.state.at, invited: scenario.state.policy.invited === seat });
      // Who may be in danger is answered by the core, which no host comes before.
      if (care !== 'unsure' && !isCrisis(care)) tell(own);
      else if (here) agent.say(text);
    });
  };
  return { say, tell, setBusy: (now) => { busy.current = now; } };
}

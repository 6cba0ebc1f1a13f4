import { certainty, measured } from 'attune';
import type { Agent } from 'attune';
import type { Table } from 'attune/scenario';
import { useEffect, useRef, useState } from 'react';
import { joinRelay, type RoomLink } from './join-relay.ts';
import type { AtTable } from './use-table.ts';

/** How often the others are told how the player appears, while the camera is on, in milliseconds. */
const EVERY = 5000;
/** What is told from afar is not as exact as it says. */
const DOUBT = 0.05;

/** Where somebody stands with a room of a relay. */
export interface RoomState {
  readonly status: 'out' | 'entering' | 'in';
  readonly code: string;
  /** One's own seat; empty while out. */
  readonly seat: string;
  /** Why it ended; null where nothing was wrong, '' where it broke off. */
  readonly why: string | null;
}

export interface Room extends RoomState {
  enter(code: string | null, name: string | null): void;
  leave(): void;
  say(text: string): void;
  listen(only: boolean): void;
}

const OUT: RoomState = { status: 'out', code: '', seat: '', why: null };

/** Sits at a table with people at other places, by a relay. Their words are read here, as one's own are. */
export function useRoom(address: string | null, table: Table, agent: Agent, at: AtTable): Room {
  const [state, setState] = useState(OUT);
  const link = useRef<RoomLink | null>(null);
  const own = useRef('');
  const latest = useRef(at);
  useEffect(() => {
    latest.current = at;
  });
  useEffect(() => () => link.current?.leave(), []);
  const inside = state.status === 'in';
  useEffect(() => {
    if (!inside) return undefined;
    let shown = false;
    const timer = setInterval(() => {
      const { senses, affect: { phase, estimate: { valence, arousal } } } = agent.state;
      const sees = senses.face.status === 'live' && phase === 'tracking';
      if (sees || shown) link.current?.appear(sees ? { valence: valence.mean, arousal: arousal.mean, quality: certainty(valence) } : null);
      shown = sees;
    }, EVERY);
    return () => clearInterval(timer);
  }, [inside, agent]);

  const enter = (code: string | null, name: string | null): void => {
    if (address === null) return;
    setState({ ...OUT, status: 'entering' });
    link.current = joinRelay(address, { room: code, name }, {
      entered(room) {
        own.current = room.seat;
        setState({ status: 'in', code: room.code, seat: room.seat, why: null });
      },
      people: (people) => table.place(people),
      turn: (seat, text) => latest.current.say(seat, text, seat === own.current),
      affect(seat, shown) {
        if (!shown || shown.quality <= 0) return;
        const variance = DOUBT / shown.quality;
        latest.current.tell({ about: 'look', seat, at: agent.state.at, valence: measured(shown.valence, variance), arousal: measured(shown.arousal, variance) });
      },
      presence: (seat, presence) => {
        if (presence === 'here' || presence === 'listening') latest.current.tell({ about: 'listens', seat, only: presence === 'listening' });
      },
      left(why) {
        link.current = null;
        table.place([]);
        setState((before) => ({ ...OUT, why: why ?? (before.status === 'out' ? null : '') }));
      },
    });
  };
  return {
    ...state, enter,
    leave() {
      setState(OUT);
      link.current?.leave();
    },
    say: (text) => link.current?.say(text),
    listen: (only) => link.current?.be(only ? 'listening' : 'here'),
  };
}

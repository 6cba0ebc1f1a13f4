import { randomInt } from 'node:crypto';
import type { RelayPerson } from './relay-message.ts';

/** Somebody at the other end of a connection. */
export interface Guest<Connection> extends RelayPerson {
  readonly connection: Connection;
}

/** A room: who is in it, and since when. Nothing that was said is in it. */
export interface Room<Connection> {
  readonly code: string;
  readonly openedAt: number;
  guests: readonly Guest<Connection>[];
  /** Since when nobody is in it; null while somebody is. */
  emptySince: number | null;
}

/** The rooms of a relay, in memory alone. */
export interface Rooms<Connection> {
  readonly size: number;
  /** Null where there are as many rooms as there may be. */
  open(now: number): Room<Connection> | null;
  find(code: string): Room<Connection> | null;
  /** Gives the first free seat; null where the room is full. */
  enter(room: Room<Connection>, connection: Connection, name: string | null): Guest<Connection> | null;
  leave(room: Room<Connection>, connection: Connection, now: number): void;
  /** Forgets rooms that have been empty for so many seconds. */
  sweep(now: number, empty: number): void;
}

/** Without those that are taken for one another. 12 of 32 are 60 bits: nobody guesses a room. */
const LETTERS = 'abcdefghjkmnpqrstuvwxyz23456789i';
const LENGTH = 12;
const SEATS = 'abcdefgh';

/** Makes rooms out of none. */
export function createRooms<Connection>({ most, people }: { readonly most: number; readonly people: number }): Rooms<Connection> {
  const rooms = new Map<string, Room<Connection>>();
  return {
    get size() {
      return rooms.size;
    },
    open(now) {
      if (rooms.size >= most) return null;
      const code = Array.from({ length: LENGTH }, () => LETTERS[randomInt(LETTERS.length)]).join('');
      const room: Room<Connection> = { code, openedAt: now, guests: [], emptySince: now };
      rooms.set(code, room);
      return room;
    },
    find: (code) => rooms.get(code) ?? null,
    enter(room, connection, name) {
      const seat = [...SEATS].slice(0, people).find((each) => room.guests.every((guest) => guest.seat !== each));
      if (seat === undefined) return null;
      const taken = name !== null && room.guests.some((guest) => guest.name?.toLowerCase() === name.toLowerCase());
      const guest: Guest<Connection> = { seat, name: name === '' || taken ? null : name, connection };
      room.guests = [...room.guests, guest];
      room.emptySince = null;
      return guest;
    },
    leave(room, connection, now) {
      room.guests = room.guests.filter((guest) => guest.connection !== connection);
      if (room.guests.length === 0) room.emptySince = now;
    },
    sweep(now, empty) {
      for (const [code, { emptySince }] of rooms) if (emptySince !== null && now - emptySince >= empty) rooms.delete(code);
    },
  };
}

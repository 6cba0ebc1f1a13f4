import * as v from 'valibot';

/** Somebody in a room of a relay. */
export interface RemotePerson {
  readonly seat: string;
  readonly name: string | null;
}

/** How somebody appears, as their own device read it. */
export interface RemoteAffect {
  readonly valence: number;
  readonly arousal: number;
  /** How far it can be trusted, in [0, 1]. */
  readonly quality: number;
}

/** What is heard from a room. */
export interface RoomListener {
  entered(room: { readonly code: string; readonly seat: string }): void;
  people(people: readonly RemotePerson[]): void;
  turn(seat: string, text: string): void;
  affect(seat: string, affect: RemoteAffect | null): void;
  presence(seat: string, presence: 'here' | 'typing' | 'away' | 'listening'): void;
  /** The connection is over; why, in the relay's words, or null where it only broke off. */
  left(why: string | null): void;
}

/** A place in a room. */
export interface RoomLink {
  say(text: string): void;
  appear(affect: RemoteAffect | null): void;
  be(presence: 'here' | 'listening'): void;
  leave(): void;
}

const seat = v.pipe(v.string(), v.regex(/^[a-h]$/));
const signed = v.pipe(v.number(), v.minValue(-1), v.maxValue(1));
const affect = v.nullable(v.object({ valence: signed, arousal: signed, quality: v.pipe(v.number(), v.minValue(0), v.maxValue(1)) }));
const people = v.pipe(v.array(v.object({ seat, name: v.nullable(v.pipe(v.string(), v.maxLength(24))) })), v.maxLength(8));

/** A relay is somebody else's server: what it says is checked. */
const NEWS = v.variant('type', [
  v.object({ type: v.literal('room'), room: v.pipe(v.string(), v.maxLength(40)), seat, people }),
  v.object({ type: v.literal('people'), people }),
  v.object({ type: v.literal('turn'), seat, text: v.pipe(v.string(), v.maxLength(600)) }),
  v.object({ type: v.literal('affect'), seat, affect }),
  v.object({ type: v.literal('presence'), seat, presence: v.picklist(['here', 'typing', 'away', 'listening']) }),
  v.object({ type: v.literal('refused'), why: v.pipe(v.string(), v.maxLength(200)) }),
]);

/**
 * Where the address of a page says that its relay is: a path of its own origin, or an origin that the page's policy lists.
 *
 * @returns null where none is named, so that nothing is connected
 */
export function relayIn(search: string, page: string): string | null {
  const named = new URLSearchParams(search).get('relay');
  if (named === null || named === '') return null;
  try {
    const url = new URL(named, page.replace(/^http/, 'ws'));
    return url.protocol === 'ws:' || url.protocol === 'wss:' ? url.href : null;
  } catch {
    return null;
  }
}

/** Enters a room of a relay, or opens one where `room` is null. Nothing is sent before. */
export function joinRelay(address: string, { room, name }: { readonly room: string | null; readonly name: string | null }, listener: RoomListener): RoomLink {
  const socket = new WebSocket(address);
  let why: string | null = null;
  const send = (message: object): void => {
    if (socket.readyState === WebSocket.OPEN) socket.send(JSON.stringify(message));
  };
  socket.addEventListener('open', () => send(room === null ? { type: 'open', name } : { type: 'join', room, name }));
  socket.addEventListener('close', () => listener.left(why));
  socket.addEventListener('message', ({ data }) => {
    const news = read(data);
    switch (news?.type) {
      case 'room':
        listener.entered({ code: news.room, seat: news.seat });
        return listener.people(news.people);
      case 'people': return listener.people(news.people);
      case 'turn': return listener.turn(news.seat, news.text);
      case 'affect': return listener.affect(news.seat, news.affect);
      case 'presence': return listener.presence(news.seat, news.presence);
      case 'refused': why = news.why;
    }
  });
  return {
    say: (text) => send({ type: 'turn', text, affect: null }),
    appear: (shown) => send({ type: 'affect', affect: shown }),
    be: (presence) => send({ type: 'presence', presence }),
    leave: () => socket.close(),
  };
}

function read(data: unknown): v.InferOutput<typeof NEWS> | null {
  try {
    const result = v.safeParse(NEWS, JSON.parse(String(data)));
    return result.success ? result.output : null;
  } catch {
    return null;
  }
}

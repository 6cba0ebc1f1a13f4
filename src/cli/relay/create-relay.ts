import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { type RawData, WebSocket, WebSocketServer } from 'ws';
import { createRateLimit } from '../serve/rate-limit.ts';
import { MOST_BYTES, readRelayMessage, type RelayMessage, type RelayNews } from './relay-message.ts';
import { createRooms, type Guest, type Room } from './rooms.ts';
import { sendNews } from './send-news.ts';

/** What an operator may choose of a relay. Times are in seconds. */
export interface RelayOptions {
  readonly rooms: number;
  readonly people: number;
  /** Whether pages of this origin may connect, as the browser writes it: `https://club.example`. */
  readonly isOwnOrigin: (origin: string) => boolean;
  /** Whoever says nothing for so long is shown out. */
  readonly idle: number;
  /** Whether a proxy of one's own tells the address in X-Forwarded-For. */
  readonly behindProxy: boolean;
  /** How often connections are looked at, for tests; 5 by default. */
  readonly look?: number;
}

/** A relay behind a server of somebody else's. */
export interface Relay {
  /** Rooms and connections just now. */
  readonly counts: { readonly rooms: number; readonly connections: number };
  /** Takes a request for a WebSocket, or refuses it: the server's `upgrade`. */
  upgrade(request: IncomingMessage, stream: Duplex, head: Buffer): void;
  /** Says farewell to everybody. */
  close(): void;
}

/** Why a connection was closed, as the codes of RFC 6455 and our own from 4000 on say it. */
const CLOSE = { binary: 1003, policy: 1008, restart: 1012, malformed: 4400, unknown: 4404, idle: 4408, full: 4429 } as const;
/** A connection's messages: so many a second on the average, so many at once; and so many too many until it is closed. */
const RATE = { second: 5, burst: 20, over: 50 };
/** Openings and joinings a minute, so that nobody tries codes. */
const ENTRIES = { perAddress: 30, total: 3000 };
const CONNECTIONS = { perAddress: 24, all: 1000 };
/** Who has connected and not entered a room within so many seconds is closed; a room is kept so long after its last guest left. */
const ENTER_WITHIN = 10;
const KEEP_EMPTY = 60;
const PING_EVERY = 30;

interface Connection {
  readonly socket: WebSocket;
  readonly address: string;
  readonly since: number;
  room: Room<Connection> | null;
  guest: Guest<Connection> | null;
  /** When it last said something, and was last heard of at all. */
  spoke: number;
  alive: boolean;
  pinged: number;
  /** Messages that it may still send at once, and how many were too many. */
  tokens: number;
  refilled: number;
  over: number;
}

/** Passes turns, how people appear and presence between the members of rooms. Nothing is kept but who is connected, and nothing is written down. */
export function createRelay({ rooms: mostRooms, people, isOwnOrigin, idle, behindProxy, look = 5 }: RelayOptions): Relay {
  const now = (): number => performance.now() / 1000;
  const rooms = createRooms<Connection>({ most: mostRooms, people });
  const connections = new Set<Connection>();
  const entries = createRateLimit(ENTRIES);
  // Compression takes memory for each connection, and gives little on messages this short.
  const sockets = new WebSocketServer({ noServer: true, maxPayload: MOST_BYTES, perMessageDeflate: false, clientTracking: false });

  function addressOf(request: IncomingMessage): string {
    const forwarded = request.headers['x-forwarded-for'];
    const last = behindProxy ? String(forwarded ?? '').split(',').at(-1)?.trim() : undefined;
    return last || request.socket.remoteAddress || 'unknown';
  }

  /** Why somebody may not connect, as a line of HTTP; null where they may. */
  function refusal(request: IncomingMessage, address: string): string | null {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    if (pathname !== '/relay') return '404 Not Found';
    // A browser always tells the origin; a program that does not is no page of ours.
    if (!isOwnOrigin(request.headers.origin ?? '')) return '403 Forbidden';
    if (connections.size >= CONNECTIONS.all) return '503 Service Unavailable';
    return [...connections].filter((each) => each.address === address).length >= CONNECTIONS.perAddress ? '429 Too Many Requests' : null;
  }

  function welcome(socket: WebSocket, address: string): void {
    const at = now();
    const connection: Connection = { socket, address, since: at, room: null, guest: null, spoke: at, alive: true, pinged: at, tokens: RATE.burst, refilled: at, over: 0 };
    connections.add(connection);
    socket.on('pong', () => {
      connection.alive = true;
    });
    // Too long or broken: ws closes it by itself.
    socket.on('error', () => undefined);
    socket.on('close', () => leave(connection));
    socket.on('message', (data, isBinary) => hear(connection, data, isBinary));
  }

  function leave(connection: Connection): void {
    connections.delete(connection);
    const { room } = connection;
    if (!room) return;
    connection.room = connection.guest = null;
    rooms.leave(room, connection, now());
    tellPeople(room);
  }

  function end({ socket }: Connection, code: number, why: string): void {
    socket.close(code, why);
    // Who does not answer the farewell is not waited for.
    setTimeout(() => socket.terminate(), 2000).unref();
  }

  function refuse(connection: Connection, code: number, why: string): void {
    sendNews(connection.socket, { type: 'refused', why });
    end(connection, code, why);
  }

  function tellAll(room: Room<Connection>, news: RelayNews): void {
    for (const { connection } of room.guests) sendNews(connection.socket, news);
  }

  const namesIn = ({ guests }: Room<Connection>) => guests.map(({ seat, name }) => ({ seat, name }));
  function tellPeople(room: Room<Connection>): void {
    tellAll(room, { type: 'people', people: namesIn(room) });
  }

  /** Whether it may say one more thing now. */
  function admits(connection: Connection): boolean {
    const at = now();
    connection.tokens = Math.min(RATE.burst, connection.tokens + RATE.second * (at - connection.refilled));
    connection.refilled = at;
    if (connection.tokens >= 1) {
      connection.tokens -= 1;
      return true;
    }
    connection.over += 1;
    if (connection.over === 1) sendNews(connection.socket, { type: 'refused', why: `Expected at most ${RATE.second} messages a second, so some are left out.` });
    if (connection.over > RATE.over) refuse(connection, CLOSE.policy, 'Too many messages.');
    return false;
  }

  function hear(connection: Connection, data: RawData, isBinary: boolean): void {
    // What is closing is not heard any more.
    if (connection.socket.readyState !== WebSocket.OPEN) return;
    if (isBinary) return refuse(connection, CLOSE.binary, 'Expected text, as no pictures and no sound are passed on.');
    if (!admits(connection)) return;
    const message = readRelayMessage(String(data));
    if (!message) return refuse(connection, CLOSE.malformed, 'Expected a message as docs/relay.md describes it.');
    connection.spoke = now();
    const { room, guest } = connection;
    if (message.type === 'open' || message.type === 'join') return room ? refuse(connection, CLOSE.malformed, 'Expected one room for a connection.') : enter(connection, message);
    if (!room || !guest) return refuse(connection, CLOSE.malformed, 'Expected a room to be opened or joined first.');
    const { seat } = guest;
    switch (message.type) {
      case 'turn': return tellAll(room, { type: 'turn', seat, at: Math.round(1000 * (now() - room.openedAt)) / 1000, text: message.text, affect: message.affect });
      case 'affect': return tellAll(room, { type: 'affect', seat, affect: message.affect });
      case 'presence': return tellAll(room, { type: 'presence', seat, presence: message.presence });
    }
  }

  function enter(connection: Connection, message: Extract<RelayMessage, { type: 'open' | 'join' }>): void {
    if (entries.admit(connection.address, now()) > 0) return refuse(connection, CLOSE.full, 'Too many rooms were asked for. Try again in a minute.');
    const room = message.type === 'open' ? rooms.open(now()) : rooms.find(message.room);
    if (!room) return message.type === 'open' ? refuse(connection, CLOSE.full, 'All rooms are taken.') : refuse(connection, CLOSE.unknown, 'There is no such room.');
    const guest = rooms.enter(room, connection, message.name);
    if (!guest) return refuse(connection, CLOSE.full, 'The room is full.');
    connection.room = room;
    connection.guest = guest;
    sendNews(connection.socket, { type: 'room', room: room.code, seat: guest.seat, people: namesIn(room) });
    tellPeople(room);
  }

  const looking = setInterval(() => {
    const at = now();
    for (const connection of connections) {
      if (connection.room === null && at - connection.since > ENTER_WITHIN) refuse(connection, CLOSE.idle, 'No room was entered in time.');
      else if (at - connection.spoke > idle) refuse(connection, CLOSE.idle, 'Nothing was said for long.');
      else if (at - connection.pinged >= PING_EVERY) {
        if (!connection.alive) connection.socket.terminate();
        connection.alive = false;
        connection.pinged = at;
        connection.socket.ping();
      }
    }
    rooms.sweep(at, KEEP_EMPTY);
  }, look * 1000);

  return {
    get counts() {
      return { rooms: rooms.size, connections: connections.size };
    },
    upgrade(request, stream, head) {
      stream.on('error', () => stream.destroy());
      const address = addressOf(request);
      const refused = refusal(request, address);
      if (refused) return void stream.end(`HTTP/1.1 ${refused}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
      sockets.handleUpgrade(request, stream, head, (socket) => welcome(socket, address));
    },
    close() {
      clearInterval(looking);
      for (const { socket } of connections) socket.close(CLOSE.restart, 'The relay ends.');
      setTimeout(() => {
        for (const { socket } of connections) socket.terminate();
      }, 500);
    },
  };
}

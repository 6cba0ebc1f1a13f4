import { once } from 'node:events';
import { connect } from 'node:net';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { WebSocket } from 'ws';
import { LONGEST_TURN, readRelayMessage, type RelayNews } from '../../../src/cli/relay/relay-message.ts';
import { createRooms } from '../../../src/cli/relay/rooms.ts';
import { sendNews, WAITING } from '../../../src/cli/relay/send-news.ts';
import { type StartOptions, startRelay } from '../../../src/cli/relay/start-relay.ts';
import { runCli } from '../../../src/cli/run-cli.ts';

const ORIGIN = 'https://club.example';
const closing: (() => unknown)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0).toReversed()) await close();
  vi.restoreAllMocks();
});

async function relay(options: Partial<StartOptions> = {}) {
  const running = await startRelay({ host: '127.0.0.1', port: 0, rooms: 10, people: 4, origins: [ORIGIN], idle: 600, behindProxy: false, look: 0.05, ...options });
  closing.push(running.close);
  return running;
}

interface Client {
  readonly socket: WebSocket;
  readonly heard: RelayNews[];
  readonly closed: Promise<number>;
  say(message: unknown): void;
  /** The next news of this type that was not taken yet. */
  next<Type extends RelayNews['type']>(type: Type): Promise<Extract<RelayNews, { type: Type }>>;
}

async function join(url: string, first: unknown = null): Promise<Client> {
  const socket = new WebSocket(url, { origin: ORIGIN });
  closing.push(() => socket.terminate());
  const heard: RelayNews[] = [];
  const taken = new Set<RelayNews>();
  socket.on('message', (data) => heard.push(JSON.parse(String(data)) as RelayNews));
  const closed = new Promise<number>((resolve) => {
    socket.on('close', resolve);
  });
  await once(socket, 'open');
  const client: Client = {
    socket, heard, closed,
    say: (message) => socket.send(typeof message === 'string' || Buffer.isBuffer(message) ? message : JSON.stringify(message)),
    async next(type) {
      const find = () => heard.find((news) => news.type === type && !taken.has(news));
      await expect.poll(find, { timeout: 20_000 }).toBeDefined();
      const news = find()!;
      taken.add(news);
      return news as never;
    },
  };
  if (first) client.say(first);
  return client;
}

const TURN = { type: 'turn', text: 'hello', affect: { valence: 0.4, arousal: -0.1, quality: 0.8 } } as const;

describe('attune relay', () => {
  it('passes turns, how people appear and presence to all in a room, in one order, and to nobody else', async () => {
    const running = await relay();
    const { url } = running;
    const ann = await join(url, { type: 'open', name: 'Ann' });
    const { room, seat } = await ann.next('room');
    expect([room.length, seat]).toEqual([12, 'a']);
    const bo = await join(url, { type: 'join', room, name: 'Bo' });
    expect(await bo.next('room')).toMatchObject({ room, seat: 'b', people: [{ seat: 'a', name: 'Ann' }, { seat: 'b', name: 'Bo' }] });
    const other = await join(url, { type: 'open', name: null });
    await other.next('room');
    ann.say(TURN);
    bo.say({ type: 'affect', affect: { valence: -0.2, arousal: 0, quality: 0.5 } });
    ann.say({ type: 'presence', presence: 'typing' });
    expect(await bo.next('turn')).toEqual({ ...TURN, seat: 'a', at: expect.any(Number) });
    expect(await ann.next('turn')).toMatchObject({ seat: 'a', text: 'hello' });
    expect(await ann.next('affect')).toMatchObject({ seat: 'b', affect: { quality: 0.5 } });
    expect(await bo.next('presence')).toEqual({ type: 'presence', seat: 'a', presence: 'typing' });
    expect(running.counts).toEqual({ rooms: 2, connections: 3 });
    bo.socket.close();
    await expect.poll(() => ann.heard.findLast(({ type }) => type === 'people')).toEqual({ type: 'people', people: [{ seat: 'a', name: 'Ann' }] });
    expect(other.heard.map(({ type }) => type)).toEqual(['room', 'people']);
  });

  it('lets nobody in of another origin, without one, at another address, or past the first request', async () => {
    const { url } = await relay();
    const statusOf = (origin: string | undefined, at = url): Promise<number> => new Promise((resolve) => {
      const socket = new WebSocket(at, origin === undefined ? {} : { origin });
      socket.on('unexpected-response', (_, response) => resolve(response.statusCode!)).on('error', () => undefined).on('open', () => resolve(101));
    });
    expect(await statusOf('https://evil.example')).toBe(403);
    expect(await statusOf(`${ORIGIN}.evil.example`)).toBe(403);
    expect(await statusOf(undefined)).toBe(403);
    expect(await statusOf(ORIGIN, url.replace('/relay', '/'))).toBe(404);
    expect((await fetch(url.replace('ws:', 'http:'))).status).toBe(426);
    // Whoever speaks no HTTP at all is hung up on.
    const raw = connect(Number(new URL(url).port), '127.0.0.1');
    raw.on('error', () => undefined).write('GET /relay HTTP/1.1\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nHost: x\r\nOrigin: https://club.example\r\n\r\n');
    raw.resume();
    await once(raw, 'close');
  });

  it('knows no room that was not opened, has so many of them and so many seats, and leaves names to be one\'s own', async () => {
    const { url } = await relay({ rooms: 1, people: 2 });
    const lost = await join(url, { type: 'join', room: 'abcdefghjkmn', name: null });
    expect(await lost.next('refused')).toMatchObject({ why: expect.stringContaining('no such room') });
    expect(await lost.closed).toBe(4404);
    const ann = await join(url, { type: 'open', name: 'Ann' });
    const { room } = await ann.next('room');
    const twin = await join(url, { type: 'join', room, name: 'ann' });
    expect((await twin.next('room')).people[1]).toEqual({ seat: 'b', name: null });
    expect(await (await join(url, { type: 'join', room, name: 'Cem' })).closed).toBe(4429);
    expect(await (await join(url, { type: 'open', name: 'Cem' })).closed).toBe(4429);
  });

  it('closes whoever sends what is no message: other fields, pictures, sound, too much, or too early', async () => {
    const running = await relay();
    const { url } = running;
    const wrong: readonly (readonly [message: unknown, code: number])[] = [
      ['{', 4400], ['null', 4400], [{ type: 'turn', text: 'hi', affect: null, picture: 'data:' }, 4400], [{ ...TURN, affect: { ...TURN.affect, emotion: 'anger' } }, 4400], [{ ...TURN, affect: { valence: 9, arousal: 0, quality: 1 } }, 4400],
      [{ type: 'turn', text: 'x'.repeat(LONGEST_TURN + 1), affect: null }, 4400], [{ type: 'open', name: null }, 4400], [Buffer.from([1, 2, 3]), 1003], [`"${'x'.repeat(5000)}"`, 1009],
    ];
    for (const [message, code] of wrong) {
      const client = await join(url, { type: 'open', name: null });
      await client.next('room');
      client.say(message);
      expect(await client.closed).toBe(code);
    }
    expect(await (await join(url, TURN)).closed).toBe(4400);
    await expect.poll(() => running.counts.connections).toBe(0);
  });

  it('leaves out what comes too fast, closes whoever goes on, and the others go on unharmed', async () => {
    const { url } = await relay();
    const flood = await join(url, { type: 'open', name: null });
    const { room } = await flood.next('room');
    const calm = await join(url, { type: 'join', room, name: 'Calm' });
    await calm.next('room');
    for (let i = 0; i < 200; i += 1) flood.say(TURN);
    expect(await flood.closed).toBe(1008);
    expect(calm.heard.filter(({ type }) => type === 'turn').length).toBeLessThan(40);
    calm.say(TURN);
    await expect.poll(() => calm.heard.some((news) => news.type === 'turn' && news.seat === 'b')).toBe(true);
  });

  it('shows out who enters no room in time or is idle, and forgets rooms that are empty', async () => {
    const rooms = createRooms<string>({ most: 5, people: 2 });
    const room = rooms.open(0)!;
    rooms.enter(room, 'one', 'Ann');
    rooms.sweep(1000, 60);
    expect(rooms.size).toBe(1);
    rooms.leave(room, 'one', 1000);
    rooms.sweep(1059, 60);
    expect(rooms.find(room.code)).toBe(room);
    rooms.sweep(1060, 60);
    expect(rooms.size).toBe(0);
    const { url } = await relay({ idle: 0.2 });
    const idle = await join(url, { type: 'open', name: null });
    expect(await idle.closed).toBe(4408);
  });

  it('spares a slow reader how others appear, then drops them, so that nothing piles up', () => {
    const [sent, ended] = [vi.fn(), vi.fn()];
    const send = (waiting: number, news: RelayNews, readyState: 0 | 1 | 2 | 3 = WebSocket.OPEN): void => sendNews({ readyState, bufferedAmount: waiting, send: sent, terminate: ended }, news);
    const affect: RelayNews = { type: 'affect', seat: 'a', affect: null };
    const turn: RelayNews = { type: 'turn', seat: 'a', at: 1, text: 'hello', affect: null };
    send(0, affect);
    send(WAITING.most + 1, affect);
    send(WAITING.most + 1, { type: 'presence', seat: 'a', presence: 'away' });
    send(WAITING.most + 1, turn);
    expect(sent.mock.calls.flat()).toEqual([JSON.stringify(affect), JSON.stringify(turn)]);
    expect(ended).not.toHaveBeenCalled();
    send(WAITING.far + 1, turn);
    expect(ended).toHaveBeenCalledTimes(1);
    send(WAITING.far + 1, turn, WebSocket.CLOSING);
    expect([sent.mock.calls.length, ended.mock.calls.length]).toEqual([2, 1]);
  });

  it('goes on for the others while somebody does not read', async () => {
    const { url } = await relay();
    const slow = await join(url, { type: 'open', name: null });
    const { room } = await slow.next('room');
    slow.socket.pause();
    const other = await join(url, { type: 'join', room, name: null });
    await other.next('room');
    for (let i = 0; i < 15; i += 1) other.say({ type: 'turn', text: '火'.repeat(LONGEST_TURN), affect: null });
    await expect.poll(() => other.heard.filter(({ type }) => type === 'turn').length, { timeout: 20_000 }).toBe(15);
    expect(slow.heard.some(({ type }) => type === 'turn')).toBe(false);
  });

  it('writes nothing down of what is said', async () => {
    const written = [vi.spyOn(console, 'log'), vi.spyOn(console, 'error'), vi.spyOn(console, 'warn')].map((each) => each.mockImplementation(() => undefined));
    const { url } = await relay();
    const ann = await join(url, { type: 'open', name: 'Ann' });
    await ann.next('room');
    ann.say(TURN);
    await ann.next('turn');
    ann.say('{"type":');
    await ann.closed;
    expect(written.flatMap((each) => each.mock.calls)).toEqual([]);
  });

  it('takes signs that turn lines or break them out of words and names', () => {
    expect(readRelayMessage(JSON.stringify({ type: 'turn', text: ' a\u202e\nb\u0000 ', affect: null }))).toEqual({ type: 'turn', text: 'a b', affect: null });
    expect(readRelayMessage(JSON.stringify({ type: 'turn', text: '\u200b \n', affect: null }))).toBeNull();
    expect(readRelayMessage(JSON.stringify({ type: 'open', name: 'A\nB' }))).toEqual({ type: 'open', name: 'A B' });
  });

  it('wants to know whose pages may connect, and numbers that make sense', async () => {
    const error = vi.spyOn(console, 'error').mockImplementation(() => undefined);
    for (const [args, told] of [[[], '--origin'], [['--origin', 'club.example'], 'https://club.example'], [['--origin', ORIGIN, '--people-max', '9'], '2 to 8'], [['--origin', ORIGIN, '--port', ''], '--port'], [['--origin', ORIGIN, '--loud'], '--loud']] as const) {
      expect(await runCli(['relay', ...args])).toBe(2);
      expect(error.mock.calls.at(-1)![0]).toContain(told);
    }
  });
});

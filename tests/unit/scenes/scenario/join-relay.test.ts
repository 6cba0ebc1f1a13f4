import { afterEach, describe, expect, it, vi } from 'vitest';
import { WebSocket, WebSocketServer } from 'ws';
import { joinRelay, relayIn, type RoomListener } from '../../../../scenes/scenario/packs/social/join-relay.ts';
import { startRelay } from '../../../../src/cli/relay/start-relay.ts';

const ORIGIN = 'https://club.example';
const closing: (() => unknown)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0).toReversed()) await close();
  vi.unstubAllGlobals();
});

/** A browser's WebSocket, which tells its page's origin. */
class PageSocket extends WebSocket {
  constructor(address: string) {
    super(address, { origin: ORIGIN });
  }
}

function visit(address: string, room: string | null, name: string | null) {
  vi.stubGlobal('WebSocket', PageSocket);
  const listener = { entered: vi.fn(), people: vi.fn(), turn: vi.fn(), affect: vi.fn(), presence: vi.fn(), left: vi.fn() } satisfies RoomListener;
  const link = joinRelay(address, { room, name }, listener);
  closing.push(link.leave);
  return { ...listener, link };
}

const PATIENCE = { timeout: 20_000 };

describe('a place in a room of a relay', () => {
  it('is entered by a code, hears the others, and is left', async () => {
    const relay = await startRelay({ host: '127.0.0.1', port: 0, rooms: 2, people: 4, origins: [ORIGIN], idle: 60, behindProxy: false });
    closing.push(relay.close);
    const ann = visit(relay.url, null, 'Ann');
    await expect.poll(() => ann.entered.mock.calls.length, PATIENCE).toBe(1);
    const { code } = ann.entered.mock.calls[0]![0] as { code: string };
    const bo = visit(relay.url, code, null);
    await expect.poll(() => bo.people.mock.calls.at(-1)?.[0], PATIENCE).toEqual([{ seat: 'a', name: 'Ann' }, { seat: 'b', name: null }]);
    bo.link.say('hello');
    bo.link.appear({ valence: 0.5, arousal: 0, quality: 0.6 });
    bo.link.be('listening');
    await expect.poll(() => ann.presence.mock.calls, PATIENCE).toEqual([['b', 'listening']]);
    expect([ann.turn.mock.calls, ann.affect.mock.calls]).toEqual([[['b', 'hello']], [['b', { valence: 0.5, arousal: 0, quality: 0.6 }]]]);
    bo.link.leave();
    await expect.poll(() => bo.left.mock.calls, PATIENCE).toEqual([[null]]);
    const lost = visit(relay.url, 'abcdefghjkmn', null);
    await expect.poll(() => lost.left.mock.calls, PATIENCE).toEqual([['There is no such room.']]);
  });

  it('passes over whatever else a relay says', async () => {
    const server = new WebSocketServer({ port: 0 });
    closing.push(() => server.close());
    server.on('connection', (socket) => {
      for (const news of ['{', 'null', '{"type":"turn","seat":"z","text":"x"}', '{"type":"affect","seat":"a","affect":{"valence":7,"arousal":0,"quality":1}}', `{"type":"turn","seat":"a","text":"${'x'.repeat(601)}"}`, '{"type":"turn","seat":"a","text":"fine"}']) socket.send(news);
    });
    const { port } = server.address() as { port: number };
    const guest = visit(`ws://127.0.0.1:${port}`, null, null);
    await expect.poll(() => guest.turn.mock.calls, PATIENCE).toEqual([['a', 'fine']]);
    expect(guest.affect).not.toHaveBeenCalled();
    guest.link.leave();
  });
});

it('connects to nothing that the address does not name', () => {
  const page = 'https://club.example/scenario/?pack=social';
  expect(relayIn('?pack=social', page)).toBeNull();
  expect(relayIn('?relay=', page)).toBeNull();
  expect(relayIn('?relay=/relay', page)).toBe('wss://club.example/relay');
  expect(relayIn('?relay=wss://other.example/relay', page)).toBe('wss://other.example/relay');
  expect(relayIn('?relay=https://other.example/relay', page)).toBeNull();
  expect(relayIn('?relay=javascript:alert(1)', page)).toBeNull();
});

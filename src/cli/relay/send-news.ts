import { WebSocket } from 'ws';
import type { RelayNews } from './relay-message.ts';

/** Bytes that wait for a slow reader: from here on they miss how others appear, and from there on they are dropped. */
export const WAITING = { most: 64 * 1024, far: 512 * 1024 };

/** Sends news to somebody who may read slowly: what waits for them never takes more memory than {@link WAITING} allows. */
export function sendNews(socket: Pick<WebSocket, 'readyState' | 'bufferedAmount' | 'send' | 'terminate'>, news: RelayNews): void {
  if (socket.readyState !== WebSocket.OPEN) return;
  if (socket.bufferedAmount > WAITING.far) return socket.terminate();
  if (socket.bufferedAmount > WAITING.most && (news.type === 'affect' || news.type === 'presence')) return;
  socket.send(JSON.stringify(news));
}

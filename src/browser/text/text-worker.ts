import { fetchAsset } from '../assets.ts';
import { showLife } from '../supervise/show-life.ts';
import { createTextDesk } from './text-desk.ts';
import type { TextCommand, TextReply } from './text-protocol.ts';

// The part of DedicatedWorkerGlobalScope used here, which TypeScript's DOM library lacks.
interface WorkerScope {
  addEventListener(type: 'message', listener: (message: MessageEvent<TextCommand>) => void): void;
  postMessage(reply: TextReply, transfer: Transferable[]): void;
}
const scope = globalThis as unknown as WorkerScope;

const take = createTextDesk({ fetchFile: fetchAsset, tell: (reply) => scope.postMessage(reply, []) });
showLife();
scope.addEventListener('message', ({ data }) => void take(data));

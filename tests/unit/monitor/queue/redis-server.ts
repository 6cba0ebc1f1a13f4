import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { createClient } from 'redis';
import { findRedis } from '../../../../scripts/find-redis.ts';

/** A Redis of one's own, on a free port, whose files lie in a folder. */
export interface TestRedis {
  readonly url: string;
  /** Ends it; what it wrote stays. */
  stop(signal?: 'SIGTERM' | 'SIGKILL'): Promise<void>;
  start(): Promise<void>;
}

/** Whether tests that need it can run; where all are asked for they run in any case, and fail. */
export const hasRedis = findRedis() !== null || process.env['ATTUNE_REQUIRE_ALL'] === '1';

export async function startRedis(folder: string, ...settings: readonly string[]): Promise<TestRedis> {
  const command = findRedis();
  if (command === null) throw new Error('Expected redis-server to be installed. On Debian: apt-get install redis-server');
  const port = await freePort();
  let child: ChildProcess | null = null;
  const redis: TestRedis = {
    url: `redis://127.0.0.1:${port}`,
    async start() {
      child = spawn(command, ['--port', String(port), '--bind', '127.0.0.1', '--dir', folder, '--save', '', '--appendonly', 'yes', ...settings], { stdio: 'ignore' });
      const client = createClient({ url: redis.url, socket: { reconnectStrategy: 50 } }).on('error', () => undefined);
      await client.connect();
      await client.close();
    },
    async stop(signal = 'SIGTERM') {
      if (!child || child.exitCode !== null || child.signalCode !== null) return;
      child.kill(signal);
      await once(child, 'exit');
    },
  };
  await redis.start();
  return redis;
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { UsageError } from '../usage-error.ts';
import { createRelay, type Relay, type RelayOptions } from './create-relay.ts';

/** A relay with a server of its own. */
export interface StartOptions extends Omit<RelayOptions, 'isOwnOrigin'> {
  readonly host: string;
  /** 0 takes any free port. */
  readonly port: number;
  /** Whose pages may connect; none means that nobody may. */
  readonly origins: readonly string[];
}

export interface RunningRelay extends Pick<Relay, 'counts'> {
  readonly url: string;
  close(): Promise<void>;
}

/**
 * Starts a relay that listens by itself.
 *
 * @throws {UsageError} when the port is taken
 */
export async function startRelay({ host, port, origins, ...options }: StartOptions): Promise<RunningRelay> {
  const listed = new Set(origins);
  const relay = createRelay({ ...options, isOwnOrigin: (origin) => listed.has(origin) });
  const server = createServer({ headersTimeout: 10_000, requestTimeout: 10_000, maxHeaderSize: 8192 }, (_, response) => {
    response.writeHead(426, { 'Content-Type': 'text/plain; charset=utf-8', 'X-Content-Type-Options': 'nosniff' }).end('This is a relay for WebSocket connections at /relay.');
  });
  server.on('upgrade', relay.upgrade);
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      relay.close();
      reject(error.code === 'EADDRINUSE' ? new UsageError(`Port ${port} is taken by another program. Stop it, or choose another with --port NUMBER.`) : error);
    });
    server.listen(port, host, resolve);
  });
  const taken = (server.address() as AddressInfo).port;
  return {
    url: `ws://${host.includes(':') ? `[${host}]` : host}:${taken}/relay`,
    get counts() {
      return relay.counts;
    },
    close: () => new Promise((resolve) => {
      relay.close();
      server.close(() => resolve());
      server.closeAllConnections();
    }),
  };
}

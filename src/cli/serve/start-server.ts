import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { getRequestListener } from '@hono/node-server';
import sirv from 'sirv';
import { createRelay } from '../relay/create-relay.ts';
import { UsageError } from '../usage-error.ts';
import { createDialogueProxy } from './dialogue-proxy.ts';
import { policyHeaders } from './policy.ts';
import type { ServeConfig, Upstream } from './serve-config.ts';

export interface StartOptions {
  /** Folders of pages, laid over each other: the first that has a file wins. */
  readonly folders: readonly string[];
  readonly host: string;
  /** 0 takes any free port. */
  readonly port: number;
  readonly config: ServeConfig;
  readonly upstreams: ReadonlyMap<string, Upstream>;
}

export interface RunningServer {
  readonly url: string;
  close(): Promise<void>;
}

/** Who sends a request slower than this, in milliseconds, is not waited for. */
const HEADERS_TIME = 10_000;
const REQUEST_TIME = 20_000;
const CHECK_TIME = 2000;

const MOST_CONNECTIONS = 512;

/** Serves pages and, on the same origin, asks language models for them. */
export async function startServer({ folders, host, port, config, upstreams }: StartOptions): Promise<RunningServer> {
  const origins = new Set(config.origins);
  const app = createDialogueProxy({ config, upstreams, isOwnOrigin: (origin) => origins.has(origin), now: () => performance.now() / 1000 });
  const ask = getRequestListener(app.fetch, { overrideGlobalObjects: false });
  const pages = folders.map((folder) => sirv(folder, { etag: true, dev: false, extensions: ['html'] }));

  const headers = new Map(policyHeaders(config.policy));
  const answer: RequestListener = (request, response) => {
    if (request.url?.startsWith('/dialogue/')) return void ask(request, response);
    response.setHeaders(headers);
    const tryFolder = (index: number): void => {
      const page = pages[index];
      if (page) return page(request, response, () => tryFolder(index + 1));
      response.writeHead(404, { 'Content-Type': 'text/plain; charset=utf-8' });
      response.end('Nothing lies at this address.');
    };
    tryFolder(0);
  };

  const server = createServer({ headersTimeout: HEADERS_TIME, requestTimeout: REQUEST_TIME, connectionsCheckingInterval: CHECK_TIME, keepAliveTimeout: 5000, maxHeaderSize: 16_384 }, answer);
  server.maxConnections = MOST_CONNECTIONS;
  const relay = config.relay && createRelay({ ...config.relay, isOwnOrigin: (origin) => origins.has(origin), behindProxy: config.behindProxy });
  if (relay) server.on('upgrade', relay.upgrade);
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => reject(error.code === 'EADDRINUSE' ? new UsageError(`Port ${port} is taken by another program. Stop it, or choose another with --port NUMBER.`) : error));
    server.listen(port, host, resolve);
  });
  const taken = (server.address() as AddressInfo).port;
  if (config.origins.length === 0) for (const name of ['localhost', '127.0.0.1', '[::1]']) origins.add(`http://${name}:${taken}`);
  return {
    url: `http://localhost:${taken}/`,
    close: () => new Promise((resolve) => {
      relay?.close();
      server.closeAllConnections();
      server.close(() => resolve());
    }),
  };
}

import { createServer, type RequestListener } from 'node:http';
import { createServer as createSecureServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import sirv from 'sirv';
import { policyHeaders } from '../src/cli/serve/policy.ts';

export interface ServeOptions {
  /** Folders that are laid over each other, the first that has a file wins. */
  readonly folders: readonly string[];
  /** 0 takes any free port. */
  readonly port: number;
  /** `127.0.0.1` for this machine only, `0.0.0.0` for the local network. */
  readonly host: string;
  /** With a certificate the server speaks HTTPS only. */
  readonly tls?: { readonly key: string; readonly cert: string };
  /** Sees every request's path, for tests. */
  readonly onRequest?: (path: string) => void;
  /** Is told what a page, or a worker of it, did against the policy, as the browser reports it. For tests. */
  readonly onViolation?: (report: string) => void;
}

export interface Served {
  /** The address on this machine, with a closing slash. */
  readonly url: string;
  readonly port: number;
  close(): Promise<void>;
}

const REPORTS = '/policy-report';

/** Serves built pages and prepared assets with the policy that every page of Attune runs under. */
export async function serve(options: ServeOptions): Promise<Served> {
  const folders = options.folders.map((folder) => sirv(folder, { etag: true, dev: false, extensions: ['html'] }));
  const headers = new Map(policyHeaders());
  if (options.onViolation) headers.set('Content-Security-Policy', `${headers.get('Content-Security-Policy')}; report-uri ${REPORTS}`);
  const answer: RequestListener = (request, response) => {
    options.onRequest?.(request.url ?? '/');
    if (options.onViolation && request.url === REPORTS) {
      response.writeHead(204).end();
      return void text(request).then(options.onViolation, () => undefined);
    }
    response.setHeaders(headers);
    const tryFolder = (index: number): void => {
      const folder = folders[index];
      if (folder) return folder(request, response, () => tryFolder(index + 1));
      response.writeHead(404, { 'Content-Type': 'text/plain; charset=utf-8' });
      response.end('Nothing lies at this address.');
    };
    tryFolder(0);
  };
  const server = options.tls ? createSecureServer(options.tls, answer) : createServer(answer);
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => reject(error.code === 'EADDRINUSE'
      ? new Error(`Port ${options.port} is taken by another program. Stop it, or choose another with --port NUMBER.`)
      : error));
    server.listen(options.port, options.host, resolve);
  });
  const { port } = server.address() as AddressInfo;
  return {
    url: `${options.tls ? 'https' : 'http'}://localhost:${port}/`,
    port,
    close: () => new Promise((resolve) => {
      server.closeAllConnections();
      server.close(() => resolve());
    }),
  };
}

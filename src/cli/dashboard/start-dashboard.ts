import { createServer, type RequestListener } from 'node:http';
import { existsSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { getRequestListener } from '@hono/node-server';
import sirv from 'sirv';
import type { MonitorView } from '../../monitor/view/monitor-view.ts';
import { findOwnPackage } from '../assets/find-package.ts';
import { policyHeaders } from '../serve/policy.ts';
import { UsageError } from '../usage-error.ts';
import type { Changes } from './changes.ts';
import { createDashboardApi } from './dashboard-api.ts';

export interface DashboardOptions {
  readonly view: MonitorView;
  readonly changes: Changes;
  readonly host: string;
  /** 0 takes any free port. */
  readonly port: number;
  /** The folder that "attune assets" made, for the voice; null where there is none: what is said can be read all the same. */
  readonly assets: string | null;
}

export interface RunningDashboard {
  /** Of the page. */
  readonly url: string;
  close(): Promise<void>;
}

/** Names by which this machine calls itself. */
const OWN = new Set(['127.0.0.1', 'localhost', '[::1]', '::1']);

/** Serves the page of the monitor, and answers it what a store knows. */
export async function startDashboard({ view, changes, host, port, assets }: DashboardOptions): Promise<RunningDashboard> {
  const own = findOwnPackage();
  const api = createDashboardApi({ view, changes, isOwnHost: (name) => !OWN.has(host) || OWN.has(name.replace(/:\d+$/, '')) });
  const ask = getRequestListener(api.fetch, { overrideGlobalObjects: false });
  const pages = sirv(findPage(own), { etag: true, dev: false, extensions: ['html'] });
  const prepared = assets === null ? null : sirv(assets, { etag: true, dev: false });
  const avatars = sirv(join(own, 'avatars'), { etag: true, dev: false });
  const headers = new Map(policyHeaders());
  const answer: RequestListener = (request, response) => {
    const url = request.url ?? '/';
    if (url.startsWith('/store/')) return void ask(request, response);
    response.setHeaders(headers);
    const nothing = (): void => void response.writeHead(404, { 'Content-Type': 'text/plain; charset=utf-8' }).end('Nothing lies at this address.');
    if (url === '/' || url === '/monitor') return void response.writeHead(302, { Location: '/monitor/?store' }).end();
    const below = (path: string, files: ReturnType<typeof sirv>, otherwise: () => void): void => {
      request.url = url.slice(path.length - 1);
      files(request, response, otherwise);
    };
    const avatar = (): void => (url.startsWith('/attune/avatars/') ? below('/attune/avatars/', avatars, nothing) : nothing());
    if (url.startsWith('/attune/')) return prepared ? below('/attune/', prepared, avatar) : avatar();
    pages(request, response, nothing);
  };
  const server = createServer(answer);
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => reject(error.code === 'EADDRINUSE' ? new UsageError(`Port ${port} is taken by another program. Stop it, or choose another port.`) : error));
    server.listen(port, host, resolve);
  });
  return {
    url: `http://${OWN.has(host) ? 'localhost' : host}:${(server.address() as AddressInfo).port}/monitor/?store`,
    close: () => new Promise((resolve) => {
      server.closeAllConnections();
      server.close(() => resolve());
    }),
  };
}

/** Where the built page lies: in the package that is installed, or among the built scenes of a checkout. */
function findPage(own: string): string {
  const folder = ['dist/dashboard', 'build/site'].map((each) => join(own, each)).find((each) => existsSync(join(each, 'monitor/index.html')));
  if (folder === undefined) throw new UsageError('Expected the built page of the monitor in the package, but there is none. In a checkout run: npm run build');
  return folder;
}

import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Served } from '../../scripts/server.ts';

/** What is done instead of answering with a file. */
export type Fault = (response: ServerResponse, file: Buffer) => void | Promise<void>;

export const FAULTS = {
  'not there': (response) => void response.writeHead(404).end(),
  'a page instead': (response) => void response.writeHead(200, { 'content-type': 'text/html' }).end('<html></html>'),
  'half of it': (response, file) => void response.writeHead(200, { 'content-length': file.length >> 1 }).end(file.subarray(0, file.length >> 1)),
  'broken off': (response, file) => {
    response.writeHead(200, { 'content-length': file.length });
    response.write(file.subarray(0, file.length >> 1), () => response.destroy());
  },
  slow: async (response, file) => {
    response.writeHead(200, { 'content-length': file.length });
    for (let part = 0; part < 8; part += 1) {
      response.write(file.subarray((part * file.length) >> 3, ((part + 1) * file.length) >> 3));
      await new Promise((resolve) => { setTimeout(resolve, 1000); });
    }
    response.end();
  },
} satisfies Record<string, Fault>;

export interface FaultyServer extends Served {
  /** Files whose path ends so are served with a fault from now on; null mends them. How often: always, or so many times. */
  break(path: string, fault: Fault | null, times?: number): void;
}

/** Stands before a server and passes everything on but what is to be broken. */
export async function serveFaulty(site: Served): Promise<FaultyServer> {
  const broken = new Map<string, { readonly fault: Fault; left: number }>();
  const server = createServer((request, response) => {
    void (async () => {
      const path = request.url ?? '/';
      const answer = await fetch(new URL(path, site.url));
      const file = Buffer.from(await answer.arrayBuffer());
      const [, found] = [...broken].find(([end]) => path.split('?')[0]!.endsWith(end)) ?? [];
      if (found && found.left > 0) {
        found.left -= 1;
        response.setHeader('cache-control', 'no-store');
        return found.fault(response, file);
      }
      const headers = [...answer.headers].filter(([name]) => !['content-encoding', 'transfer-encoding', 'content-length', 'connection', 'keep-alive'].includes(name));
      response.writeHead(answer.status, { ...Object.fromEntries(headers), 'content-length': file.length }).end(file);
    })().catch(() => response.destroy());
  });
  await new Promise<void>((resolve) => { server.listen(0, '127.0.0.1', resolve); });
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://localhost:${port}/`, port,
    break(path, fault, times = Number.POSITIVE_INFINITY) {
      if (fault) broken.set(path, { fault, left: times });
      else broken.delete(path);
    },
    close: () => new Promise((resolve) => {
      server.closeAllConnections();
      server.close(() => resolve());
    }),
  };
}

import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Metrics } from '../../../monitor/queue/index.ts';
import { UsageError } from '../../usage-error.ts';

/**
 * Serves metrics at `/metrics`.
 *
 * @param place a port of this machine, or `HOST:PORT` for others to read them as well; port 0 takes any free one
 * @throws {UsageError} where it is no port, or taken
 */
export async function serveMetrics(place: string, metrics: Metrics): Promise<{ readonly url: string; close(): Promise<void> }> {
  const [, host = '127.0.0.1', digits] = /^(?:(.+):)?(\d{1,5})$/.exec(place) ?? [];
  const port = Number(digits);
  if (digits === undefined || port > 65_535) throw new UsageError(`Expected --metrics to be a port or HOST:PORT, but got "${place}".`);
  const server = createServer({ headersTimeout: 5000, requestTimeout: 5000, maxHeaderSize: 8192 }, ({ method, url }, response) => {
    const isKnown = method === 'GET' && url === '/metrics';
    response.writeHead(isKnown ? 200 : 404, { 'content-type': isKnown ? 'text/plain; version=0.0.4; charset=utf-8' : 'text/plain; charset=utf-8' });
    response.end(isKnown ? metrics.text() : 'Metrics are at /metrics.\n');
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => reject(error.code === 'EADDRINUSE' ? new UsageError(`Port ${port} is taken by another program. Stop it, or choose another with --metrics.`) : error));
    server.listen(port, host, resolve);
  });
  return {
    url: `http://${host.includes(':') ? `[${host}]` : host}:${(server.address() as AddressInfo).port}/metrics`,
    close: () => new Promise((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    }),
  };
}

import { describe, expect, it } from 'vitest';
import { serveMetrics } from '../../../../src/cli/monitor/queue/serve-metrics.ts';
import { createMetrics } from '../../../../src/monitor/queue/index.ts';

describe('metrics', () => {
  it('are told as Prometheus reads them', () => {
    const metrics = createMetrics();
    const documents = metrics.counter('documents_total', 'Documents.');
    const rows = metrics.gauge('rows', 'Rows.', 'partition');
    const seconds = metrics.histogram('seconds', 'Time.', [0.1, 1]);
    documents(3);
    documents(2);
    rows(7, '0');
    rows(9, '1');
    rows(8, '0');
    seconds(0.05, 4);
    seconds(0.5, 1);
    seconds(5, 1);
    const lines = metrics.text().trimEnd().split('\n');
    expect(lines).toEqual(expect.arrayContaining([
      '# TYPE documents_total counter', 'documents_total 5', '# TYPE rows gauge', 'rows{partition="0"} 8', 'rows{partition="1"} 9', '# TYPE seconds histogram',
      'seconds_bucket{le="0.1"} 4', 'seconds_bucket{le="1"} 5', 'seconds_bucket{le="+Inf"} 6', 'seconds_sum 5.7', 'seconds_count 6',
    ]));
    for (const line of lines) expect(line).toMatch(/^(?:# (?:HELP|TYPE) [a-z_]+ .+|[a-z_]+(?:\{[a-z]+="[^"]*"\})? -?[\d.e+-]+)$/);
    expect(Number(/^process_cpu_seconds_total (.+)$/m.exec(metrics.text())![1])).toBeGreaterThan(0);
  });

  it('are served at their address and at no other, of this machine only', async () => {
    const metrics = createMetrics();
    metrics.counter('documents_total', 'Documents.')(1);
    const served = await serveMetrics('0', metrics);
    expect(served.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/metrics$/);
    const response = await fetch(served.url);
    expect(response.headers.get('content-type')).toBe('text/plain; version=0.0.4; charset=utf-8');
    expect(await response.text()).toContain('documents_total 1');
    expect((await fetch(new URL('/', served.url))).status).toBe(404);
    expect((await fetch(served.url, { method: 'POST' })).status).toBe(404);
    await expect(serveMetrics(new URL(served.url).port, metrics)).rejects.toThrow(/is taken by another program/);
    await served.close();
    await expect(fetch(served.url)).rejects.toThrow('fetch failed');
  });

  it.each(['port', '70000', ':1', ''])('refuse %j as a port', async (place) => {
    await expect(serveMetrics(place, createMetrics())).rejects.toThrow(`Expected --metrics to be a port or HOST:PORT, but got "${place}".`);
  });
});

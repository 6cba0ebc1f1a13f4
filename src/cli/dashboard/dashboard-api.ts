import { type Context, Hono } from 'hono';
import { streamSSE, stream as streamText } from 'hono/streaming';
import type { MonitorView, ViewSeries } from '../../monitor/view/monitor-view.ts';
import type { Changes } from './changes.ts';
import { readSeriesQuery, readTextsQuery, readWhere } from './read-query.ts';

export interface DashboardApiOptions {
  readonly view: MonitorView;
  readonly changes: Changes;
  /** Whether a request may be answered by the host that it names; a page of another site must not read what is here. */
  readonly isOwnHost: (host: string) => boolean;
}

/** Proxies and browsers end a stream that says nothing; in milliseconds. */
const BEAT = 15_000;
/** An export is asked for piece by piece, in milliseconds of the store's time. */
const PIECE = 30 * 24 * 3_600_000;
const MINUTES = Number.MAX_SAFE_INTEGER;

/** Answers a page on the same origin what a monitor knows, below `/store/`. Nothing here changes anything. */
export function createDashboardApi({ view, changes, isOwnHost }: DashboardApiOptions): Hono {
  const app = new Hono();
  const refuse = (c: Context, status: 400 | 403 | 404 | 500, message: string): Response => c.json({ error: { message } }, status);

  app.use(async (c, next) => {
    c.header('X-Content-Type-Options', 'nosniff');
    c.header('Referrer-Policy', 'no-referrer');
    c.header('Cache-Control', 'no-store');
    const site = c.req.header('sec-fetch-site');
    if (!isOwnHost(c.req.header('host') ?? '') || (site !== undefined && site !== 'same-origin' && site !== 'none')) return refuse(c, 403, 'Only pages of this server may ask.');
    return next();
  });
  app.get('/store/overview', async (c) => c.json(await view.overview()));
  app.get('/store/alerts', async (c) => c.json(await view.alerts()));
  app.get('/store/series', async (c) => {
    const query = readSeriesQuery(c.req.queries());
    return query ? c.json(await view.series(query.entities, query.from, query.to, query.points, query.filter)) : refuse(c, 400, 'Expected entity, from, to and points.');
  });
  app.get('/store/texts', async (c) => {
    const query = readTextsQuery(c.req.queries());
    return query ? c.json(await view.texts(query)) : refuse(c, 400, 'Expected entity, from, to, order, offset and limit.');
  });
  app.get('/store/minutes.csv', (c) => {
    const query = readWhere(c.req.queries());
    if (!query) return refuse(c, 400, 'Expected entity, from and to.');
    c.header('Content-Type', 'text/csv; charset=utf-8');
    c.header('Content-Disposition', 'attachment; filename="minutes.csv"');
    return streamText(c, async (stream) => {
      await stream.write('entity,time,mentions,fresh,mean,sd\n');
      for (const entity of query.entities) {
        for (let from = query.from; from < query.to && !stream.aborted; from += PIECE) {
          const { series } = await view.series([entity], from, Math.min(query.to, from + PIECE), MINUTES, query.filter);
          for (const each of series) await stream.write(linesOf(each, from, Math.min(query.to, from + PIECE)));
        }
      }
    });
  });
  app.get('/store/events', (c) => streamSSE(c, async (stream) => {
    const left = new Promise<void>((resolve) => stream.onAbort(resolve));
    const stop = changes.listen((change) => void stream.writeSSE({ event: 'change', data: JSON.stringify(change) }));
    const beat = setInterval(() => void stream.write(': beat\n\n'), BEAT).unref();
    await stream.writeSSE({ event: 'hello', data: '{}' });
    await left;
    stop();
    clearInterval(beat);
  }));
  app.notFound((c) => refuse(c, 404, 'Nothing lies at this address.'));
  // What went wrong may hold words of a text: it is told to nobody.
  app.onError((_, c) => refuse(c, 500, 'The store could not be asked.'));
  return app;
}

/** A piece begins where the one before it ended: the minute that both may hold counts once. */
function linesOf({ entity, at, volume, fresh, mean, deviation }: ViewSeries, from: number, to: number): string {
  return at.map((moment, i) => (moment < from || moment >= to ? '' : `${entity},${new Date(moment).toISOString().slice(0, 16)}Z,${volume[i]},${fresh[i] ?? ''},${mean[i]},${deviation[i]}\n`)).join('');
}

import { type HttpBindings } from '@hono/node-server';
import { type Context, Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { askUpstream } from './ask-upstream.ts';
import { readChatRequest } from './chat-request.ts';
import { createRateLimit } from './rate-limit.ts';
import type { ServeConfig, Upstream } from './serve-config.ts';

interface ProxyOptions {
  readonly config: ServeConfig;
  readonly upstreams: ReadonlyMap<string, Upstream>;
  /** Whose pages may ask, as the browser writes it; `http://localhost:4180` for instance. */
  readonly isOwnOrigin: (origin: string) => boolean;
  /** Seconds on a clock that never goes back. */
  readonly now: () => number;
}

type Env = { Bindings: HttpBindings };

/**
 * Asks language models for the pages of this server's own origin: `POST /dialogue/NAME/chat/completions`. Keys are added here,
 * what is said passes through and is written down nowhere.
 */
export function createDialogueProxy({ config: { limits, behindProxy }, upstreams, isOwnOrigin, now }: ProxyOptions): Hono<Env> {
  const rate = createRateLimit(limits);
  let running = 0;
  const app = new Hono<Env>();
  const refuse = (c: Context<Env>, status: 400 | 403 | 404 | 405 | 413 | 415 | 429 | 502 | 503 | 504, message: string, wait: number | null = null): Response => {
    if (wait !== null) c.header('Retry-After', String(wait));
    return c.json({ error: { message } }, status);
  };

  app.use(async (c, next) => {
    c.header('X-Content-Type-Options', 'nosniff');
    c.header('Referrer-Policy', 'no-referrer');
    // A page of another site, or one that only pretends to be this host, must not spend the operator's money.
    const origin = c.req.header('origin');
    const site = c.req.header('sec-fetch-site');
    const hosts = ['http', 'https'].some((scheme) => isOwnOrigin(`${scheme}://${c.req.header('host') ?? ''}`));
    if (!hosts || (origin !== undefined && !isOwnOrigin(origin)) || (site !== undefined && site !== 'same-origin')) return refuse(c, 403, 'Only pages of this server may ask.');
    return next();
  });

  app.post('/dialogue/:name/chat/completions', bodyLimit({ maxSize: limits.body, onError: (c) => refuse(c, 413, `A request may have ${limits.body} bytes.`) }), async (c) => {
    const upstream = upstreams.get(c.req.param('name'));
    if (!upstream) return refuse(c, 404, 'There is no language model of this name.');
    if (!/^application\/json\b/.test(c.req.header('content-type') ?? '')) return refuse(c, 415, 'A request must be JSON.');
    const wait = rate.admit(addressOf(c, behindProxy), now());
    if (wait > 0) return refuse(c, 429, 'Too many requests.', wait);
    const request = readChatRequest(await c.req.json().catch(() => null), upstream, limits);
    if (!request) return refuse(c, 400, 'This is no request for a chat completion of one of its models.');
    // Who sends a request slowly takes nobody's place meanwhile.
    if (running >= limits.atOnce) return refuse(c, 503, 'Too many requests at one time.', 1);
    running += 1;
    const left = new AbortController();
    // The end of an answer, or of whoever waited for it, whichever way it comes.
    c.env.outgoing.once('close', () => {
      running -= 1;
      left.abort();
    });
    const answer = await askUpstream(upstream, request, AbortSignal.any([left.signal, AbortSignal.timeout(limits.seconds * 1000)]), () => c.env.outgoing.destroy());
    return answer instanceof Response ? answer : refuse(c, answer.status, answer.message, answer.retryAfter);
  });

  app.all('/dialogue/:name/chat/completions', (c) => refuse(c, 405, 'Chat completions are asked for with POST.'));
  app.notFound((c) => refuse(c, 404, 'Nothing lies at this address.'));
  // What went wrong may hold words of a player or a key: it is told to nobody.
  app.onError((_, c) => refuse(c, 502, 'Something went wrong.'));
  return app;
}

function addressOf(c: Context<Env>, behindProxy: boolean): string {
  const forwarded = behindProxy ? c.req.header('x-forwarded-for')?.split(',').at(-1)?.trim() : undefined;
  return forwarded ?? c.env.incoming.socket.remoteAddress ?? 'unknown';
}

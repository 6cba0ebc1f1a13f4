import { mkdirSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { WebSocket } from 'ws';
import { createRateLimit } from '../../../src/cli/serve/rate-limit.ts';
import { runCli } from '../../../src/cli/run-cli.ts';
import { readServeConfig, readUpstreams, type ServeConfig } from '../../../src/cli/serve/serve-config.ts';
import { startServer } from '../../../src/cli/serve/start-server.ts';
import { temporaryFolder } from '../../assets/temporary-folder.ts';
import { chunk, END, sayAll, type Script, startScriptedServer, stream } from '../browser/dialogue/scripted-server.ts';

const closing: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0)) await close();
  vi.restoreAllMocks();
});

function configFile(value: unknown): string {
  const path = join(temporaryFolder(), 'serve.json');
  writeFileSync(path, typeof value === 'string' ? value : JSON.stringify(value));
  return path;
}

/** The proxy before an upstream that does what it is told. */
async function serve(script: Script, { limits = {}, ...more }: Partial<Omit<ServeConfig, 'limits'>> & { readonly limits?: Partial<ServeConfig['limits']> } = {}) {
  const keys: (string | undefined)[] = [];
  const upstream = await startScriptedServer((response, tries, request) => {
    keys.push(request.headers.authorization);
    expect(request.headers.cookie).toBeUndefined();
    return script(response, tries, request);
  });
  const config = readServeConfig(configFile({ upstreams: { local: { url: `${upstream.origin}/v1/`, models: ['tiny'], key: 'SECRET_KEY' } }, limits, ...more }));
  const folder = temporaryFolder();
  writeFileSync(join(folder, 'index.html'), '<h1>A page</h1>');
  const server = await startServer({ folders: [folder], host: '127.0.0.1', port: 0, config, upstreams: readUpstreams(config, { SECRET_KEY: 'sk-very-secret' }) });
  closing.push(server.close, upstream.close);
  const url = server.url.replace('localhost', '127.0.0.1');
  const ask = (body: unknown = { model: 'tiny', messages: [{ role: 'user', content: 'hi' }], stream: true }, { path = 'dialogue/local/chat/completions', method = 'POST', headers = {}, signal }: { path?: string; method?: string; headers?: Record<string, string>; signal?: AbortSignal } = {}): Promise<Response> => fetch(`${url}${path}`, {
    method, headers: { 'Content-Type': 'application/json', Cookie: 'session=1', ...headers }, ...(method === 'POST' ? { body: typeof body === 'string' ? body : JSON.stringify(body) } : {}), ...(signal ? { signal } : {}),
  });
  return { ask, upstream, keys, url };
}

/** Sends text as it is, then a drop of something twice a second, and resolves with all that is answered before the connection ends. */
function say(url: string, text: string, drop = ''): Promise<string> {
  return new Promise((resolve) => {
    let answer = '';
    let drip: ReturnType<typeof setInterval> | undefined;
    const socket = connect(Number(new URL(url).port), '127.0.0.1', () => {
      socket.write(text);
      if (drop !== '') drip = setInterval(() => socket.write(drop), 500);
    });
    socket.on('data', (data) => {
      answer += String(data);
    }).on('error', () => undefined).on('close', () => {
      clearInterval(drip);
      resolve(answer);
    });
  });
}

const hello: Script = (response) => sayAll(response, 'Hello there.');

describe('the proxy', () => {
  it('hands a request on with the key, and the answer back as it comes', async () => {
    let release = (): void => undefined;
    const { ask, upstream, keys } = await serve(async (response) => {
      stream(response);
      response.write(chunk({ content: 'Hello' }));
      await new Promise<void>((resolve) => {
        release = resolve;
      });
      response.end(chunk({ content: ' there.' }) + END);
    });
    const answer = await ask({ model: 'tiny', messages: [{ role: 'user', content: 'hi' }], stream: true, user: 'me', logit_bias: {}, max_tokens: 99_999 });
    const reader = answer.body!.pipeThrough(new TextDecoderStream()).getReader();
    expect((await reader.read()).value).toMatch(/Hello/);
    release();
    let rest = '';
    for (let next = await reader.read(); !next.done; next = await reader.read()) rest += next.value;
    expect(rest).toMatch(/ there\..*\[DONE\]/s);
    expect(keys).toEqual(['Bearer sk-very-secret']);
    expect(upstream.bodies).toEqual([{ model: 'tiny', messages: [{ role: 'user', content: 'hi' }], stream: true, max_tokens: 400 }]);
    expect(answer.headers.get('content-type')).toBe('text/event-stream');
    expect(answer.headers.get('cache-control')).toBe('no-store');
  });

  it('serves the pages beside it, under the policy', async () => {
    const { url } = await serve(hello);
    const page = await fetch(url);
    expect(await page.text()).toBe('<h1>A page</h1>');
    expect(page.headers.get('content-security-policy')).toMatch(/connect-src 'self'/);
    expect((await fetch(`${url}nothing`)).status).toBe(404);
  });

  it('lets an operator add what pages may do, and nothing that is no name of a server', async () => {
    const { url } = await serve(hello, { policy: { 'connect-src': ['https://api.example'], 'trusted-types': ['lit-html'] } });
    const { headers } = await fetch(url);
    const policy = headers.get('content-security-policy')!;
    expect(policy).toContain("connect-src 'self' blob: https://api.example;");
    expect(policy).toContain("script-src 'self' 'wasm-unsafe-eval';");
    expect(policy).toContain("require-trusted-types-for 'script'; trusted-types default lit-html");
    expect(headers.get('permissions-policy')).toMatch(/camera=\(self\).*geolocation=\(\)/);
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    for (const source of ['*', "'unsafe-inline'", 'https://*.example', 'https://a.example; script-src *', 'data:', 'http://a.example', '']) {
      expect(() => readServeConfig(configFile({ upstreams: {}, policy: { 'connect-src': [source] } }))).toThrow(/policy\.connect-src/);
    }
    expect(() => readServeConfig(configFile({ upstreams: {}, policy: { 'script-src': ['https://a.example'] } }))).toThrow(/script-src/);
  });

  it('asks only the upstreams of its file, whatever a page would like to be asked', async () => {
    const other = await startScriptedServer(hello);
    closing.push(other.close);
    const { ask, upstream, url } = await serve(hello);
    const there = encodeURIComponent(other.origin);
    const host = new URL(other.origin).host;
    const messages = [{ role: 'user', content: 'hi' }];
    // Fields that name a server are dropped, and what goes on is of the file's own server.
    expect((await ask({ model: 'tiny', messages, url: other.origin, base_url: other.origin, baseURL: other.origin, upstream: other.origin, api_base: other.origin, endpoint: other.origin })).status).toBe(200);
    expect((await ask(undefined, { headers: { 'X-Forwarded-Host': host, 'X-Upstream': other.origin, Forwarded: `host=${host}`, 'X-Original-URL': `${other.origin}/v1/chat/completions` } })).status).toBe(200);
    expect((await ask(undefined, { path: `dialogue/local/chat/completions?url=${there}&upstream=${there}` })).status).toBe(200);
    for (const path of [`dialogue/${there}/chat/completions`, `dialogue/${other.origin}/chat/completions`, `dialogue/local@${host}/chat/completions`, `dialogue//${host}/chat/completions`]) expect((await ask(undefined, { path })).status).toBe(404);
    // A whole address on the request line, as to a proxy of the old kind.
    const answer = await say(url, `POST ${other.origin}/v1/chat/completions HTTP/1.1\r\nHost: ${host}\r\nContent-Type: application/json\r\nContent-Length: 2\r\nConnection: close\r\n\r\n{}`);
    expect(answer).toMatch(/^HTTP\/1\.1 (403|404)/);
    expect(await say(url, `CONNECT ${host} HTTP/1.1\r\nHost: ${host}\r\n\r\n`)).not.toMatch(/^HTTP\/1\.1 2/);
    expect(other.bodies).toEqual([]);
    expect(upstream.bodies).toHaveLength(3);
    for (const body of upstream.bodies) expect(JSON.stringify(body)).not.toContain(host);
  });

  it('lets 20 of a thousand requests in a minute through, and says when to come again', async () => {
    const { ask, upstream } = await serve(hello);
    const statuses = new Map<number, number>();
    for (let sent = 0; sent < 1000; sent += 50) {
      const answers = await Promise.all(Array.from({ length: 50 }, () => ask()));
      for (const answer of answers) {
        statuses.set(answer.status, (statuses.get(answer.status) ?? 0) + 1);
        if (answer.status === 429) expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(0);
        await answer.text();
      }
    }
    // Of a burst, what is too much at one time counts as asked, too.
    expect((statuses.get(200) ?? 0) + (statuses.get(503) ?? 0)).toBe(20);
    expect(statuses.get(429)).toBe(980);
    expect(upstream.bodies).toHaveLength(statuses.get(200)!);
  });

  it('shows a key in no answer at all, whatever is asked', async () => {
    const { ask, url } = await serve((response, tries, request) => {
      if (tries % 3 === 0) return void response.destroy();
      // It tells everything that it was told, as a server does that is being debugged.
      return void response.writeHead(tries % 3 === 1 ? 400 : 500, { 'Content-Type': 'application/json', 'X-Debug': String(request.headers.authorization) }).end(JSON.stringify({ error: { message: `bad key ${request.headers.authorization}` } }));
    }, { limits: { perAddress: 1000, total: 1000 } });
    const answers = [
      ...await Promise.all([undefined, undefined, undefined, '{', '[]', { model: 'sk-very-secret', messages: [] }].map((body) => ask(body))),
      await ask(undefined, { path: 'dialogue/other/chat/completions' }), await ask(undefined, { method: 'GET' }), await fetch(`${url}dialogue/`), await fetch(`${url}serve.json`), await fetch(`${url}..%2f..%2fserve.json`),
    ];
    for (const answer of answers) {
      expect(answer.status).toBeGreaterThanOrEqual(400);
      expect(`${JSON.stringify([...answer.headers])}${await answer.text()}`).not.toMatch(/very-secret(?!",)|Bearer/);
    }
  });

  it('reads no more of a body than it may have, also where its length is not told', async () => {
    const { url, upstream } = await serve(hello);
    const begin = 'POST /dialogue/local/chat/completions HTTP/1.1\r\nHost: 127.0.0.1:PORT\r\nContent-Type: application/json\r\nConnection: close\r\n'.replace('PORT', new URL(url).port);
    expect(await say(url, `${begin}Content-Length: 99999999\r\n\r\n{"model":"tiny"`)).toMatch(/^HTTP\/1\.1 413/);
    const part = `8000\r\n${' '.repeat(0x8000)}\r\n`;
    expect(await say(url, `${begin}Transfer-Encoding: chunked\r\n\r\n${part}${part}0\r\n\r\n`)).toMatch(/^HTTP\/1\.1 413/);
    expect(await say(url, `${begin}Content-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n`)).toMatch(/^HTTP\/1\.1 400/);
    expect(await say(url, `GET / HTTP/1.1\r\nHost: x\r\nX-Long: ${'x'.repeat(20_000)}\r\n\r\n`)).toMatch(/^HTTP\/1\.1 431/);
    expect(upstream.bodies).toEqual([]);
  });

  it('forwards nothing else', async () => {
    const { ask, upstream } = await serve(hello);
    const messages = [{ role: 'user', content: 'hi' }];
    expect((await ask(undefined, { path: 'dialogue/other/chat/completions' })).status).toBe(404);
    expect((await ask(undefined, { path: 'dialogue/local/models' })).status).toBe(404);
    expect((await ask(undefined, { path: 'dialogue/local/../../v1/embeddings' })).status).not.toBe(200);
    expect((await ask(undefined, { path: 'dialogue/__proto__/chat/completions' })).status).toBe(404);
    expect((await ask(undefined, { method: 'GET' })).status).toBe(405);
    expect((await ask(undefined, { headers: { 'Content-Type': 'text/plain' } })).status).toBe(415);
    for (const body of ['no json', '[]', 'null', { model: 'huge', messages }, { model: 'tiny', messages: [] }, { model: 'tiny', messages: [{ role: 'tool', content: 'x' }] }, { model: 'tiny', messages, temperature: 9 }, { model: 'tiny', messages: [{ role: 'user', content: [{ type: 'image_url' }] }] }]) {
      expect((await ask(body)).status).toBe(400);
    }
    expect((await ask({ model: 'tiny', messages: [{ role: 'user', content: 'x'.repeat(40_000) }] })).status).toBe(413);
    expect(upstream.bodies).toEqual([]);
  });

  it('refuses pages of other sites, and hosts that are not its own', async () => {
    const { ask, upstream, url } = await serve(hello);
    for (const headers of [{ Origin: 'https://evil.example' }, { Origin: 'null' }, { 'Sec-Fetch-Site': 'cross-site' }, { 'Sec-Fetch-Site': 'same-site' }]) expect((await ask(undefined, { headers: headers as never })).status).toBe(403);
    // A name of another site that leads to this machine: fetch would not send such a Host.
    const rebound = await say(url, 'POST /dialogue/local/chat/completions HTTP/1.1\r\nHost: evil.example\r\nOrigin: http://evil.example\r\nContent-Type: application/json\r\nContent-Length: 2\r\nConnection: close\r\n\r\n{}');
    expect(rebound).toMatch(/^HTTP\/1\.1 403/);
    expect(upstream.bodies).toEqual([]);
    expect((await ask(undefined, { headers: { Origin: url.replace(/\/$/, ''), 'Sec-Fetch-Site': 'same-origin' } })).status).toBe(200);
  });

  it('tells nothing of what the upstream says when it fails', async () => {
    const cases: [Script, number, string | null][] = [
      [(response) => void response.writeHead(401).end('{"error":{"message":"Incorrect API key sk-very-secret of 10.0.0.7"}}'), 502, null],
      [(response) => void response.writeHead(500, { 'X-Key': 'sk-very-secret' }).end('Traceback sk-very-secret'), 502, null],
      [(response) => void response.writeHead(200, { 'Content-Type': 'text/html' }).end('<html>sk-very-secret'), 502, null],
      [(response) => void response.writeHead(302, { Location: 'https://evil.example' }).end(), 502, null],
      [(response) => void response.destroy(), 502, null],
      [(response) => void response.writeHead(429, { 'Retry-After': '7' }).end('sk-very-secret'), 429, '7'],
      [(response) => void response.writeHead(429, { 'Retry-After': 'sk-very-secret' }).end(), 429, null],
    ];
    for (const [script, status, wait] of cases) {
      const { ask } = await serve(script);
      const answer = await ask();
      expect(answer.status).toBe(status);
      expect(answer.headers.get('retry-after')).toBe(wait);
      expect(`${JSON.stringify([...answer.headers])}${await answer.text()}`).not.toMatch(/secret|10\.0\.0\.7|Traceback|html>/);
    }
  });

  it('writes nothing down', async () => {
    const written: unknown[] = [];
    for (const name of ['log', 'error', 'warn', 'info'] as const) vi.spyOn(console, name).mockImplementation((...all) => void written.push(all));
    for (const output of [process.stdout, process.stderr]) vi.spyOn(output, 'write').mockImplementation((text) => written.push(text) > 0);
    const { ask } = await serve((response, tries) => {
      if (tries === 1) return sayAll(response, 'Hello.');
      if (tries === 2) return void response.destroy();
      stream(response);
      response.write(chunk({ content: 'Hel' }));
      if (tries === 3) setTimeout(() => response.destroy(), 50);
      return undefined;
    }, { limits: { seconds: 1 } });
    await (await ask()).text();
    await (await ask()).text();
    // One that is cut, and one that takes too long.
    for (let i = 0; i < 2; i += 1) await expect(ask().then((answer) => answer.text())).rejects.toThrow(/fetch failed|terminated|aborted/);
    expect(written).toEqual([]);
  });

  it('lets nobody have more than their share', async () => {
    const one = await serve(hello, { limits: { perAddress: 2 } });
    expect([(await one.ask()).status, (await one.ask()).status]).toEqual([200, 200]);
    const third = await one.ask();
    expect(third.status).toBe(429);
    expect(Number(third.headers.get('retry-after'))).toBeGreaterThan(50);
    const behind = await serve(hello, { limits: { perAddress: 1 }, behindProxy: true });
    const from = (address: string): Promise<number> => behind.ask(undefined, { headers: { 'X-Forwarded-For': `1.1.1.1, ${address}` } }).then(({ status }) => status);
    expect([await from('10.1.1.1'), await from('10.1.1.2'), await from('10.1.1.1')]).toEqual([200, 200, 429]);
  });

  it('answers so many at one time, and counts again who has left', async () => {
    const { ask, upstream } = await serve((response) => {
      stream(response);
      response.write(chunk({ content: 'Hel' }));
    }, { limits: { atOnce: 1 } });
    const life = new AbortController();
    const first = await ask(undefined, { signal: life.signal });
    expect(first.status).toBe(200);
    expect((await ask()).status).toBe(503);
    life.abort();
    await vi.waitFor(() => expect(upstream.broken).toBe(1), { timeout: 5000 });
    await vi.waitFor(async () => {
      const again = await ask();
      await again.body?.cancel();
      expect(again.status).toBe(200);
    }, { timeout: 5000 });
  });

  it('keeps no place for who leaves at once, at any moment of a request', async () => {
    const { ask, url } = await serve(hello, { limits: { atOnce: 1, perAddress: 1000, total: 1000 } });
    const body = JSON.stringify({ model: 'tiny', messages: [{ role: 'user', content: 'hi' }] });
    const whole = `POST /dialogue/local/chat/completions HTTP/1.1\r\nHost: 127.0.0.1:${new URL(url).port}\r\nContent-Type: application/json\r\nContent-Length: ${body.length}\r\n\r\n${body}`;
    for (let i = 0; i < 24; i += 1) {
      await new Promise<void>((resolve) => {
        const socket = connect(Number(new URL(url).port), '127.0.0.1', () => socket.write(i % 3 === 0 ? whole.slice(0, -1) : whole, () => {
          if (i % 2 === 0) socket.resetAndDestroy();
          else setImmediate(() => socket.destroy());
        }));
        socket.on('error', () => undefined).on('close', () => resolve());
      });
    }
    await vi.waitFor(async () => expect((await ask()).status).toBe(200), { timeout: 5000 });
  });

  it('ends an answer that takes too long', async () => {
    const { ask } = await serve(() => undefined, { limits: { seconds: 1 } });
    expect((await ask()).status).toBe(504);
    const slow = await serve((response) => {
      stream(response);
      response.write(chunk({ content: 'Hel' }));
    }, { limits: { seconds: 1 } });
    await expect((await slow.ask()).text()).rejects.toThrow(/fetch failed|terminated|aborted/);
  });

  it('ends an answer that is far too long', async () => {
    const { ask } = await serve((response) => sayAll(response, 'Hello there, '.repeat(4000)));
    await expect(ask().then((answer) => answer.text()).then(({ length }) => length)).rejects.toThrow(/fetch failed|terminated|aborted/);
  });

  it('closes on who sends headers, a body or nothing too slowly, and serves others meanwhile', async () => {
    const { url, ask } = await serve(hello, { limits: { perAddress: 1000, total: 1000 } });
    const begun = performance.now();
    const post = 'POST /dialogue/local/chat/completions HTTP/1.1\r\n';
    const senders: readonly (readonly [begin: string, drop: string])[] = [
      [post, 'X: y\r\n'], [`${post}Host: 127.0.0.1:${new URL(url).port}\r\nContent-Type: application/json\r\nContent-Length: 1000\r\n\r\n`, ' '], ['', ''],
    ];
    const slow = senders.flatMap(([begin, drop]) => Array.from({ length: 50 }, () => say(url, begin, drop)));
    await new Promise((resolve) => { setTimeout(resolve, 1000); });
    expect((await ask()).status).toBe(200);
    for (const said of await Promise.all(slow)) expect(said).toMatch(/^(HTTP\/1\.1 408[^]*)?$/);
    expect(performance.now() - begun).toBeLessThan(60_000);
  });
});

describe('the rate limit', () => {
  it('counts by the minute, by address and in all', () => {
    const limit = createRateLimit({ perAddress: 2, total: 3 });
    expect([limit.admit('a', 0), limit.admit('a', 1), limit.admit('a', 2), limit.admit('b', 3), limit.admit('c', 4)]).toEqual([0, 0, 58, 0, 56]);
    expect([limit.admit('a', 60), limit.admit('c', 61)]).toEqual([0, 0]);
  });
});

describe('attune serve', () => {
  const upstreams = { local: { url: 'http://localhost:11434/v1', models: ['tiny'] } };
  it.each([
    [{ upstreams: { Local: upstreams.local } }, /upstreams\.Local.*small letters/], [{ upstreams: { local: { url: 'ftp://x', models: ['a'] } } }, /upstreams\.local\.url/],
    [{ upstreams: { local: { url: 'https://u:p@x/v1', models: ['a'] } } }, /upstreams\.local\.url/], [{ upstreams: { local: { url: 'http://x', models: [] } } }, /upstreams\.local\.models/],
    [{ upstreams: { local: { ...upstreams.local, key: 'sk-abcdef' } } }, /upstreams\.local\.key.*environment variable/], [{ upstreams, limits: { body: 0 } }, /limits\.body/], [{ upstreams, log: true }, /log/], [{ upstreams, origins: ['game.example'] }, /origins/],
    ['{', /no JSON/],
  ])('refuses %j, naming the field', (value, message) => {
    expect(() => readServeConfig(configFile(value))).toThrow(message);
  });

  it('says which key is missing, and never shows one', () => {
    const config = readServeConfig(configFile({ upstreams: { cloud: { ...upstreams.local, key: 'CLOUD_KEY' } } }));
    expect(() => readUpstreams(config, {})).toThrow(/CLOUD_KEY.*"cloud"/);
    expect(readUpstreams(config, { CLOUD_KEY: 'x' }).get('cloud')?.key).toBe('x');
  });

  it('is told in one line what is wrong with its options', async () => {
    const errors: string[] = [];
    vi.spyOn(console, 'error').mockImplementation((text: string) => void errors.push(text));
    const config = configFile({ upstreams });
    for (const args of [[], ['--config', join(temporaryFolder(), 'none.json')], ['--config', config, '--port', 'x'], ['--config', config, '--prot', '1'], ['--config', config, join(temporaryFolder(), 'none')]]) expect(await runCli(['serve', ...args])).toBe(2);
    expect(errors.map((each) => each.split('\n').length)).toEqual([1, 1, 1, 1, 1]);
    expect(errors.join('\n')).toMatch(/Expected --config[^]*ENOENT[^]*--port[^]*"--prot"[^]*folders of pages/);
  });

  it('serves until it is told to end', async () => {
    const lines: string[] = [];
    vi.spyOn(console, 'log').mockImplementation((text: string) => void lines.push(text));
    const folder = temporaryFolder();
    mkdirSync(join(folder, 'game'));
    writeFileSync(join(folder, 'game/index.html'), 'play');
    const running = runCli(['serve', '--config', configFile({ upstreams }), '--port', '0', folder]);
    await vi.waitFor(() => expect(lines.join('\n')).toMatch(/Ctrl\+C/), { timeout: 20_000 });
    const url = /http:\/\/localhost:\d+\//.exec(lines.join('\n'))![0].replace('localhost', '127.0.0.1');
    expect(await (await fetch(`${url}game/`)).text()).toBe('play');
    expect(lines.join('\n')).toMatch(/dialogue\/local: tiny/);
    process.emit('SIGTERM');
    expect(await running).toBe(0);
    await expect(fetch(url)).rejects.toThrow(/fetch failed|terminated|aborted/);
  });
});

it('has a relay on its own origin where that is asked for, for its own pages only', async () => {
  const { url } = await serve((response) => sayAll(response, 'hi'), { relay: { rooms: 2, people: 2, idle: 60 } });
  const statusOf = (origin: string): Promise<number> => new Promise((resolve) => {
    const socket = new WebSocket(`${url.replace('http', 'ws')}relay`, { origin });
    socket.on('unexpected-response', (_, response) => resolve(response.statusCode!)).on('error', () => undefined).on('open', () => {
      socket.terminate();
      resolve(101);
    });
  });
  expect(await statusOf(new URL(url).origin)).toBe(101);
  expect(await statusOf('https://evil.example')).toBe(403);
});

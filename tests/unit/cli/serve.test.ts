import { mkdirSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
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
    const rebound = await new Promise<string>((resolve) => {
      const socket = connect(Number(new URL(url).port), '127.0.0.1', () => socket.write('POST /dialogue/local/chat/completions HTTP/1.1\r\nHost: evil.example\r\nOrigin: http://evil.example\r\nContent-Type: application/json\r\nContent-Length: 2\r\nConnection: close\r\n\r\n{}'));
      let text = '';
      socket.on('data', (data) => {
        text += String(data);
      }).on('close', () => resolve(text));
    });
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

  it('closes on who sends a request too slowly', async () => {
    const { url } = await serve(hello);
    const begun = performance.now();
    const said = await new Promise<string>((resolve) => {
      const socket = connect(Number(new URL(url).port), '127.0.0.1', () => socket.write('POST /dialogue/local/chat/completions HTTP/1.1\r\n'));
      const drip = setInterval(() => socket.write('X: y\r\n'), 500);
      let text = '';
      socket.on('data', (data) => {
        text += String(data);
      }).on('error', () => undefined).on('close', () => {
        clearInterval(drip);
        resolve(text);
      });
    });
    expect(said).toMatch(/408/);
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

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Served } from '../../scripts/server.ts';
import { openPage, serveWatched, takeOffences, type WatchedPage } from './open-page.ts';

let site: Served;
let watched: WatchedPage;
const folder = mkdtempSync(join(tmpdir(), 'attune-policy-'));

const PLANTED: readonly [name: string, code: string, told: RegExp][] = [
  ['a script in the page', "document.head.append(Object.assign(document.createElement('script'), { textContent: 'window.ran = 1' }))", /script-src|TrustedScript/],
  ['a script at an address made of text', "document.head.append(Object.assign(document.createElement('script'), { src: 'worker.js' }))", /TrustedScriptURL/],
  ['markup with a handler', "document.querySelector('#place').innerHTML = '<img src=x onerror=ran=1>'", /TrustedHTML/],
  ['text that is run', "eval('window.ran = 1')", /unsafe-eval|TrustedScript/],
  ['a worker made of text', "new Worker(URL.createObjectURL(new Blob(['postMessage(1)'])))", /worker-src|TrustedScriptURL/],
  ['a request elsewhere', "fetch('https://elsewhere.example/?words')", /connect-src/],
  ['a picture from elsewhere', "new Image().src = 'https://elsewhere.example/words.png'", /img-src/],
  ['a form sent elsewhere', "const form = document.createElement('form'); form.action = 'https://elsewhere.example/'; document.body.append(form); form.submit()", /form-action/],
  ['a policy that trusts everything', "trustedTypes.createPolicy('everything', { createHTML: (text) => text })", /trusted-types/],
  ['an error that nobody catches', "throw new Error('planted')", /page error: planted/],
  ['a promise that nobody waits for', "Promise.reject(new Error('planted'))", /page error: planted/],
];

beforeAll(async () => {
  writeFileSync(join(folder, 'index.html'), '<!doctype html><html lang="en"><title>A page</title><link rel="icon" href="data:,"><p id="place"></p><script src="planted.js"></script></html>');
  // What a test evaluates in a page is not under the policy; what the page's own file does is.
  writeFileSync(join(folder, 'planted.js'), `window.planted = [${PLANTED.map(([, code]) => `() => { ${code}; }`).join(', ')}];`);
  writeFileSync(join(folder, 'worker.js'), 'onmessage = ({ data }) => { try { postMessage(String((0, eval)(data))); } catch (error) { postMessage(error.name); } };');
  site = await serveWatched([folder]);
  watched = await openPage(site.url);
  await watched.page.goto(site.url);
});
afterAll(async () => {
  await watched.close();
  await site.close();
  rmSync(folder, { recursive: true });
});

describe('what must not happen is refused, and seen by every end-to-end test', () => {
  it.each(PLANTED.map(([name, , told], index) => [name, index, told] as const))('%s', async (_, index, told) => {
    await watched.page.evaluate((at) => {
      setTimeout(() => (window as unknown as { planted: (() => void)[] }).planted[at]!());
    }, index);
    await expect.poll(() => watched.offences.join('\n')).toMatch(told);
    await watched.page.waitForTimeout(100);
    takeOffences();
    expect(await watched.page.evaluate('window.ran')).toBeUndefined();
  });

  it('in a worker, which has no page to tell', async () => {
    const said = await watched.page.evaluate(() => new Promise((resolve) => {
      const policy = (window as unknown as { trustedTypes: { createPolicy(name: string, rules: object): { createScriptURL(text: string): string } } }).trustedTypes.createPolicy('default', { createScriptURL: (text: string) => text });
      const worker = new Worker(policy.createScriptURL('worker.js'));
      worker.addEventListener('message', ({ data }) => resolve(data));
      worker.postMessage('1 + 1', []);
    }));
    expect(said).toBe('EvalError');
    await expect.poll(() => takeOffences().join('\n')).toMatch(/policy-report|worker\.js/);
  });
});

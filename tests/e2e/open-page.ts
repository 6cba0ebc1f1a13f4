import { join } from 'node:path';
import { type Browser, chromium, type Page } from 'playwright-core';
import { BROWSER_FLAGS } from '../../scripts/find-browser.ts';
import { ROOT } from '../../scripts/run.ts';
import { serve, type Served } from '../../scripts/server.ts';

/** Every list of offences of this file's tests, and what browsers report by themselves, which tells of workers too. */
const watchedLists: string[][] = [];
const reported: string[] = [];

/** Takes what must not have happened and did, since it was last taken. The tests' own setup asks after each test. */
export function takeOffences(): string[] {
  return [...watchedLists.flatMap((list) => list.splice(0)), ...reported.splice(0)];
}

/** Serves built pages with the policy that every page runs under, and writes down whatever offends it. */
export function serveWatched(folders: readonly string[]): Promise<Served> {
  return serve({ folders, port: 0, host: '127.0.0.1', onViolation: (report) => reported.push(`policy: ${report}`) });
}

/** The built gallery, as `npm start` serves it. */
export function serveSite(): Promise<Served> {
  return serveWatched([join(ROOT, 'build/site'), join(ROOT, 'build/public')]);
}

export interface PageOptions {
  /** A film for the fake camera; without one the browser has a camera that shows a test pattern. */
  readonly film?: string;
  /** A WAV file for the fake microphone, played again and again. */
  readonly sound?: string;
  /** Whether the browser grants camera and microphone by itself. */
  readonly grant?: boolean;
  readonly flags?: readonly string[];
}

/** A page that writes down everything that must not happen. */
export interface WatchedPage {
  readonly browser: Browser;
  readonly page: Page;
  /** Requests that left the origin, violations of the policy, and errors nobody caught. */
  readonly offences: string[];
  close(): Promise<void>;
}

/** Starts a browser with fake devices and one page that is watched from its first request on. */
export async function openPage(origin: string, options: PageOptions = {}): Promise<WatchedPage> {
  const { film, sound, grant = true, flags = [] } = options;
  const browser = await chromium.launch({
    executablePath: process.env.CHROME_PATH ?? '/usr/bin/chromium',
    args: [
      ...BROWSER_FLAGS, '--use-fake-device-for-media-stream', ...(grant ? ['--use-fake-ui-for-media-stream'] : ['--deny-permission-prompts']),
      ...(film ? [`--use-file-for-fake-video-capture=${film}`] : []), ...(sound ? [`--use-file-for-fake-audio-capture=${sound}`] : []), ...flags,
    ],
  });
  const context = await browser.newContext({ viewport: { width: 960, height: 600 }, ...(grant ? { permissions: ['camera', 'microphone'] } : {}) });
  const offences: string[] = [];
  watchedLists.push(offences);
  const page = await context.newPage();
  context.on('request', (request) => {
    const url = request.url();
    if (!url.startsWith(origin) && !/^(blob|data):/.test(url)) offences.push(`request to ${url}`);
  });
  page.on('pageerror', (error) => offences.push(`page error: ${error.message}`));
  page.on('console', (message) => {
    if (/Content Security Policy|violates the following|requires 'Trusted|Trusted Type/i.test(message.text())) offences.push(`policy: ${message.text()}`);
  });
  await context.exposeBinding('tellViolation', (_, told: string) => void offences.push(`policy: ${told}`));
  await context.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI, sample, sourceFile, lineNumber }) => {
      void (window as unknown as { tellViolation(told: string): Promise<void> }).tellViolation(`${violatedDirective} ${blockedURI} ${sample} ${sourceFile}:${lineNumber}`);
    });
  });
  return { browser, page, offences, close: () => browser.close() };
}

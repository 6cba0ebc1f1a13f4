import { spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

const COMMANDS = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome', 'microsoft-edge', 'msedge'];

const INSTALLED_APPLICATIONS = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
];

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/**
 * The browser that tests and pictures use: CHROME_PATH, or the first Chromium, Chrome or Edge found.
 *
 * @throws {Error} when CHROME_PATH names nothing that can be run
 */
export function findBrowser(): string | null {
  const chosen = process.env.CHROME_PATH;
  if (chosen) {
    if (isExecutable(chosen)) return chosen;
    throw new Error(`Expected CHROME_PATH to name a browser, but ${chosen} can't be run. Correct it, or unset it to let one be found.`);
  }
  const folders = (process.env.PATH ?? '').split(delimiter);
  const found = COMMANDS.flatMap((command) => folders.map((folder) => join(folder, command))).find(isExecutable);
  return found ?? INSTALLED_APPLICATIONS.find(isExecutable) ?? null;
}

/** Like {@link findBrowser}, but on Debian, as root, a missing one is installed first. */
export function ensureBrowser(): string | null {
  const found = findBrowser();
  if (found || !existsSync('/etc/debian_version') || process.getuid?.() !== 0) return found;
  console.log('No browser was found; installing Debian\'s chromium for the browser tests.');
  const quiet = { stdio: 'inherit', env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } } as const;
  spawnSync('apt-get', ['update', '-qq'], quiet);
  spawnSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium'], quiet);
  return findBrowser();
}

/** How every automated browser is started: quiet, in software, with no way out. */
export const BROWSER_FLAGS: readonly string[] = [
  '--headless=new', '--no-sandbox', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update',
  '--disable-sync', '--use-angle=swiftshader', '--enable-unsafe-swiftshader', '--autoplay-policy=no-user-gesture-required',
];

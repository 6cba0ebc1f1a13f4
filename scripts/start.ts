import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync, readdirSync } from 'node:fs';
import { networkInterfaces } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { generate } from 'selfsigned';
import { renderUnicodeCompact } from 'uqr';
import { runCli } from '../src/cli/run-cli.ts';
import { mustRun, ROOT } from './run.ts';
import { serve } from './server.ts';

/** `npm start`: prepares what is missing, builds the gallery when its sources changed, and serves it. */

const ASSETS = join(ROOT, 'build/public/attune');
const SITE = join(ROOT, 'build/site');
const CERTIFICATE = join(ROOT, 'build/certificate.json');

function options(): { lan: boolean; port: number } {
  const { values } = parseArgs({ options: { lan: { type: 'boolean', default: false }, port: { type: 'string', default: '4173' } } });
  const port = Number(values.port);
  if (!Number.isInteger(port) || port < 0 || port > 65535) throw new Error(`Expected --port to be a whole number from 0 to 65535, but got ${values.port}.`);
  return { lan: values.lan, port };
}

function newestChange(folder: string): number {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .reduce((newest, entry) => Math.max(newest, statSync(join(entry.parentPath, entry.name)).mtimeMs), 0);
}

async function buildSite(): Promise<void> {
  const built = join(SITE, 'index.html');
  const sources = ['src', 'scenes'].map((folder) => newestChange(join(ROOT, folder)));
  if (existsSync(built) && statSync(built).mtimeMs > Math.max(...sources, statSync(join(ROOT, 'package-lock.json')).mtimeMs)) return;
  console.log('Building the gallery (once, and again when its sources change).');
  await mustRun('vite', ['build', '--logLevel', 'warn']);
}

interface Certificate {
  readonly addresses: readonly string[];
  readonly madeAt: number;
  readonly key: string;
  readonly cert: string;
}

const YEAR = 365 * 24 * 3600 * 1000;

/** A certificate for this machine's addresses, kept so that a headset needs to accept it only once. */
function certificateFor(addresses: readonly string[]): Certificate {
  if (existsSync(CERTIFICATE)) {
    const kept = JSON.parse(readFileSync(CERTIFICATE, 'utf8')) as Certificate;
    if (kept.addresses.join() === addresses.join() && Date.now() - kept.madeAt < YEAR) return kept;
  }
  const altNames = [{ type: 2 as const, value: 'localhost' }, ...['127.0.0.1', ...addresses].map((ip) => ({ type: 7 as const, ip }))];
  const made = generate([{ name: 'commonName', value: 'Attune on this machine' }], { days: 397, keySize: 2048, algorithm: 'sha256', extensions: [{ name: 'subjectAltName', altNames }] });
  const certificate: Certificate = { addresses, madeAt: Date.now(), key: made.private, cert: made.cert };
  mkdirSync(join(ROOT, 'build'), { recursive: true });
  writeFileSync(CERTIFICATE, JSON.stringify(certificate), { mode: 0o600 });
  return certificate;
}

function lanAddresses(): string[] {
  return Object.values(networkInterfaces()).flatMap((each) => each ?? []).filter(({ family, internal }) => family === 'IPv4' && !internal).map(({ address }) => address);
}

async function main(): Promise<void> {
  const { lan, port } = options();
  const prepared = await runCli(['assets', '--out', ASSETS]);
  if (prepared !== 0) process.exit(prepared);
  await buildSite();
  const addresses = lan ? lanAddresses() : [];
  if (lan && addresses.length === 0) throw new Error('Expected this machine to be on a local network, but it has no address there. Connect it, or run npm start without --lan.');
  const served = await serve({
    folders: [SITE, join(ROOT, 'build/public')], port, host: lan ? '0.0.0.0' : '127.0.0.1', ...(lan ? { tls: certificateFor(addresses) } : {}),
  });
  console.log(`\nAttune is ready at ${served.url}`);
  for (const address of addresses) {
    const url = `https://${address}:${served.port}/`;
    console.log(`\nOn a phone or headset in this network: ${url}\nIts browser will warn of the certificate made on this machine: choose "Advanced", then "Proceed".\n${renderUnicodeCompact(url)}`);
  }
  console.log('Press Ctrl+C to end.');
  const end = (): void => void served.close().then(() => process.exit(0));
  process.once('SIGINT', end).once('SIGTERM', end);
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
});

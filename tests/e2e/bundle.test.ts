import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ROOT } from '../../scripts/run.ts';

/** Addresses that stand in the bundle as names or in messages to developers, and are never fetched. */
const NEVER_FETCHED: readonly RegExp[] = [
  /^https?:\/\/www\.w3\.org\//, // namespaces of SVG, MathML and XML
  /^https:\/\/react\.dev\//, // React's explanations of its errors
];

function scripts(folder: string): string[] {
  return readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(js|mjs|css|html)$/.test(name))
    .map((name) => join(ROOT, folder, name));
}

describe.each(['build/site', 'dist'])('what is built into %s', (folder) => {
  it('has no endpoint of a third party', () => {
    const found = scripts(folder).flatMap((path) => (readFileSync(path, 'utf8').match(/(?:https?|wss?):\/\/[a-z0-9][a-z0-9.-]*\.[a-z]{2,}[^\s"'`)\\<>]*/gi) ?? [])
      .filter((address) => !NEVER_FETCHED.some((pattern) => pattern.test(address)))
      .map((address) => `${path.slice(ROOT.length)}: ${address}`));
    expect([...new Set(found)]).toEqual([]);
  });
});

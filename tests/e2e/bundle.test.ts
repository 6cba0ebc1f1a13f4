import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ROOT } from '../../scripts/run.ts';
import { ANYWHERE, HELP } from '../../src/core/safety/resources.ts';

/**
 * Hosts that stand in the bundle as names of formats or in what libraries tell developers, and from
 * which nothing is ever fetched. Any other host fails the test.
 */
const NEVER_FETCHED: ReadonlySet<string> = new Set([
  'www.w3.org', 'vrm.dev', 'opendatacommons.org', // names of formats and licences
  'react.dev', 'mantine.dev', 'react.i18next.com', 'docs.pmnd.rs', 'github.com', 'web.dev', 'fb.me', // explanations of errors
  'hacksoflife.blogspot.ch', 'miracle.otago.ac.nz', // references in three's shaders and in pitchy
  'developer.mozilla.org', // references in the comments of react-dropzone's file picker
  'hono.dev', 'developers.cloudflare.com', // references in hono's comments, in the command line
  'doi.org', // the paper of a questionnaire, a link for people
  'redis.io', // references in the comments of redis' client, in the command line
  'json-schema.org', // names of dialects of JSON schema, in zod
  'www.cl.cam.ac.uk', // a reference in a comment of ws
  'game.example', 'api.example', 'club.example', // how an origin looks, in messages of attune serve and attune relay
  'search.yahoo.com', 'purl.org', 'channel.netscape.com', 'my.netscape.com', 'www.itunes.com', // names of formats of feeds, in the command line
  'www.apache.org', // in the terms of its licence, which attune assets writes
  'en.wikipedia.org', // a reference in valibot's comments, in the command line
  'bit.ly', // an explanation in a warning of workbox
  'rolldown.rs', 'opencollective.com', // in r3f's own package.json, which it carries
  ...[ANYWHERE, ...Object.values(HELP).flat()].map(({ source }) => new URL(source).host), // pages by which helplines can be checked
]);

function built(folder: string): string[] {
  return readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(js|mjs|css|html)$/.test(name))
    .map((name) => join(ROOT, folder, name));
}

describe.each(['build/site', 'dist'])('what is built into %s', (folder) => {
  it('has no endpoint of a third party', () => {
    const found = built(folder).flatMap((path) => [...readFileSync(path, 'utf8').matchAll(/(?:https?|wss?):\/\/([a-z0-9][a-z0-9.-]*\.[a-z]{2,})[^\s"'`)\\<>]*/gi)]
      .filter(([, host]) => !NEVER_FETCHED.has(host?.toLowerCase() ?? ''))
      .map(([address]) => `${path.slice(ROOT.length)}: ${address}`));
    expect([...new Set(found)]).toEqual([]);
  });
});

import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { createAgent, parseCharacter } from '../../../src/core/index.ts';
import { parseContent } from '../../../src/dialogue/index.ts';
import { EMPTY_HEALTH, noteHealth, parseKioskConfig, readHealth } from '../../../src/kiosk/index.ts';
import { createManualClock } from '../../../src/testing/index.ts';
import { bundleEntry } from '../../../src/browser/face/task-bundle.ts';
import { formatNet, parseNet } from '../../../src/browser/nets/net-file.ts';
import { readServeConfig, readUpstreams } from '../../../src/cli/serve/serve-config.ts';
import { ROOT } from '../../../scripts/run.ts';
import { changed, torn } from '../arbitraries.ts';
import { allFinite, promise, target } from '../target.ts';

const jsonAt = (path: string): unknown => JSON.parse(readFileSync(join(ROOT, path), 'utf8')) as unknown;

/** Who the agent is: whoever is accepted must live. */
export const character = target({
  name: 'character', brief: 60,
  inputs: changed(['emil', 'mira', 'pip'].map((id) => jsonAt(`avatars/${id}/character.json`))),
  try(data) {
    const clock = createManualClock();
    const agent = createAgent({ clock, character: parseCharacter(data) });
    agent.start();
    agent.say('I am so sad, my dog died.');
    clock.advance(3);
    promise(allFinite([agent.state.affect.estimate, agent.state.inner]), 'finite feelings');
    void agent.stop();
  },
});

const KIOSK = [jsonAt('scenes/kiosk/kiosk.json'), {
  languages: ['zh', 'en'], characters: ['mira', 'pip'], mode: 'expression', senses: { camera: false }, presence: { channel: 'door', key: 'F13', camera: true }, idle: { consent: 30, ask: 40 },
  quietHours: [{ days: ['mon', 'sun'], from: '22:00', to: '06:30' }], timeZone: 'Europe/Berlin', content: { topics: ['sleep'], acts: ['comfort'], own: ['./content-en.json'] }, locale: 'en-GB', operator: { pin: '1234' },
}];

/** What an operator wrote for a hall. */
export const kiosk = target({
  name: 'kiosk', brief: 200,
  inputs: changed(KIOSK),
  try(data) {
    const config = parseKioskConfig(data);
    promise(allFinite(config) && config.characters.length > 0, 'a kiosk that can run');
  },
});

const HEALTH = (['started', 'ran'] as const).reduce((record, kind) => noteHealth(record, kind === 'ran' ? { kind, seconds: 60, pictures: 30 } : { kind }, new Date(0)), EMPTY_HEALTH);

/** What a kiosk kept of its own health, which an older version or another program may have written: nothing is thrown at all. */
export const health = target({
  name: 'kiosk-health', brief: 600,
  inputs: fc.oneof(changed([HEALTH]).map((value) => JSON.stringify(value)), torn(fc.constant(JSON.stringify(HEALTH)))),
  try(text: string) {
    const { days, entries } = readHealth(text);
    promise(days.length <= 62 && entries.length <= 200 && allFinite(days), 'a bounded record of finite numbers');
  },
});

const folder = mkdtempSync(join(tmpdir(), 'attune-fuzz-'));
const SERVE = { upstreams: { local: { url: 'http://localhost:11434/v1', models: ['tiny'], key: 'CLOUD_KEY' } }, limits: { perAddress: 3, body: 1000 }, origins: ['https://game.example'], behindProxy: true, policy: { 'connect-src': ['https://api.example'], 'trusted-types': ['lit-html'] } };

/** What an operator tells `attune serve`: no refusal repeats what was written where a key may stand. */
export const serveConfig = target({
  name: 'serve-config', brief: 100,
  inputs: fc.oneof(changed([SERVE]).map((value) => JSON.stringify(value)), torn(fc.constant(JSON.stringify(SERVE)))),
  try(text: string) {
    const path = join(folder, 'serve.json');
    writeFileSync(path, text);
    const config = readServeConfig(path);
    for (const sources of Object.values(config.policy)) promise((sources ?? []).every((source) => !/[;,\s*']/.test(source)), 'sources that begin no other directive');
    readUpstreams(config, { CLOUD_KEY: 'sk-secret' });
  },
});

/** Dialogue that somebody else wrote. */
export const content = target({
  name: 'dialogue-content', brief: 150,
  inputs: changed([{
    language: 'en', topic: 'sleep', words: ['sleep', 'tired'], classes: { pet: ['dog', 'cat'] }, facts: [{ slot: 'animal', hears: 'my <pet>', is: 'pet', lasts: 3 }],
    rules: [{ acts: ['comfort'], hears: 'can not sleep', says: ['That sounds like a long night.'], turn: [1, 3], weight: 2 }], examples: [{ heard: 'I am tired', says: 'Rest a little.' }], reserve: ['I see.'],
  }]),
  try(data) {
    parseContent(data, 'content.json');
  },
});

const NET = JSON.parse(formatNet({ model: 'voice', settings: { bias: 1 }, tensors: { a: { shape: [2, 3], values: new Float32Array([1, 2, 3, 4, 5, 6]) }, b: { shape: [3], values: new Float32Array(3), as: 'byte' }, c: { shape: [2], values: new Float32Array([7, 70_000]), as: 'whole' } } })) as unknown;

/** Weights that came from a server. */
export const net = target({
  name: 'net', brief: 600,
  inputs: fc.oneof(changed([NET]).map((value) => JSON.stringify(value)), torn(fc.constant(JSON.stringify(NET)))),
  try(text: string) {
    for (const { shape, values } of Object.values(parseNet(text, 'voice').tensors)) promise(shape.reduce((product, size) => product * size, 1) === values.length, 'as many numbers as the shape says');
  },
});

/** A stored zip with two files, as MediaPipe's bundles are. */
const BUNDLE = (() => {
  const file = (name: string, data: string, at: number): readonly [Buffer, Buffer] => {
    const [local, central] = [Buffer.alloc(30), Buffer.alloc(46)];
    local.writeUInt32LE(0x04034b50);
    local.writeUInt16LE(name.length, 26);
    central.writeUInt32LE(0x02014b50);
    for (const [value, offset] of [[data.length, 20], [data.length, 24], [at, 42]] as const) central.writeUInt32LE(value, offset);
    central.writeUInt16LE(name.length, 28);
    return [Buffer.concat([local, Buffer.from(name + data)]), Buffer.concat([central, Buffer.from(name)])];
  };
  const [a, b] = [file('a.tflite', 'aaaa', 0), file('face.tflite', 'bbbbbbbb', 42)];
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50);
  end.writeUInt16LE(2, 10);
  end.writeUInt32LE(a[0].length + b[0].length, 16);
  return Buffer.concat([a[0], b[0], a[1], b[1], end]);
})();

/** A model in MediaPipe's container: found whole, or not at all. */
export const taskBundle = target({
  name: 'task-bundle', brief: 1000,
  inputs: fc.tuple(fc.array(fc.tuple(fc.nat(BUNDLE.length - 1), fc.oneof(fc.constantFrom(0, 1, 127, 128, 255), fc.nat(255))), { maxLength: 6 }), fc.nat(BUNDLE.length)).map(([changes, cut]) => {
    const bytes = Array.from(BUNDLE);
    for (const [at, value] of changes) bytes[at] = value;
    return cut % 4 === 0 ? bytes.slice(0, cut) : bytes;
  }),
  try(bytes: number[]) {
    for (const name of ['face.tflite', 'none']) promise((bundleEntry(Uint8Array.from(bytes), name)?.length ?? 0) <= bytes.length, 'a part of the file');
  },
});

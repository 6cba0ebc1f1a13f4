/**
 * `npm run soak -- preflight [--count N] [--seed N] [--loads N]`: changes of the own avatars, one thing at a time by their structure, through the very code that judges
 * files of strangers: whether it crashes, hangs, asks the network or wants memory, how it agrees with Khronos' validator, and whether three loads what is accepted.
 *
 * The validator is asked also of files that preflight refuses, which `attune check` would not do, but not of those that declare more elements than it could count within
 * hours. `--loads` is how many accepted files three loads, their pictures taken out, as Node has none. All is in this process, so a hang would show as one.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkConformance } from '../src/preflight/conformance.ts';
import { preflight } from '../src/preflight/index.ts';
import { createRandom } from '../src/learn/random.ts';
import { loadAvatar } from '../src/three/index.ts';
import { mutate, type Seed } from '../tests/torture/mutate.ts';
import { pack, unpack } from '../tests/torture/model.ts';
import { minimalVrm } from '../tests/unit/three/minimal-vrm.ts';
import { readNumbers } from './hearing/arguments.ts';
import { ROOT } from './run.ts';
import { describe } from './statistics.ts';

/** Milliseconds and megabytes that no file may take. */
const SLOWEST = 2000;
const MOST_MEMORY = 256;
/** Elements of an accessor; the largest of the avatars has some 100,000. */
const ENDLESS = 1e7;

const { count, seed, loads } = readNumbers({ count: 10_000, seed: 1, loads: 400 });
const random = createRandom(seed);
let requests = 0;
globalThis.fetch = () => {
  requests += 1;
  return Promise.reject(new Error('Nothing may be fetched.'));
};
console.warn = console.error = () => undefined;

const seedOf = (file: Uint8Array | ArrayBuffer): Seed => {
  const { json, binary } = unpack(file);
  return { text: JSON.stringify(json), binary };
};
const avatars = ['emil', 'mira', 'pip'].flatMap((id) => ['avatar.vrm', 'avatar.light.vrm'].map((file) => seedOf(new Uint8Array(readFileSync(join(ROOT, 'avatars', id, file))))));
const small = (['0.x', '1.0'] as const).map((version) => seedOf(minimalVrm({ version })));

const ways = new Map<string, { made: number; accepted: number }>();
const doubted = new Map<string, number>();
const crashes: string[] = [];
const failures = new Map<string, number>();
const own: number[] = [];
const both: number[] = [];
const alone: number[] = [];
const agreement = { unasked: 0, bothRefuse: 0, bothAccept: 0, onlyPreflight: 0, onlyValidator: 0, habits: 0 };
let loaded = 0;
// The first look makes the code warm and is no file's own.
await checkConformance(pack(unpack(minimalVrm())), 'VRM 1.0');
const before = process.memoryUsage.rss();

for (let made = 0; made < count; made += 1) {
  // Most are of the avatars as they ship; every fifth of the small ones, where a change hits more often what matters.
  const from = made % 5 === 4 ? small : avatars;
  const { what, bytes } = mutate(from[random.below(from.length)]!, random);
  const way = ways.get(what) ?? { made: 0, accepted: 0 };
  ways.set(what, way);
  way.made += 1;
  try {
    const begun = performance.now();
    const report = preflight(bytes);
    own.push(performance.now() - begun);
    if (report.verdict === 'refused' && declaresEndless(bytes)) {
      agreement.unasked += 1;
      continue;
    }
    const { reasons, notes } = await checkConformance(bytes, report.kind);
    // The validator is never asked of what preflight refuses but here, and may take long for it.
    (report.verdict === 'accepted' ? both : alone).push(performance.now() - begun);
    const faulty = reasons.length > 0;
    if (report.verdict === 'refused') {
      agreement[faulty || notes.length > 0 ? 'bothRefuse' : 'onlyPreflight'] += 1;
      if (!faulty && notes.length === 0) count1(doubted, `${what}: ${report.reasons[0]!.message.replaceAll(/\d[\d,.]*/g, 'N')}`);
      continue;
    }
    if (faulty) {
      agreement.onlyValidator += 1;
      continue;
    }
    agreement[notes.length > 0 ? 'habits' : 'bothAccept'] += 1;
    way.accepted += 1;
    if (loaded < loads && random.uniform() < (loads * 3) / count) {
      loaded += 1;
      await loadAvatar(withoutPictures(bytes)).then((avatar) => avatar.dispose(), (thrown: unknown) => count1(failures, `${what}: ${String((thrown as Error).message).slice(0, 160)}`));
    }
  } catch (thrown) {
    crashes.push(`${what}: ${thrown instanceof Error ? thrown.stack ?? thrown.message : String(thrown)}`);
  }
}

/** Whether an accessor tells of more elements than the validator counts in a second or two. */
function declaresEndless(bytes: Uint8Array): boolean {
  return [...new TextDecoder().decode(bytes).matchAll(/"count"\s*:\s*([\d.eE+]+)/g)].some(([, elements]) => Number(elements) > ENDLESS);
}

/** The same file without its pictures, which Node cannot decode. */
function withoutPictures(bytes: Uint8Array): ArrayBuffer {
  const { json, binary } = unpack(bytes);
  return pack({ binary, json: JSON.parse(JSON.stringify(json, (key, value: unknown) => (/Texture$|^(images|textures|samplers|thumbnailImage)$/.test(key) ? undefined : value))) as unknown }).buffer as ArrayBuffer;
}

function count1(counts: Map<string, number>, key: string): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}

const memory = (process.resourceUsage().maxRSS * 1024 - before) / 1e6;
const show = (title: string, counts: ReadonlyMap<string, number>): void => {
  if (counts.size > 0) console.log(`\n${title}`);
  for (const [key, times] of [...counts].toSorted((a, b) => b[1] - a[1]).slice(0, 20)) console.log(`  ${String(times).padStart(5)}  ${key}`);
};
console.log('change                          made  accepted');
for (const [what, { made, accepted }] of ways) console.log(`${what.padEnd(30)} ${String(made).padStart(5)} ${String(accepted).padStart(9)}`);
console.log(`\nOf ${count}: preflight and validator refuse ${agreement.bothRefuse}, only the validator ${agreement.onlyValidator}, only preflight ${agreement.onlyPreflight}, preflight with endless accessors ${agreement.unasked}; accepted ${agreement.bothAccept}, and ${agreement.habits} more with exporters' habits that the validator calls errors.`);
const refused = agreement.bothRefuse + agreement.onlyValidator;
console.log(`Of ${refused + agreement.habits} with an error of the validator's, ${refused} are refused.`);
console.log(`preflight: median ${describe(own).p50.toFixed(1)} ms, at most ${Math.max(...own).toFixed(0)} ms; with the validator: median ${describe(both).p50.toFixed(1)} ms, at most ${Math.max(...both).toFixed(0)} ms; the validator, asked of what preflight refuses: at most ${Math.max(...alone).toFixed(0)} ms`);
show('Refused by preflight alone:', doubted);
show(`Accepted, but not loaded by three (of ${loaded}):`, failures);
for (const crash of crashes.slice(0, 10)) console.log(`CRASH ${crash}`);
const checks: readonly (readonly [string, boolean])[] = [
  [`${crashes.length} crashes`, crashes.length === 0],
  [`${[...own, ...both].filter((ms) => ms > SLOWEST).length} over ${SLOWEST / 1000} s`, [...own, ...both].every((ms) => ms <= SLOWEST)],
  [`${requests} requests`, requests === 0],
  [`memory rose by at most ${memory.toFixed(0)} MB, with the ${loaded} that three loaded`, memory < MOST_MEMORY],
];
console.log();
for (const [what, met] of checks) console.log(`${met ? 'met' : 'NOT MET'}  ${what}`);
process.exitCode = checks.every(([, met]) => met) ? 0 : 1;

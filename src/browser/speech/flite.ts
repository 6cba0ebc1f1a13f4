import { ConsoleStdout, File, OpenFile, PreopenDirectory, WASI } from '@bjorn3/browser_wasi_shim';
import type { BareVoice } from './voices.ts';
import type { Prosody } from './tone-to-prosody.ts';
import { type Pcm, parseWav } from './parse-wav.ts';
import { type TimedPhone, parsePhones } from './phones.ts';

/** What holds for the whole of a synthesis. */
type FliteSettings = Pick<Prosody, 'stretch' | 'pitch' | 'range'>;

export interface Flite {
  /**
   * Synthesises plain words, or SSML of {@link fliteScript}, whose words may have targets of their own; without
   * prosody as the voice comes.
   *
   * @throws {Error} when the program fails or prints what cannot be read
   */
  synthesise(text: string, voice: BareVoice, prosody: FliteSettings | null): Promise<{ pcm: Pcm; phones: TimedPhone[] }>;
  /** Prepares the next synthesis, which otherwise begins with some 50 ms of copying voices into memory. */
  warm(): void;
}

/**
 * Runs the command line program Flite, compiled to WASI.
 *
 * A program ends by exiting, so each synthesis takes a fresh instance of the one compiled module.
 */
export function createFlite(module: WebAssembly.Module): Flite {
  let spare: Promise<Program> | null = null;
  return {
    async synthesise(text, voice, prosody) {
      const taken = spare ?? boot(module);
      spare = null;
      const { run } = await taken;
      const { wav, printed } = run([
        'flite', '-voice', voice,
        ...(prosody ? settings(prosody) : []),
        ...(text.startsWith('<speak>') ? ['-ssml'] : []), '-psdur', '-o', WAV, '-t', text,
      ]);
      return { pcm: parseWav(wav), phones: parsePhones(printed) };
    },
    warm() {
      spare ??= boot(module);
      spare.catch(() => {}); // reported by the synthesis that takes it
    },
  };
}

function settings({ stretch, pitch, range }: FliteSettings): string[] {
  return ['--setf', `duration_stretch=${stretch.toFixed(3)}`, '--setf', `int_f0_target_mean=${pitch.toFixed(1)}`, '--setf', `int_f0_target_stddev=${range.toFixed(1)}`];
}

const WAV = 'speech.wav';

interface Program {
  readonly run: (args: string[]) => { wav: Uint8Array; printed: string };
}

async function boot(module: WebAssembly.Module): Promise<Program> {
  const printed: string[] = [];
  const complaints: string[] = [];
  const folder = new PreopenDirectory('.', new Map());
  const wasi = new WASI([], [], [
    new OpenFile(new File([])),
    ConsoleStdout.lineBuffered((line) => printed.push(line)),
    ConsoleStdout.lineBuffered((line) => complaints.push(line)),
    folder,
  ], { debug: false });
  const instance = await WebAssembly.instantiate(module, { wasi_snapshot_preview1: wasi.wasiImport });
  return {
    run(args) {
      wasi.args = args;
      const code = wasi.start(instance as Parameters<typeof wasi.start>[0]);
      const file = folder.dir.contents.get(WAV);
      if (code !== 0 || !(file instanceof File)) {
        throw new Error(`expected Flite to write sound, but it ended with code ${code}: ${complaints.join(' ').slice(0, 200) || 'no message'}`);
      }
      return { wav: file.data, printed: printed.join(' ') };
    },
  };
}

import type { Hertz, Seconds } from '../../core/index.ts';
import { hertz } from './hertz.ts';
import { HIGHEST, LOWEST } from './score/harmony.ts';
import { HIGHEST_TUNE, LOWEST_TUNE } from './score/melody.ts';
import { HIGHEST_BASS, LOWEST_BASS, type Note } from './score/compose.ts';
import { loadTone, type Tone } from './tone.ts';

/** A tone that others are made of, by playing it a little quicker or slower. */
export interface RenderedTone {
  readonly pitch: number;
  readonly buffer: AudioBuffer;
  /** Whether it goes on for ever, without a seam; otherwise it dies away by itself. */
  readonly loops: boolean;
}

/** The tones of each part, from low to high. */
export type BedTones = Readonly<Record<Note['part'], readonly RenderedTone[]>>;

/** Nothing here lies above 7 kHz, and a filter follows. */
const RATE: Hertz = 24_000;
/** Semitones between tones: each is played by one higher or lower at most. */
const APART = 3;
const LOOP: Seconds = 4;
const RINGS: Seconds = 3.6;

interface Timbre {
  readonly partials: number[];
  /** Oscillators, by how many cents each is off, with their decibels. */
  readonly oscillators: readonly (readonly [cents: number, level: number])[];
}

/** Softer neighbours make a pad warm; as loud as the tone itself they would make it tremble. */
const PAD: Timbre = { partials: [1, 0.42, 0.2, 0.09, 0.05, 0.02], oscillators: [[0, -9], [-7, -17], [6, -17]] };
const BASS: Timbre = { partials: [1, 0.35, 0.12], oscillators: [[0, -6]] };

/** Renders the tones of the bed with Tone.js: 7 MB, in about a second of another thread. */
export async function renderBedTones(): Promise<BedTones> {
  const tone = await loadTone();
  const through = async (lowest: number, highest: number, render: (pitch: number) => Promise<RenderedTone>): Promise<RenderedTone[]> => {
    const tones: RenderedTone[] = [];
    for (let pitch = lowest + 1; pitch - 1 <= highest; pitch += APART) tones.push(await render(pitch));
    return tones;
  };
  return {
    pad: await through(LOWEST, HIGHEST, (pitch) => renderLoop(tone, pitch, PAD)),
    bass: await through(LOWEST_BASS, HIGHEST_BASS, (pitch) => renderLoop(tone, pitch, BASS)),
    bell: await through(LOWEST_TUNE, HIGHEST_TUNE, (pitch) => renderBell(tone, pitch)),
  };
}

/** A steady tone. Every oscillator makes a whole number of turns, a few hundredths of a semitone off at most, so the end meets the beginning. */
async function renderLoop({ Oscillator, render }: Tone, pitch: number, { partials, oscillators }: Timbre): Promise<RenderedTone> {
  const buffer = await render(LOOP, RATE, (context, into) => {
    for (const [cents, volume] of oscillators) {
      const frequency = Math.round(hertz(pitch + cents / 100) * LOOP) / LOOP;
      new Oscillator({ context, type: 'custom', partials, frequency, volume }).connect(into).start(0);
    }
  });
  return { pitch, buffer, loops: true };
}

/** Struck softly, and ringing: the second partial goes first. */
async function renderBell({ FMSynth, render }: Tone, pitch: number): Promise<RenderedTone> {
  const buffer = await render(RINGS, RATE, (context, into) => {
    const bell = new FMSynth({
      context, volume: -6, harmonicity: 2, modulationIndex: 1.1,
      oscillator: { type: 'sine' }, modulation: { type: 'sine' },
      envelope: { attack: 0.012, decay: 2.2, sustain: 0, release: 0.8, attackCurve: 'linear', decayCurve: 'exponential' },
      modulationEnvelope: { attack: 0.008, decay: 0.5, sustain: 0.08, release: 0.6, attackCurve: 'linear', releaseCurve: 'exponential' },
    }).connect(into);
    bell.triggerAttackRelease(hertz(pitch), 2.4, 0, 1);
  });
  return { pitch, buffer, loops: false };
}

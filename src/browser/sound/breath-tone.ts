import { AttuneError, type Decibels, type Unit, unit } from '../../core/index.ts';
import type { AudioHub } from '../audio.ts';

/** Where the sound of a paced breath is, and how loud. */
export interface BreathToneOptions {
  readonly audio: AudioHub;
  /** The level when the lungs are full, in decibels below full scale; -30 by default. Between -60 and -12. */
  readonly level?: Decibels;
}

/** A soft sound that swells as one breathes in and fades as one breathes out. */
export interface BreathTone {
  /** Lets it follow how full the lungs are, several times a second; the first call starts it. */
  follow(depth: Unit): void;
  /** Ends it within a second. A later {@link follow} starts it again. */
  stop(): void;
}

/** A fifth in the depth, and an octave above it that is only there when the lungs are full. */
const TONES = [{ hertz: 110, share: 1 }, { hertz: 164.81, share: 0.6 }, { hertz: 220, share: 0.35 }];
/** How dull it is when empty, and how bright when full, in hertz. */
const DULL = 160;
const BRIGHT = 900;
/** Steps between two calls are smoothed over this, in seconds; and its end. */
const SMOOTH = 0.12;
const FADE = 0.35;

/**
 * Makes the sound of a paced breath: `tone.follow(breathAt(pattern, elapsed).depth)`. It ends in the hub's output, so the microphone knows it for the
 * agent's own.
 *
 * @throws {AttuneError} `bad-input` when the level is out of its range
 */
export function createBreathTone({ audio, level = -30 }: BreathToneOptions): BreathTone {
  if (!(level >= -60 && level <= -12)) throw new AttuneError('bad-input', `createBreathTone expected "level" in [-60, -12] decibels, but got ${level}.`);
  const full = 10 ** (level / 20) / TONES.reduce((sum, { share }) => sum + share, 0);
  let voice: { readonly context: AudioContext; readonly gain: GainNode; readonly filter: BiquadFilterNode; readonly oscillators: readonly OscillatorNode[]; readonly nodes: readonly AudioNode[] } | null = null;
  /** Raised by a stop, so that what was opened too late stays silent. */
  let age = 0;
  let opening = false;
  let depth: Unit = 0;

  async function begin(): Promise<void> {
    const asOf = age;
    opening = true;
    try {
      const context = await audio.open();
      if (asOf !== age || voice) return;
      const gain = context.createGain();
      const filter = context.createBiquadFilter();
      filter.type = 'lowpass';
      filter.frequency.value = DULL;
      gain.gain.value = 0;
      filter.connect(gain).connect(audio.output ?? context.destination);
      const parts = TONES.map(({ hertz, share }) => {
        const [oscillator, part] = [context.createOscillator(), context.createGain()];
        oscillator.frequency.value = hertz;
        part.gain.value = share;
        oscillator.connect(part).connect(filter);
        oscillator.start();
        return { oscillator, part };
      });
      const oscillators = parts.map(({ oscillator }) => oscillator);
      voice = { context, gain, filter, oscillators, nodes: [gain, filter, ...oscillators, ...parts.map(({ part }) => part)] };
      show();
    } finally {
      opening = false;
    }
  }

  function show(): void {
    if (!voice) return;
    const { context: { currentTime }, gain, filter } = voice;
    gain.gain.setTargetAtTime(full * depth, currentTime, SMOOTH);
    filter.frequency.setTargetAtTime(DULL * (BRIGHT / DULL) ** depth, currentTime, SMOOTH);
  }

  return {
    follow(next) {
      depth = unit(next);
      // Without sound the pacer is seen, and the hub tells why nothing is heard.
      if (!voice && !opening) begin().catch(() => undefined);
      else show();
    },
    stop() {
      age += 1;
      if (!voice) return;
      const { context: { currentTime }, gain, oscillators, nodes } = voice;
      gain.gain.setTargetAtTime(0, currentTime, FADE / 3);
      for (const oscillator of oscillators) oscillator.stop(currentTime + 3 * FADE);
      const letGo = (): void => {
        for (const node of nodes) node.disconnect();
      };
      oscillators[0]!.addEventListener('ended', letGo, { once: true });
      voice = null;
    },
  };
}

import type { Decibels, Seconds } from '../../core/index.ts';
import type { BedTones } from './bed-tones.ts';
import { makeRoomResponse } from './room-response.ts';
import type { Bar, Note } from './score/compose.ts';

/** What plays the bed. */
export interface BedInstrument {
  /** Everything that it sounds. */
  readonly output: AudioNode;
  /** Plays a bar that begins at `start` on the context's clock. */
  play(bar: Bar, start: Seconds): void;
  /** Cuts what sounds, without a fade, and lets go of every node. */
  dispose(): void;
}

interface Touch {
  /** Decibels; chosen by ear and meter, see `npm run bench -- sound`. */
  readonly level: number;
  /** How long it takes to swell; null where the bar says so. */
  readonly attack: Seconds | null;
  /** Time constant of dying away. */
  readonly release: Seconds;
  /** How far it is spread from left to right, in [0, 1]. */
  readonly width: number;
}

const TOUCH: Readonly<Record<Note['part'], Touch>> = {
  pad: { level: -25.5, attack: null, release: 0.9, width: 0.5 },
  bass: { level: -24, attack: 0.14, release: 0.3, width: 0 },
  bell: { level: -21.5, attack: 0.001, release: 0.7, width: 0.6 },
};
/** After so many time constants a note is gone. */
const GONE = 7;
const DRY = 0.62;
const WET = 0.5;
const DARKEST = 520;
const BRIGHTEST = 2800;
/** How gently the brightness turns. */
const TURNING: Seconds = 2.5;
/** Tunes are answered softly from afar. */
const ECHO = { delay: 0.43, back: 0.24, level: 0.22 };

/** Builds the instrument in a context, live or offline. A note's nodes are let go of when it has died away. */
export function createBedInstrument(context: BaseAudioContext, tones: BedTones): BedInstrument {
  const gain = (value: number): GainNode => new GainNode(context, { gain: value });
  const output = gain(1);
  const dry = gain(DRY);
  const wet = gain(WET);
  const room = new ConvolverNode(context, { buffer: makeRoomResponse(context) });
  const warmth = new BiquadFilterNode(context, { type: 'lowpass', frequency: 1100, Q: -3 });
  const sparkle = new BiquadFilterNode(context, { type: 'lowpass', frequency: 1800, Q: -3 });
  const delay = new DelayNode(context, { delayTime: ECHO.delay });
  const back = gain(ECHO.back);
  const echo = gain(ECHO.level);
  dry.connect(output);
  room.connect(wet).connect(output);
  sparkle.connect(delay).connect(back).connect(delay);
  delay.connect(echo);
  for (const each of [warmth, sparkle, echo]) {
    each.connect(dry);
    each.connect(room);
  }
  const sounding = new Set<() => void>();
  let notes = 0;

  const strike = ({ part, pitch, length, level }: Note, from: Seconds, swell: Seconds): void => {
    const { level: decibels, attack, release, width } = TOUCH[part];
    const tone = tones[part].reduce((best, each) => (Math.abs(each.pitch - pitch) < Math.abs(best.pitch - pitch) ? each : best));
    const peak = level * 10 ** ((decibels + brilliance(part, pitch)) / 20);
    const risen = from + Math.min(attack ?? swell, 0.8 * length);
    const source = new AudioBufferSourceNode(context, { buffer: tone.buffer, loop: tone.loops, playbackRate: 2 ** ((pitch - tone.pitch) / 12) });
    const envelope = gain(0);
    const place = new StereoPannerNode(context, { pan: width * (((notes * 2) % 5) / 2 - 1) });
    notes += 1;
    envelope.gain.setValueAtTime(0, from);
    envelope.gain.linearRampToValueAtTime(peak, risen);
    envelope.gain.setTargetAtTime(0, Math.max(risen, from + length), release);
    source.connect(envelope).connect(place).connect(part === 'bell' ? sparkle : warmth);
    const end = (): void => {
      sounding.delete(end);
      source.disconnect();
      envelope.disconnect();
      place.disconnect();
    };
    sounding.add(end);
    source.addEventListener('ended', end, { once: true });
    source.start(from);
    source.stop(from + length + GONE * release);
  };

  return {
    output,
    play(bar, start) {
      const cutoff = DARKEST * (BRIGHTEST / DARKEST) ** bar.brightness;
      warmth.frequency.setTargetAtTime(cutoff, start, TURNING);
      sparkle.frequency.setTargetAtTime(1.6 * cutoff, start, TURNING);
      for (const note of bar.notes) strike(note, start + note.at, bar.swell);
    },
    dispose() {
      for (const end of sounding) end();
      for (const node of [output, dry, wet, room, warmth, sparkle, delay, back, echo]) node.disconnect();
    },
  };
}

/** High notes are nearer to the ear than low ones of the same level; decibels. */
function brilliance(part: Note['part'], pitch: number): Decibels {
  return part === 'bell' ? -(pitch - 74) / 3 : 0;
}

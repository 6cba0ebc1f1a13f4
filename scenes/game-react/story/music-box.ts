import type { AudioHub } from 'attune/browser';

/** A slow waltz in A major, in semitones over A4 and beats. */
const TUNE: readonly (readonly [semitone: number, beats: number])[] = [
  [7, 1], [12, 1], [11, 1], [12, 2], [16, 1], [14, 1], [11, 1], [7, 1], [9, 3],
  [5, 1], [9, 1], [12, 1], [11, 2], [7, 1], [9, 1], [5, 1], [2, 1], [4, 3],
  [7, 1], [12, 1], [11, 1], [12, 2], [16, 1], [19, 1], [16, 1], [14, 1], [12, 3],
];
const BEAT = 0.38;

/** Partials of a struck steel tooth: how high over the tone, how loud, and how long it rings in seconds. */
const PARTIALS = [[1, 0.11, 1.6], [4, 0.03, 0.5], [6.3, 0.012, 0.25]] as const;

/** Plays the tune. It is music and no voice, so it goes beside the hub's output. */
export function playMusicBox({ context }: AudioHub): void {
  if (!context) return;
  let at = context.currentTime + 0.1;
  for (const [semitone, beats] of TUNE) {
    strike(context, 440 * 2 ** (semitone / 12), at);
    at += beats * BEAT;
  }
}

function strike(context: AudioContext, pitch: number, at: number): void {
  for (const [factor, loudness, ring] of PARTIALS) {
    const tone = new OscillatorNode(context, { frequency: pitch * factor });
    const gain = new GainNode(context, { gain: 0 });
    gain.gain.setValueAtTime(0, at);
    gain.gain.linearRampToValueAtTime(loudness, at + 0.004);
    gain.gain.exponentialRampToValueAtTime(1e-4, at + ring);
    tone.connect(gain).connect(context.destination);
    tone.start(at);
    tone.stop(at + ring);
  }
}

import type { AudioHub } from 'attune/browser';
import type { Happening } from './rules/night.ts';

/** A pentatonic scale, in hertz: whatever is caught in whatever order sounds well. */
const SCALE = [392, 440, 523.25, 587.33, 659.25, 783.99, 880, 1046.5, 1174.66, 1318.51];

/** Plays a soft bell for what happens. All sound goes through the hub, so that the microphone doesn't take it for the player. */
export function createChimes(audio: AudioHub): (happening: Happening, caught: number) => void {
  const bell = (pitch: number, loudness: number, seconds: number): void => {
    const { context, output } = audio;
    if (!context || !output) return;
    const now = context.currentTime;
    const tone = new OscillatorNode(context, { type: 'sine', frequency: pitch });
    const volume = new GainNode(context, { gain: 0 });
    volume.gain.linearRampToValueAtTime(loudness, now + 0.01);
    volume.gain.exponentialRampToValueAtTime(0.0001, now + seconds);
    tone.connect(volume).connect(output);
    tone.start(now);
    tone.stop(now + seconds);
  };
  return ({ what }, caught) => {
    if (what === 'caught') bell(SCALE[(caught - 1) % SCALE.length]!, 0.09, 0.9);
    else if (what === 'burr') bell(130.81, 0.12, 0.35);
    else if (what === 'won') for (const step of [4, 6, 9]) bell(SCALE[step]!, 0.05, 2);
  };
}

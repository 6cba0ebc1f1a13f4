import { hertz } from './hertz.ts';
import type { EarconScore } from './score/score-earcon.ts';
import { loadTone } from './tone.ts';

/** Renders an earcon with Tone.js, which is loaded by the first call. */
export async function renderEarcon({ notes, duration, level, brightness }: EarconScore, sampleRate: number): Promise<AudioBuffer> {
  const { Filter, Synth, render } = await loadTone();
  return render(duration, sampleRate, (context, into) => {
    const warmth = new Filter({ context, type: 'lowpass', frequency: 1600 + 2000 * brightness, rolloff: -12 }).connect(into);
    for (const { pitch, at, length, level: velocity } of notes) {
      const voice = new Synth({
        context, volume: level,
        oscillator: { type: 'custom', partials: [1, 0.22, 0.06, 0.03] },
        envelope: { attack: 0.018, decay: 0.12, sustain: 0.35, release: 0.32, attackCurve: 'cosine', releaseCurve: 'exponential' },
      }).connect(warmth);
      voice.triggerAttackRelease(hertz(pitch), length, at, velocity);
    }
  });
}

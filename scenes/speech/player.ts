import type { Seconds } from 'attune';
import { type AudioHub, createHeardTime, type RenderedSpeech } from 'attune/browser';

/** Plays one sound at a time through the hub, from any place of it. */
export interface Player {
  /** Resolves when the last sample has left the loudspeaker, or it was stopped. Call it from a tap or a key. */
  play(sound: Pick<RenderedSpeech, 'samples' | 'sampleRate'>, from: Seconds): Promise<void>;
  stop(): void;
  /** Which place of the sound leaves the loudspeaker at this moment; null when silent. */
  at(): Seconds | null;
}

/** What is scheduled lies so far ahead, so that it never lies in the past when its block is computed. */
const AHEAD: Seconds = 0.02;
/** Long enough not to click. */
const FADE: Seconds = 0.015;

export function createPlayer(audio: AudioHub): Player {
  let current: { readonly at: () => Seconds; readonly stop: () => void } | null = null;
  return {
    async play({ samples, sampleRate }, from) {
      const context = await audio.open();
      current?.stop();
      const buffer = new AudioBuffer({ length: Math.max(1, samples.length), sampleRate });
      buffer.copyToChannel(samples, 0);
      const source = new AudioBufferSourceNode(context, { buffer });
      const loudness = new GainNode(context);
      source.connect(loudness).connect(audio.output ?? context.destination);
      const heard = createHeardTime(context);
      const start = context.currentTime + AHEAD - from;
      const at = (): Seconds => Math.min(buffer.duration, Math.max(from, heard() - start));
      await new Promise<void>((resolve) => {
        const mine = {
          at,
          stop() {
            if (current === mine) current = null;
            const now = context.currentTime + AHEAD;
            loudness.gain.setValueAtTime(1, now);
            loudness.gain.linearRampToValueAtTime(0, now + FADE);
            source.stop(now + FADE);
            resolve();
          },
        };
        current = mine;
        const finish = (): void => {
          // It was computed to its end, which is heard later.
          const rest = start + buffer.duration - heard();
          if (rest > 0 && current === mine) return void setTimeout(finish, Math.max(2, rest * 1000));
          if (current === mine) current = null;
          loudness.disconnect();
          resolve();
        };
        source.addEventListener('ended', finish, { once: true });
        source.start(start + from, from);
      });
    },
    stop: () => current?.stop(),
    at: () => current?.at() ?? null,
  };
}

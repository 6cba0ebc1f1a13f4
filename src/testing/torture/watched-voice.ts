import type { SpeechSynthesizer } from '../../core/index.ts';
import type { Invariant } from './invariants.ts';

/** Utterances that a voice, or all voices of a room, were asked for and that are not over. */
export type UnderWay = Set<string>;

interface WatchedVoiceOptions {
  /** Tells its utterances from those of others in the same room. */
  readonly name: string;
  readonly underWay: UnderWay;
  readonly onCancel?: (id: string) => void;
  readonly violate: (invariant: Invariant, found: string) => void;
}

/** So many ids that were cancelled last are known. */
const REMEMBERED = 50;

/** A voice as its agent uses it: never for two utterances at once, nor again for one that was cancelled. */
export function watchVoice(voice: SpeechSynthesizer, { name, underWay, onCancel, violate }: WatchedVoiceOptions): SpeechSynthesizer {
  const cancelled = new Set<string>();
  return {
    ...(voice.parts && { parts: voice.parts }),
    get capabilities() {
      return voice.capabilities;
    },
    speaks: (language) => voice.speaks(language),
    async speak(request, clock, listener) {
      const mine = `${name} ${request.id}`;
      const [other] = underWay;
      if (other !== undefined) violate('one-utterance', `${mine} began while ${other} was under way`);
      if (cancelled.has(request.id)) violate('cancelled-silent', `${mine} was asked to sound after it was cancelled`);
      underWay.add(mine);
      try {
        return await voice.speak(request, clock, listener);
      } finally {
        underWay.delete(mine);
      }
    },
    ...(voice.duck && { duck: (id, level) => voice.duck?.(id, level) }),
    cancel(id) {
      underWay.delete(`${name} ${id}`);
      cancelled.add(id);
      if (cancelled.size > REMEMBERED) for (const oldest of cancelled) {
        cancelled.delete(oldest);
        break;
      }
      onCancel?.(id);
      voice.cancel(id);
    },
    sampleMouth: (weights) => voice.sampleMouth(weights),
    dispose() {
      for (const each of underWay) if (each.startsWith(`${name} `)) underWay.delete(each);
      return voice.dispose();
    },
  };
}

import { closeMouth, type SpeechCapabilities, type SpeechSynthesizer } from 'attune';

/** A voice that the player can change or silence while the agent lives. */
export interface ChangeableSpeech extends SpeechSynthesizer {
  /** Falls silent and goes on with another voice; null is none. */
  change(voice: SpeechSynthesizer | null): void;
}

const SILENT: SpeechCapabilities = { source: 'none', languages: [], onDevice: true, mouth: 'sound', tone: false };

export function createChangeableSpeech(first: SpeechSynthesizer | null): ChangeableSpeech {
  let voice = first;
  let speaking: string | null = null;
  return {
    get capabilities() {
      return voice?.capabilities ?? SILENT;
    },
    speaks: (language) => voice?.speaks(language) ?? false,
    async speak(request, clock, listener) {
      if (!voice) return 'cancelled';
      speaking = request.id;
      return voice.speak(request, clock, listener);
    },
    duck: (id, level) => voice?.duck?.(id, level),
    cancel: (id) => voice?.cancel(id),
    sampleMouth(mouth) {
      if (voice) voice.sampleMouth(mouth);
      else closeMouth(mouth);
    },
    change(next) {
      const previous = voice;
      voice = next;
      if (previous && speaking) previous.cancel(speaking);
      void previous?.dispose();
    },
    dispose: async () => voice?.dispose(),
  };
}

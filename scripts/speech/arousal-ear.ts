import { createSpeaker, priorOf } from '../../src/browser/voice/speaker.ts';
import { createVoiceFeatures, HOP } from '../../src/browser/voice/features/voice-features.ts';
import { FUNCTIONALS, summariseVoiceFeatures } from '../../src/browser/voice/features/functionals.ts';
import { createVoiceHead, VOICE_CLASSES } from '../../src/browser/voice/voice-head.ts';
import { createUtteranceReader } from '../../src/browser/voice/voice-reader.ts';
import { loadVoiceNet } from '../../models/voice/load-net.ts';
import { FRAME } from '../../src/browser/voice/voice-frame.ts';
import { findSpeech } from '../voices/find-speech.ts';

/** Tells how excited somebody of whom nothing is known sounds, by the voice head that ships. */
export interface ArousalEar {
  /**
   * @param samples at 16 kHz
   * @returns `live` is what a player's voice would be read as, null where that is nothing; `undoubted` is the same before it is drawn
   *   towards nothing because the voice is a machine's
   */
  hear(samples: Float32Array): { readonly live: number | null; readonly undoubted: number };
}

/** Makes an ear; whatever it hears, it learns nothing of. */
export function createArousalEar(): ArousalEar {
  const net = loadVoiceNet();
  const trust = net.settings['trust'] as number;
  const features = createVoiceFeatures();
  const head = createVoiceHead(net);
  const speaker = createSpeaker(priorOf(net, VOICE_CLASSES.length, trust));
  const reader = createUtteranceReader(net);
  const normalised = new Float32Array(FUNCTIONALS.length);
  return {
    hear(samples) {
      const whole = samples.subarray(0, samples.length - (samples.length % FRAME));
      const speech = findSpeech(whole);
      features.reset();
      const hops = features.push(whole).slice((speech.indexOf(true) * FRAME) / HOP, ((speech.lastIndexOf(true) + 1) * FRAME) / HOP);
      reader.reset();
      reader.hear(hops, true);
      const summary = summariseVoiceFeatures(hops);
      speaker.normalise(summary, normalised);
      return { live: reader.read()?.arousal.mean ?? null, undoubted: head.read({ ...head.answer(normalised, summary), strangeness: 0 }).arousal.mean };
    },
  };
}

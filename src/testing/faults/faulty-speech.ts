import { AttuneError, LANGUAGES, type SpeechListener, type SpeechOutcome, type SpeechSynthesizer } from '../../core/index.ts';
import { never, Planted, type Trouble } from './fault.ts';

/** A voice that is late, breaks off, says that it spoke, or does not know when to stop. */
export function faultySpeech(voice: SpeechSynthesizer, trouble: Trouble): SpeechSynthesizer {
  let dead = false;
  let lies = false;
  let mouth: 'as-it-is' | 'not-finite' | 'after-stop' = 'as-it-is';
  /** What ends an utterance that only says to be one. */
  const pending = new Map<string, (outcome: SpeechOutcome) => void>();

  function unending(id: string): Promise<SpeechOutcome> {
    return new Promise((resolve) => {
      pending.set(id, resolve);
    });
  }

  async function breakOff(speaking: Promise<SpeechOutcome>, id: string): Promise<SpeechOutcome> {
    await Promise.race([speaking, trouble.pass(trouble.between(0.2, 2))]);
    voice.cancel(id);
    throw new Planted('speech', 'rejects-late');
  }

  return {
    ...(voice.parts && { parts: voice.parts }),
    get capabilities() {
      return lies ? { ...voice.capabilities, languages: LANGUAGES } : voice.capabilities;
    },
    speaks: (language) => lies || voice.speaks(language),
    speak(request, clock, listener) {
      const fault = dead ? 'rejects' : trouble.next('slow', 'silent', 'throws', 'rejects', 'rejects-late', 'not-finite', 'stalls', 'lies', 'after-stop', 'twice', 'dies');
      mouth = fault === 'not-finite' || fault === 'after-stop' ? fault : 'as-it-is';
      const speak = (hears: SpeechListener = listener): Promise<SpeechOutcome> => voice.speak(request, clock, hears);
      const told = (change: (started: SpeechListener['started']) => SpeechListener['started']): SpeechListener => ({ ...listener, started: change(listener.started) });
      switch (fault) {
        case 'throws': throw new Planted('speech', fault);
        case 'dies':
          dead = true;
          return Promise.reject(new Planted('speech', fault));
        case 'rejects': return Promise.reject(new AttuneError('speech-failed', 'Expected a voice, but this one fails on purpose.'));
        case 'rejects-late': return breakOff(speak(), request.id);
        case 'slow': {
          const cancelled = unending(request.id);
          return Promise.race([cancelled, trouble.pass(trouble.between(0.5, 6)).then(() => (pending.delete(request.id) ? speak() : 'cancelled'))]);
        }
        case 'silent': return unending(request.id);
        case 'stalls':
          listener.started(clock.now(), 2);
          return unending(request.id);
        case 'not-finite': return speak(told((started) => () => started(Number.NaN, Number.POSITIVE_INFINITY)));
        case 'twice': return speak(told((started) => (at, duration) => {
          started(at, duration);
          started(at, duration);
        }));
        case 'lies':
          // It says that it can speak everything, and that it spoke.
          lies = !lies;
          return Promise.resolve('finished');
        case 'after-stop': return speak(told((started) => (at, duration) => {
          started(at, duration);
          trouble.later(3, () => started(at, duration));
        })).then(() => trouble.pass(1)).then(() => 'finished');
        default: return speak();
      }
    },
    ...(voice.duck && {
      duck: (id, level) => {
        if (trouble.next('throws')) throw new Planted('speech', 'throws');
        voice.duck?.(id, level);
      },
    }),
    cancel(id) {
      pending.get(id)?.('cancelled');
      pending.delete(id);
      voice.cancel(id);
      if (trouble.next('throws')) throw new Planted('speech', 'throws');
    },
    sampleMouth(weights) {
      voice.sampleMouth(weights);
      if (mouth === 'not-finite') weights.aa = Number.NaN;
      else if (mouth === 'after-stop') weights.oh = 0.8;
    },
    dispose() {
      for (const end of pending.values()) end('cancelled');
      pending.clear();
      const disposed = voice.dispose();
      const fault = trouble.next('silent', 'throws', 'rejects');
      if (fault === 'throws') throw new Planted('speech', fault);
      return fault === 'silent' ? never() : fault === 'rejects' ? Promise.reject(new Planted('speech', fault)) : disposed;
    },
  };
}

import { AttuneError, type HeardWords, type RecognizerListener, type SpeechRecognizer } from '../../core/index.ts';
import { never, Planted, type Trouble } from './fault.ts';

/** A recogniser that can't be opened, forgets speeches, or makes more of them than was said. */
export function faultyRecognizer(recognizer: SpeechRecognizer, trouble: Trouble): SpeechRecognizer {
  let dead = false;
  let held: HeardWords | null = null;

  function listen({ words: tell, ...listener }: RecognizerListener): RecognizerListener {
    const words = (heard: HeardWords): void => {
      if (dead) return;
      switch (trouble.next('slow', 'silent', 'garbage', 'not-finite', 'empty', 'huge', 'out-of-order', 'after-stop', 'twice')) {
        case 'silent': return;
        case 'slow': return trouble.later(trouble.between(1, 10), () => tell(heard));
        case 'after-stop':
          tell(heard);
          return trouble.later(trouble.between(5, 40), () => tell(heard));
        case 'twice':
          tell(heard);
          return tell(heard);
        case 'empty': return tell({ ...heard, text: '', stable: 0 });
        case 'huge': return tell({ ...heard, text: 'la '.repeat(30_000) });
        case 'not-finite': return tell({ ...heard, at: Number.NaN, confidence: Number.POSITIVE_INFINITY });
        case 'garbage': return tell(trouble.pick<unknown>([{ ...heard, id: '' }, { ...heard, language: 'klingon' }, { ...heard, text: null }, { ...heard, confidence: 'sure' }]) as HeardWords);
        case 'out-of-order':
          held = heard;
          return;
        default:
          tell(heard);
          if (held) tell(held);
          held = null;
      }
    };
    return { ...listener, words };
  }

  return {
    source: recognizer.source, language: recognizer.language, onDevice: recognizer.onDevice, needsSound: recognizer.needsSound,
    ...(recognizer.parts && { parts: recognizer.parts }),
    push: (samples) => recognizer.push(samples),
    ...(recognizer.pause && { pause: (silence) => recognizer.pause?.(silence) }),
    cancel: () => recognizer.cancel(),
    async open(listener) {
      const fault = trouble.next('slow', 'silent', 'throws', 'rejects');
      dead = false;
      if (fault === 'slow') await trouble.pass(trouble.between(1, 10));
      if (fault === 'silent') return never();
      if (fault === 'throws' || fault === 'rejects') throw new AttuneError('words-unheard', 'Expected a recogniser, but this one fails on purpose.');
      return recognizer.open(listen(listener));
    },
    begin(speech) {
      const fault = trouble.next('throws', 'dies');
      if (fault === 'throws') throw new Planted('recognizer', fault);
      dead ||= fault === 'dies';
      recognizer.begin(speech);
    },
    end(silence) {
      if (trouble.next('throws')) throw new Planted('recognizer', 'throws');
      recognizer.end(silence);
    },
    async close() {
      await recognizer.close();
      if (trouble.next('rejects')) throw new Planted('recognizer', 'rejects');
    },
  };
}

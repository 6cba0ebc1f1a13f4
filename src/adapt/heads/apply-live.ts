import { affectOfEmotions, type AffectDimensions, belief, type EmotionDistribution, type Signal, type SignalSource, type TextReader } from '../../core/index.ts';
import { type AdaptedSense, type Aspects, faceAspects, textAspects, voiceAspects, wordBuckets } from './aspects.ts';
import { applyCorrection, type HeadCorrection } from './correction.ts';

/** The correction of a sense as of now; null where its head is read as it is. */
export type CorrectionNow = (sense: AdaptedSense) => HeadCorrection | null;

/**
 * A face or voice source whose heads are corrected. Everything else of it stays as it is: it can be given to an agent, calibrated and reset like the one that it
 * wraps. The upper face's own answer, which stands in while the mouth is busy or hidden, is not corrected, as nobody labelled it.
 *
 * @param now asked for every observation, so that a correction counts from the moment that it is there
 */
export function correctSource<Source extends SignalSource>(source: Source, now: CorrectionNow): Source {
  return {
    ...source,
    start: (clock, sink) => source.start(clock, { ...sink, event: (event) => sink.event(event.type === 'signal' ? { ...event, signal: correctSignal(event.signal, now) } : event) }),
  };
}

/** A reader of words whose answers are corrected. What it hears of danger stays as it is. */
export function correctReader(reader: TextReader, now: CorrectionNow): TextReader {
  return {
    ...(reader.parts && { parts: reader.parts }), ...(reader.listensForDanger !== undefined && { listensForDanger: reader.listensForDanger }),
    async read(text, language) {
      const read = await reader.read(text, language);
      const correction = now('text');
      return correction ? { ...read, ...corrected(correction, read, textAspects(read, wordBuckets(text))) } : read;
    },
  };
}

/** One observation, corrected; the same object where there is nothing to correct. */
export function correctSignal(signal: Signal, now: CorrectionNow): Signal {
  const correction = signal.kind === 'face' || signal.kind === 'voice' ? now(signal.kind) : null;
  if (!correction) return signal;
  if (signal.kind === 'face' && signal.expression && signal.blendshapes) {
    return { ...signal, expression: { ...signal.expression, whole: applyCorrection(correction, signal.expression.whole, faceAspects(signal.blendshapes)) } };
  }
  if (signal.kind === 'voice' && signal.expression) {
    return { ...signal, expression: { ...signal.expression, ...corrected(correction, signal.expression, voiceAspects({ ...signal, expression: signal.expression })) } };
  }
  return signal;
}

/** Emotions as corrected; valence, arousal and dominance move as far as those of the emotions do, and are no surer. */
function corrected(correction: HeadCorrection, said: AffectDimensions & { readonly emotions: EmotionDistribution }, aspects: Aspects): AffectDimensions & { readonly emotions: EmotionDistribution } {
  const emotions = applyCorrection(correction, said.emotions, aspects);
  const [before, after] = [affectOfEmotions(said.emotions), affectOfEmotions(emotions)];
  const moved = (axis: keyof AffectDimensions) => belief(said[axis].mean + after[axis].mean - before[axis].mean, said[axis].variance);
  return { emotions, valence: moved('valence'), arousal: moved('arousal'), dominance: moved('dominance') };
}

import { blendshape, type Blendshape } from '../signals/blendshapes.ts';
import type { FaceExpression, FaceSignal } from '../signals/face.ts';
import type { Unit } from '../units.ts';
import { affectOfEmotions } from './affect-of-emotions.ts';
import { mix, UNIFORM } from './emotion.ts';
import { type AffectEstimate, type AffectReading, doubted, unknownEstimate } from './estimate.ts';
import { readScores } from './read-scores.ts';
import type { Evidence } from './state.ts';

/** Brows and eyes alone tell less about the dimensions: their evidence is divided by one more than this. */
const WITHOUT_MOUTH = 1;

/**
 * Reads a look at a face as affect: by its expression where a model judged it, else by its geometry.
 *
 * A mouth that speaks or can't be seen says nothing: then brows and eyes alone are read, and they
 * are trusted less.
 *
 * @param speech how far the player is speaking at that moment
 * @returns a certain nothing (unknown) when no face was present; never a silent neutral
 */
export function readFace(signal: FaceSignal, speech: Unit): AffectEstimate {
  if (!signal.present || !signal.scores || signal.quality === 0) return unknownEstimate(signal.at, 'face');
  const mouth = mouthCounts(signal, speech);
  const { emotions, ...dimensions } = signal.expression ? readExpression(signal.expression, signal.quality, mouth) : readScores(signal.scores, signal.quality, mouth);
  return { at: signal.at, origin: 'face', ...dimensions, emotions, ...(signal.expression && { judged: signal.quality }) };
}

function mouthCounts(signal: FaceSignal, speech: Unit): Unit {
  return signal.mouth * (1 - speech);
}

function readExpression({ whole, upper }: FaceExpression, quality: Unit, mouth: Unit): AffectReading {
  const emotions = mix(upper, whole, mouth);
  const trust = quality / (1 + WITHOUT_MOUTH * (1 - mouth));
  return { ...doubted({ ...affectOfEmotions(emotions), emotions }, trust), emotions: mix(UNIFORM, emotions, quality) };
}

/** A movement that is noticed from here on. */
const NOTICEABLE = 0.25;

/** The movements that carried the reading, strongest first. Those of the mouth count as far as it does. */
export function faceEvidence(signal: FaceSignal, speech: Unit): Evidence[] {
  if (!signal.scores) return [];
  const { smile, browRaise, browLower, eyeOpen, mouthOpen } = signal.scores;
  const mouth = mouthCounts(signal, speech);
  const sides = (name: 'noseSneer' | 'mouthPress' | 'mouthSmile' | 'mouthDimple'): readonly [Unit, Unit] =>
    [shape(signal, `${name}Left`), shape(signal, `${name}Right`)];
  const both = (name: 'noseSneer' | 'mouthPress'): Unit => Math.min(...sides(name));
  const oneSided = (name: 'mouthSmile' | 'mouthDimple'): Unit => Math.abs(sides(name)[0] - sides(name)[1]);
  return ([
    ['smile', mouth * smile], ['mouth-corners-down', mouth * -smile], ['brows-raised', browRaise], ['brows-lowered', browLower],
    ['eyes-wide', eyeOpen], ['mouth-open', mouth * mouthOpen], ['nose-wrinkled', both('noseSneer')], ['lips-pressed', mouth * both('mouthPress')],
    ['lip-corner-one-sided', mouth * Math.max(oneSided('mouthSmile'), oneSided('mouthDimple'))],
  ] as const)
    .filter(([, strength]) => strength > NOTICEABLE)
    .map(([cue, strength]): Evidence => ({ sense: 'face', cue, strength: Math.min(1, strength) * signal.quality }))
    .sort((a, b) => b.strength - a.strength);
}

function shape({ blendshapes }: FaceSignal, name: Blendshape): Unit {
  return blendshapes ? blendshape(blendshapes, name) : 0;
}

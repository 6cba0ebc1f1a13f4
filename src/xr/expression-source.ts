import { type BlendshapeScores, BLENDSHAPES, type Blendshape, type FaceScores, type FaceSignal, type Seconds, type SignalSource, unit } from '../core/index.ts';

/**
 * A headset that follows the face under it, by whatever interface it has: a port for those who have one, such as an app's shell around the
 * page. Weights are in [0, 1] by name: those of ARKit, or of OpenXR's XR_FB_face_tracking2.
 */
export interface ExpressionTracker {
  /** Names it in signals, at most 64 characters. */
  readonly source: string;
  /** The weights of this moment; null while the face is not followed. */
  read(): Readonly<Record<string, number>> | null;
}

/** Looks a second. */
const EVERY: Seconds = 0.1;

/** How ARKit's shapes are called in XR_FB_face_tracking2; the mean is taken where it has several for one. */
const IN_OPENXR: Readonly<Partial<Record<Blendshape, readonly string[]>>> = {
  browDownLeft: ['BROW_LOWERER_L'], browDownRight: ['BROW_LOWERER_R'], browInnerUp: ['INNER_BROW_RAISER_L', 'INNER_BROW_RAISER_R'],
  browOuterUpLeft: ['OUTER_BROW_RAISER_L'], browOuterUpRight: ['OUTER_BROW_RAISER_R'], cheekPuff: ['CHEEK_PUFF_L', 'CHEEK_PUFF_R'],
  cheekSquintLeft: ['CHEEK_RAISER_L'], cheekSquintRight: ['CHEEK_RAISER_R'], eyeBlinkLeft: ['EYES_CLOSED_L'], eyeBlinkRight: ['EYES_CLOSED_R'],
  eyeLookDownLeft: ['EYES_LOOK_DOWN_L'], eyeLookDownRight: ['EYES_LOOK_DOWN_R'], eyeLookInLeft: ['EYES_LOOK_RIGHT_L'], eyeLookInRight: ['EYES_LOOK_LEFT_R'],
  eyeLookOutLeft: ['EYES_LOOK_LEFT_L'], eyeLookOutRight: ['EYES_LOOK_RIGHT_R'], eyeLookUpLeft: ['EYES_LOOK_UP_L'], eyeLookUpRight: ['EYES_LOOK_UP_R'],
  eyeSquintLeft: ['LID_TIGHTENER_L'], eyeSquintRight: ['LID_TIGHTENER_R'], eyeWideLeft: ['UPPER_LID_RAISER_L'], eyeWideRight: ['UPPER_LID_RAISER_R'],
  jawForward: ['JAW_THRUST'], jawLeft: ['JAW_SIDEWAYS_LEFT'], jawOpen: ['JAW_DROP'], jawRight: ['JAW_SIDEWAYS_RIGHT'], mouthClose: ['LIPS_TOWARD'],
  mouthDimpleLeft: ['DIMPLER_L'], mouthDimpleRight: ['DIMPLER_R'], mouthFrownLeft: ['LIP_CORNER_DEPRESSOR_L'], mouthFrownRight: ['LIP_CORNER_DEPRESSOR_R'],
  mouthFunnel: ['LIP_FUNNELER_LB', 'LIP_FUNNELER_LT', 'LIP_FUNNELER_RB', 'LIP_FUNNELER_RT'], mouthLeft: ['MOUTH_LEFT'], mouthRight: ['MOUTH_RIGHT'],
  mouthLowerDownLeft: ['LOWER_LIP_DEPRESSOR_L'], mouthLowerDownRight: ['LOWER_LIP_DEPRESSOR_R'], mouthPressLeft: ['LIP_PRESSOR_L'], mouthPressRight: ['LIP_PRESSOR_R'],
  mouthPucker: ['LIP_PUCKER_L', 'LIP_PUCKER_R'], mouthRollLower: ['LIP_SUCK_LB', 'LIP_SUCK_RB'], mouthRollUpper: ['LIP_SUCK_LT', 'LIP_SUCK_RT'],
  mouthShrugLower: ['CHIN_RAISER_B'], mouthShrugUpper: ['CHIN_RAISER_T'], mouthSmileLeft: ['LIP_CORNER_PULLER_L'], mouthSmileRight: ['LIP_CORNER_PULLER_R'],
  mouthStretchLeft: ['LIP_STRETCHER_L'], mouthStretchRight: ['LIP_STRETCHER_R'], mouthUpperUpLeft: ['UPPER_LIP_RAISER_L'], mouthUpperUpRight: ['UPPER_LIP_RAISER_R'],
  noseSneerLeft: ['NOSE_WRINKLER_L'], noseSneerRight: ['NOSE_WRINKLER_R'],
};

/** A headset is not asked for the resting face, so it is taken for nobody's in particular; and cheeks lie under its foam. */
const QUALITY = 0.6;

/**
 * Makes a face of a headset's weights: blendshapes in the order of {@link BLENDSHAPES} and the scores that follow from them. What the tracker
 * does not name is 0; a tracker that names none of them is a face that can't be judged.
 */
export function faceOfWeights(weights: Readonly<Record<string, number>>): Pick<FaceSignal, 'blendshapes' | 'scores'> {
  let known = 0;
  const blendshapes: BlendshapeScores = BLENDSHAPES.map((name) => {
    const named = [name, ...(IN_OPENXR[name] ?? [])].flatMap((each) => (Number.isFinite(weights[each]) ? [unit(weights[each]!)] : []));
    known += named.length;
    return named.length === 0 ? 0 : named.reduce((sum, each) => sum + each, 0) / named.length;
  });
  if (known === 0) return { blendshapes: null, scores: null };
  const of = (name: Blendshape): number => blendshapes[BLENDSHAPES.indexOf(name)]!;
  const both = (name: string): number => (of(`${name}Left` as Blendshape) + of(`${name}Right` as Blendshape)) / 2;
  const scores: FaceScores = {
    smile: both('mouthSmile') - both('mouthFrown'), browRaise: Math.max(of('browInnerUp'), both('browOuterUp')), browLower: both('browDown'),
    eyeOpen: both('eyeWide') - both('eyeBlink'), mouthOpen: of('jawOpen'),
  };
  return { blendshapes, scores };
}

/** A sense for the face out of a headset's own tracking, ten looks a second. Attach it like a camera: it needs the same consent. */
export function createExpressionSource(tracker: ExpressionTracker): SignalSource {
  let stop: (() => void) | null = null;
  return {
    sense: 'face',
    async start(clock, sink) {
      sink.event({ type: 'sense', at: clock.now(), sense: 'face', status: 'live', problem: null });
      const end = clock.every(EVERY, () => {
        const at = clock.now();
        const weights = tracker.read();
        const face = weights ? faceOfWeights(weights) : { blendshapes: null, scores: null };
        const present = face.scores !== null;
        sink.event({
          type: 'signal', at, signal: {
            kind: 'face', at, latency: 0, source: tracker.source, quality: present ? QUALITY : 0, present, ...face, expression: null,
            mouth: present ? 1 : 0, pose: null, place: null, neutral: 0, others: 0,
          },
        });
      });
      stop = () => {
        end();
        sink.event({ type: 'sense', at: clock.now(), sense: 'face', status: 'off', problem: null });
      };
    },
    async stop() {
      stop?.();
      stop = null;
    },
  };
}

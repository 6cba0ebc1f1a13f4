import { learntFrom } from '../../scripts/faces/face-model.ts';
import type { Evaluation } from '../../src/learn/evaluation.ts';
import type { CardData, CardOptions } from '../../src/learn/report/model-card.ts';

const FERPLUS = 'labels MIT (Microsoft); pictures collected from the web for a challenge in 2013, without a licence from those they show';
const MUXSPACE = 'Apache-2.0 for the collection; press photographs and frames of films by others';

const PURPOSE = 'Tells which of eight emotions a face appears to show to people who look at it, from landmarks, blendshapes, head pose and a small grey crop; once for the whole face, and once for brows, eyes and nose alone.';
const FAILURES = [
  'Disgust, fear and contempt are rare in the data and are often missed.',
  'A resting face with low brows or drooping mouth corners may be read as anger or sadness until its own neutral is known.',
  'A mouth that speaks or is hidden misleads the whole face\'s reading; the upper face\'s is weaker but does not mind.',
];
const INTENDED = ['an agent\'s guess of how its player appears, with its uncertainty, on the player\'s own device and with consent'];
const COMMAND = 'npm run train -- face && npm run evaluate -- face';

const testing = ({ data, n }: Evaluation): CardData => ({ name: data, licence: data.startsWith('FER') ? FERPLUS : MUXSPACE, use: 'testing', n });

/** What only people know of the expression head. */
export function faceCard(metrics: readonly Evaluation[]): Omit<CardOptions, 'metrics'> {
  return {
    name: 'Expression from a face', purpose: PURPOSE, failures: FAILURES, intended: INTENDED, command: COMMAND,
    data: [
      { name: 'FER+ Train (github.com/microsoft/FERPlus)', licence: FERPLUS, use: 'training, its fixed tenth for every choice', n: 15_386 },
      { name: 'muxspace facial_expressions', licence: MUXSPACE, use: `training of the heads that its own folds are measured with, and how much of a resting face to allow for; the head that ships learnt from ${learntFrom()}, as the held tenth preferred`, n: 1315 },
      ...metrics.filter(({ model }) => model === 'face').map(testing),
    ],
    subjects: 'People found on the web by words for emotions, public figures and actors, many of them posing, mostly adults and mostly of the web of 2013. Ten strangers labelled each picture of FER+, one student each of muxspace. Nothing says who is shown or how they felt. The last of the figures are of models/face-open, the same head taught without FER+.',
    forbidden: ['commercial use without a look at the licence of the pictures beside this card (models/face-open is taught without FER+)'],
  };
}

/** What only people know of the head without FER+. */
export function openFaceCard(metrics: Evaluation): Omit<CardOptions, 'metrics'> {
  return {
    name: 'Expression from a face, learnt without FER+', purpose: PURPOSE, failures: FAILURES, intended: INTENDED, command: COMMAND,
    data: [
      { name: 'muxspace facial_expressions', licence: MUXSPACE, use: 'training on the people of four folds of five; calibration, and how much of a resting face to allow for, on the fifth', n: 1315 },
      testing(metrics),
    ],
    subjects: 'Public figures and actors, many of them posing, labelled by one student each. Nothing says how they felt. It is weaker than models/face and there for those who cannot use weights learnt from FER+.',
  };
}

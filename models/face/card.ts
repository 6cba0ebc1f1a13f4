import type { Evaluation } from '../../src/learn/evaluation.ts';
import type { CardOptions } from '../../src/learn/report/model-card.ts';

const FERPLUS = 'labels MIT (Microsoft); pictures collected from the web for a challenge in 2013, without a licence from those they show';
const MUXSPACE = 'Apache-2.0 for the collection; press photographs and frames of films by others';

/** What only people know of the expression head. */
export function faceCard(metrics: readonly Evaluation[]): Omit<CardOptions, 'metrics'> {
  return {
    name: 'Expression from a face',
    purpose: 'Tells which of eight emotions a face appears to show to people who look at it, from landmarks, blendshapes, head pose and a small grey crop; once for the whole face, and once for brows, eyes and nose alone.',
    data: [
      { name: 'FER+ Train (github.com/microsoft/FERPlus)', licence: FERPLUS, use: 'training, its fixed tenth for every choice', n: 15_386 },
      { name: 'muxspace facial_expressions', licence: MUXSPACE, use: 'training of the heads that its own folds are measured with; the shipped head left it out, as the held tenth preferred', n: 1315 },
      ...metrics.map(({ data, n }) => ({ name: data, licence: data.startsWith('FER') ? FERPLUS : MUXSPACE, use: 'testing', n })),
    ],
    subjects: 'People found on the web by words for emotions, public figures and actors, many of them posing, mostly adults and mostly of the web of 2013. Ten strangers labelled each picture of FER+, one student each of muxspace. Nothing says who is shown or how they felt.',
    failures: [
      'Disgust, fear and contempt are rare in the data and are often missed.',
      'A resting face with low brows or drooping mouth corners may be read as anger or sadness until its own neutral is known.',
      'A mouth that speaks or is hidden misleads the whole face\'s reading; the upper face\'s is weaker but does not mind.',
    ],
    intended: ['an agent\'s guess of how its player appears, with its uncertainty, on the player\'s own device and with consent'],
    forbidden: ['commercial use without a look at the licence of the pictures beside this card (models/face-open is taught without FER+)'],
    command: 'npm run train -- face && npm run evaluate -- face',
  };
}

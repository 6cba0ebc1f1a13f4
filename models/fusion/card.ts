import type { Evaluation } from '../../src/learn/evaluation.ts';
import type { CardOptions, CardSubgroup } from '../../src/learn/report/model-card.ts';

const CREMA_D = 'Open Database License 1.0, its contents under the Database Contents License 1.0; Cao et al. 2014, https://github.com/CheyneyComputerScience/CREMA-D';

/** What only people know of the fusion net. */
export function fusionCard([votes]: readonly [Evaluation, Evaluation], subgroups: readonly CardSubgroup[]): Omit<CardOptions, 'metrics'> {
  return {
    name: 'Face and voice together',
    purpose: 'Tells which of eight emotions somebody appears to express to people who see and hear them, from what a face and a voice appear to express each alone, how well they were observed, and whether the player speaks.',
    data: [
      { name: 'votes on CREMA-D (no picture or sound)', licence: CREMA_D, use: 'training, and testing by actor', n: votes.n },
      { name: 'figures of our own heads on FER+ Valid, muxspace-faces and EmoDB: confusions and confidence, no picture or sound', licence: 'MIT, as models/face/metrics.json and models/voice/metrics.json', use: 'to make lessons of the votes', n: 3 },
    ],
    subjects: '91 actors of 20 to 74 years, 48 of them men, most of them white or African American, who spoke twelve English sentences as if they felt one of six emotions. 2,443 people voted, some on the voice, some on the face, some on both. Nobody was recorded feeling anything.',
    subgroups,
    failures: [
      'The net that ships never saw what our heads say of these clips, as their pictures and sound are not at hand. It learnt from votes through a model of the heads (models/fusion/heads.ts): their measured confusions, accuracy by confidence and calibration errors. How far that is like real use is not known.',
      'On a player who is nearer to what the heads learnt from, the net trusts them too little; half of its lessons are far from home: as on muxspace-faces, and with a voice half of whose answers are lost, which is made up.',
      'Surprise and contempt could not be voted for. The net shares out the other six, and those two keep what the weighted pool gives them; where a sense gives them more than half, the net has no answer.',
      'Emotions are as frequent in its lessons as in the votes on CREMA-D, where actors played each of the six equally often: neutral is rarer, and fear and disgust commoner, than with a player.',
      'Where only one sense says anything it is taken at its word, though our heads are too sure of themselves beyond what they learnt from: the calibration error of a face or voice alone is the one to expect there.',
      'What was measured is how near an answer comes to the votes of other people, never whether it is right about anybody\'s feelings.',
      'The form of the weighted pool and the size of the net were chosen on the actors of the first fold, so its figures are a little kind.',
      'Words and context are no part of it: they meet its answer in the weighted pool with a fixed trust.',
      'A face and a voice of different moments (one is late, or old) are only doubted by their quality; there is no data on that.',
    ],
    intended: ['an agent\'s guess of how its player appears, with its uncertainty, on the player\'s own device and with consent'],
    command: 'npm run train -- fusion && npm run evaluate -- fusion',
  };
}

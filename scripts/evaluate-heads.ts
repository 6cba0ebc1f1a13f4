/**
 * `npm run evaluate -- heads [--only face|voice|text] [--quick] [--json]`: what adapting a head to one person by 40 labels is worth on labels that were held out, and how often
 * random labels are accepted. Voices are real people's, faces and words simulated people's out of real ones.
 */
import { parseArgs } from 'node:util';
import { ADAPTED_SENSES, type AdaptedSense } from '../src/adapt/index.ts';
import { type Evaluation, evaluationLine } from '../src/learn/evaluation.ts';
import { type Compared, GIVEN, type HeadWorth, measureHeads, type PeopleMean } from './heads/measure.ts';
import { facePeople, type HeadPerson, readStrangersFaces, textPeople, voicePeople } from './heads/people.ts';

const { values: flags } = parseArgs({ options: { only: { type: 'string' }, quick: { type: 'boolean', default: false }, json: { type: 'boolean', default: false } } });
const chosen = ADAPTED_SENSES.filter((sense) => flags.only === undefined || flags.only === sense);
if (chosen.length === 0) throw new Error(`Expected --only to be one of ${ADAPTED_SENSES.join(', ')}, but got "${flags.only}".`);

/** Standard deviation by which each score of a simulated person's face is off all the time; scores are logarithms of chances. */
const HABIT = 1;
const few = flags.quick ? 8 : 1;
const SIMULATED = Math.ceil(40 / few);

const exams: Readonly<Record<AdaptedSense, { readonly about: string; readonly draws: number; readonly randomDraws: number; people(): Promise<readonly HeadPerson[]> }>> = {
  face: { about: 'simulated people: pictures of FER+ Valid that share an offset of the scores', draws: 2, randomDraws: 3, people: async () => facePeople(await readStrangersFaces(), SIMULATED, HABIT, 71) },
  voice: { about: 'the 24 actors of RAVDESS, whom the head never heard', draws: 5, randomDraws: 5, people: async () => (await voicePeople()).slice(0, Math.ceil(24 / few)) },
  text: { about: 'simulated writers: tweets of TweetEval with pet words and irony', draws: 2, randomDraws: 3, people: async () => textPeople(SIMULATED, 72) },
};

const figure = (value: number): string => value.toFixed(3);
const share = (value: number): string => `${(100 * value).toFixed(1)}%`;
const tell = ({ mean, interval: [low, high] }: PeopleMean): string => `${figure(mean)} (${figure(low)} to ${figure(high)})`;
const tellCompared = ({ before, after, difference }: Compared): string => `${tell(before)} as it is, ${tell(after)} after ${GIVEN} labels, difference ${tell(difference)}`;

const worth: Partial<Record<AdaptedSense, HeadWorth>> = {};
for (const sense of chosen) {
  const { about, draws, randomDraws, people } = exams[sense];
  const measured = measureHeads(sense, await people(), draws, randomDraws, 2026);
  worth[sense] = measured;
  const { ofEight, ofLabelled, accepted, better, worse, trials, random } = measured;
  console.log(`\n${sense}, ${about} (${measured.people} people, ${trials} times ${GIVEN} labels)`);
  console.log(`  error on held-out labels: ${tellCompared(ofEight)}`);
  console.log(`  among the labelled emotions alone: ${tellCompared(ofLabelled)}`);
  console.log(`  accepted ${share(accepted)}; of those ${share(better)} have fewer errors on what was held out, ${share(worse)} more`);
  console.log(`  random labels accepted: ${share(random.accepted)} of ${random.trials} (${random.interval.map(share).join(' to ')}); drawn evenly ${share(random.drawn)}, the person's own shuffled ${share(random.shuffled)}; bar 5%`);
}
if (flags.json) {
  const evaluation: Evaluation = {
    model: 'heads', data: chosen.map((sense) => exams[sense].about).join('; '), n: Object.values(worth).reduce((sum, { trials, random }) => sum + trials + random.trials, 0),
    split: `${GIVEN} labels of a person are learnt from and judged by cross-validation, the person's others are held out; intervals by person`, metrics: worth,
  };
  console.log(evaluationLine(evaluation));
}

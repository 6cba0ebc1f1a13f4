/**
 * `npm run evaluate -- fusion [--json]`: how near a voice alone, a face alone, their average, the weighted pool and the net come to what
 * people see who have both. On the votes of CREMA-D, and on votes as our own heads might have said them; by folds of
 * actors, each told by what was learnt from the others.
 */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { type Evaluation, evaluationLine } from '../../src/learn/evaluation.ts';
import { measureClassifier } from '../../src/learn/metrics/measure.ts';
import type { Measured } from '../../src/learn/report/page.ts';
import { writeReport } from '../../src/learn/report/write-report.ts';
import { dataFolder } from '../../scripts/data-folder.ts';
import { ROOT } from '../../scripts/run.ts';
import { fusionCard } from './card.ts';
import { foldsOf, loadFold, type Teacher } from './folds.ts';
import { scoreGroups } from './groups.ts';
import { isWhole, type Lesson, lessonsOfHeads, lessonsOfVotes } from './lessons.ts';
import { answerAll, byCondition, type Condition, judgeByVoters, scoreMethods } from './measure.ts';
import { tellFusion } from './tell-fusion.ts';
import { timeFuser } from './time-fuser.ts';
import { readVotes } from './votes.ts';

const SEED = 11;
/** How many times the heads answer each clip, with a seed that no training used. */
const TIMES = 2;
const POOR = 0.5;

const { values: flags } = parseArgs({ options: { json: { type: 'boolean', default: false } } });
const folder = dataFolder('crema-d-votes');
if (!existsSync(folder)) throw new Error(`Expected the votes of CREMA-D in ${folder}, but they are not there. Set ATTUNE_DATA to the folder that holds crema-d-votes.`);
const clips = readVotes(folder);
const foldOf = foldsOf(clips);
const folds = new Map(clips.map((clip, i) => [clip, foldOf[i]!]));
const own = examine('votes', lessonsOfVotes(clips), 'the votes as they are: what people hear and see, instead of our heads');
const heads = examine('heads', lessonsOfHeads(clips, TIMES, SEED), 'each clip twice, as our own heads might have said its votes: their measured confusions and confidence, poor quality, gaps, a speaking mouth', {
  all: () => true,
  'told by the net': (_, byNet) => byNet,
  'both well seen': (lesson) => isWhole(lesson) && Math.min(lesson.faceQuality, lesson.voiceQuality) >= POOR,
  'poor face': (lesson) => isWhole(lesson) && lesson.faceQuality < POOR && lesson.voiceQuality >= POOR,
  'poor voice': (lesson) => isWhole(lesson) && lesson.voiceQuality < POOR && lesson.faceQuality >= POOR,
  speaking: (lesson) => isWhole(lesson) && lesson.speaking,
  silent: (lesson) => isWhole(lesson) && !lesson.speaking,
  'no voice': (lesson) => lesson.voice === null && lesson.face !== null,
  'no face': (lesson) => lesson.face === null && lesson.voice !== null,
});
const subgroups = scoreGroups(folder, own.judged!, clips.map(({ actor }) => actor));
await writeReport(join(ROOT, 'models/fusion'), own.evaluation, { title: 'Face and voice together', judged: own.judged, also: [heads], card: fusionCard([own.evaluation, heads.evaluation], subgroups) });
if (flags.json) console.log(evaluationLine(own.evaluation));

function examine(teacher: Teacher, lessons: readonly Lesson[], what: string, conditions?: Readonly<Record<string, Condition>>): Measured {
  const answered = answerAll(teacher, lessons, ({ clip }) => folds.get(clip)!);
  const judged = judgeByVoters(answered, 'learned');
  const whole = lessons.filter(isWhole);
  const told = conditions && byCondition(answered, conditions);
  const evaluation: Evaluation = {
    model: 'fusion', data: teacher === 'votes' ? 'CREMA-D votes' : 'CREMA-D votes, through our heads', n: lessons.length,
    split: `five folds by actor; ${what}; the truth of accuracy, confusion and calibration is one voter of each clip, drawn by lot`,
    metrics: {
      ...measureClassifier(judged, { seed: SEED, groups: lessons.map(({ clip }) => clip.actor) }),
      ...scoreMethods(answered),
      shares: { both: whole.length / lessons.length, byNet: answered.answers.filter(({ byNet }) => byNet).length / lessons.length },
      ...(told && { divergenceByCondition: told.divergence, calibrationByCondition: told.calibration }),
    },
    milliseconds: timeFuser(loadFold(teacher, 0).fuser, whole),
  };
  tellFusion(evaluation);
  return { evaluation, judged };
}

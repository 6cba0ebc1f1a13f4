/**
 * `npm run train -- fusion`: learns from the votes of CREMA-D how far face and voice are to be trusted, and how they go together.
 *
 * Twice without each fold of actors, for the evaluation: from the votes as they are, and from the votes as our own heads might have
 * said them. Then from all actors, as our heads might: what ships, models/fusion/net.json and src/core/affect/trust.ts.
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { formatNet } from '../../src/browser/nets/net-file.ts';
import { startTensorflow } from '../../src/learn/tensorflow.ts';
import { dataFolder } from '../../scripts/data-folder.ts';
import { ROOT } from '../../scripts/run.ts';
import { fitTrust } from './fit-trust.ts';
import { FOLDS, foldsOf, keepFold, type Teacher, TEACHERS } from './folds.ts';
import { formatTrust } from './format-trust.ts';
import { type Lesson, lessonsOfHeads, lessonsOfVotes } from './lessons.ts';
import { makeNet, type NetOptions } from './make-net.ts';
import { type Clip, readVotes } from './votes.ts';

const SEED = 20261128;
const MEMBERS = 2;
/** How many times the heads answer each clip, always otherwise. */
const TIMES = 12;
const EPOCHS: Readonly<Record<Teacher, number>> = { votes: 30, heads: 10 };

await startTensorflow();
const clips = readVotes(dataFolder('crema-d-votes'));
const folds = foldsOf(clips);
for (const teacher of TEACHERS) {
  for (let fold = 0; fold < FOLDS; fold += 1) {
    const lessons = lessonsOf(teacher, clips.filter((_, clip) => folds[clip] !== fold), fold);
    keepFold(teacher, fold, await makeNet(lessons, optionsOf(teacher, fold, `Learnt from ${teacher}, fold ${fold + 1} of ${FOLDS}`)), fitTrust(lessons));
  }
}
const lessons = lessonsOf('heads', clips, FOLDS);
const net = await makeNet(lessons, optionsOf('heads', FOLDS, 'All actors'));
console.log(`models/fusion/net.json: ${JSON.stringify(net.settings)}`);
writeFileSync(join(ROOT, 'models/fusion/net.json'), formatNet(net));
const trust = formatTrust(fitTrust(lessons));
console.log(trust);
writeFileSync(join(ROOT, 'src/core/affect/trust.ts'), trust);

function lessonsOf(teacher: Teacher, known: readonly Clip[], fold: number): Lesson[] {
  return teacher === 'votes' ? lessonsOfVotes(known) : lessonsOfHeads(known, TIMES, SEED + fold);
}

function optionsOf(teacher: Teacher, fold: number, title: string): NetOptions {
  return { seed: SEED + 10 * fold, epochs: EPOCHS[teacher], members: MEMBERS, title };
}

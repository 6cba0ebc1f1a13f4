import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { createFusionNet } from '../../src/browser/fusion/fusion-net.ts';
import { formatNet, type Net, parseNet } from '../../src/browser/nets/net-file.ts';
import { type EmotionFuser, type FusionTrust } from '../../src/index.ts';
import { groupFolds } from '../../src/learn/splits.ts';
import { ROOT } from '../../scripts/run.ts';
import type { Clip } from './votes.ts';

/** What is learnt from: the votes as they are, or as our heads might say them. */
export const TEACHERS = ['votes', 'heads'] as const;
export type Teacher = (typeof TEACHERS)[number];

export const FOLDS = 5;

/** What was learnt from all actors but those of a fold. */
export interface Learnt {
  readonly trust: FusionTrust;
  readonly fuser: EmotionFuser;
}

/** The fold of each clip; all clips of an actor are in one. */
export function foldsOf(clips: readonly Clip[]): Int32Array {
  return groupFolds(clips.map(({ actor }) => actor), FOLDS);
}

function fileOf(teacher: Teacher, fold: number, what: 'net' | 'trust'): string {
  return join(ROOT, 'build/learn/fusion', `${teacher}-${fold}-${what}.json`);
}

/** Leaves what was learnt without a fold to the evaluation. */
export function keepFold(teacher: Teacher, fold: number, net: Net, trust: FusionTrust): void {
  const path = fileOf(teacher, fold, 'net');
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, formatNet(net));
  writeFileSync(fileOf(teacher, fold, 'trust'), JSON.stringify(trust));
}

/** @throws {Error} until "npm run train -- fusion" has made it */
export function loadFold(teacher: Teacher, fold: number): Learnt {
  const [net, trust] = [fileOf(teacher, fold, 'net'), fileOf(teacher, fold, 'trust')];
  if (!existsSync(net) || !existsSync(trust)) throw new Error(`Expected ${net}, a net that has not learnt from the actors of fold ${fold + 1}, but there is none. Run "npm run train -- fusion" first.`);
  return { fuser: createFusionNet(parseNet(readFileSync(net, 'utf8'), 'fusion')), trust: JSON.parse(readFileSync(trust, 'utf8')) as FusionTrust };
}

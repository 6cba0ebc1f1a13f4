/**
 * `npm run train -- boundaries`: learns to hear what asks for a boundary, in English and Chinese, from lines by blind authors and from ordinary lines. Slopes and
 * thresholds are chosen on folds that were held out, and on the dev half of the set.
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { formatNet, type Net } from '../../src/browser/nets/net-file.ts';
import type { BoundarySettings } from '../../src/browser/text/boundaries/boundary-head.ts';
import { BOUNDARIES } from '../../src/index.ts';
import { ROOT } from '../../scripts/run.ts';
import type { Counted } from './card.ts';
import { chooseScales } from './choose-scales.ts';
import { crossValidate } from './cross-validate.ts';
import { type Lesson, readLessons, readOrdinary, type Source } from './lessons.ts';
import { boundaryNet, scoreLines, teach } from './teach.ts';

/** Some comments do ask for a boundary, or are hateful or lewd: as large a share of the most suspicious ones is left out. */
const SUSPICIOUS = 0.01;

const lessons = await readLessons();
const ordinary = await withoutSuspicious();
console.log(`${lessons.length} lines, ${ordinary.length} ordinary ones`);
const scales = chooseScales(crossValidate(lessons, ordinary));
const { settings, tensors } = boundaryNet(teach([...lessons, ...ordinary]));
const linesOf = (from: Source): number => lessons.filter(({ source }) => source === from).length;
const counted: Counted = { lines: linesOf('authors'), patterns: linesOf('patterns'), dev: linesOf('dev'), ordinary: ordinary.length };
const net: Net = { model: 'boundaries', settings: { ...settings, scales, counted } satisfies BoundarySettings & { counted: Counted }, tensors };
const file = formatNet(net);
writeFileSync(join(ROOT, 'models/boundaries/net.json'), file);
console.log(`${settings.grams.known} grams, ${Math.round(file.length / 1000)} kB`);

/** All but those in which machines that had not seen them hear a boundary: of comments the surest few, of what is perhaps harmless what seems to be a minor's, or to ask for treatment. */
async function withoutSuspicious(): Promise<Lesson[]> {
  const lines = await readOrdinary();
  const scores = scoreLines(teach(lessons), lines).map(({ grams }) => grams);
  const most = (i: number): number => Math.max(...scores[i]!);
  const surest = lines.flatMap(({ source }, i) => (source === 'comments' ? [most(i)] : [])).toSorted((a, b) => b - a);
  const limit = surest[Math.floor(SUSPICIOUS * surest.length)]!;
  const gentle = [BOUNDARIES.indexOf('minor'), BOUNDARIES.indexOf('therapist')];
  return lines.filter(({ source }, i) => source === 'ordinary' || (source === 'comments' ? most(i) <= limit : gentle.every((c) => scores[i]![c]! <= 0)));
}

/**
 * `npm run train -- face|voice|text --data FOLDER [--json]`: learns from a folder (or its zip) that the Collect page saved, what is to be added to what the head says. What ships is not touched: the correction
 * and its figures go to build/learn/collected/, and `readCorrection` of attune/adapt reads it.
 */
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { strFromU8, unzipSync } from 'fflate';
import { ADAPTED_SENSES, keepCorrection } from '../src/adapt/index.ts';
import type { Agreement, DataSetFiles } from '../src/collect/index.ts';
import { learnFolder } from './collected/learn-folder.ts';
import { ROOT } from './run.ts';

const { values: flags, positionals } = parseArgs({ allowPositionals: true, options: { data: { type: 'string' }, json: { type: 'boolean', default: false } } });
const sense = ADAPTED_SENSES.find((each) => each === positionals[0]);
if (!sense || flags.data === undefined) throw new Error(`Expected "${ADAPTED_SENSES.join('", "')}" and --data FOLDER, but got "${process.argv.slice(2).join(' ')}".`);
const learnt = learnFolder(sense, readFolder(resolve(flags.data)));
const { episodes, people, left, outliers, category, intensity, heldOut, verdict } = learnt;

const tellAgreement = ({ alpha, interval, units }: Agreement): string => (alpha === null || !interval ? 'unknown' : `${alpha.toFixed(3)} (${interval.map((bound) => bound.toFixed(3)).join(' to ')}) on ${units} episodes`);
console.log(`${episodes} episodes of ${sense}, people: ${people}; left out: ${Object.entries(left).map(([fault, count]) => `${count} ${fault}`).join(', ') || 'none'}`);
for (const { id, traits } of outliers) console.log(`  unusual, and kept: ${id} (${traits.map(({ trait, by }) => `${trait} ${by.toFixed(1)}`).join(', ')})`);
console.log(`agreement of raters: category ${tellAgreement(category)}, intensity ${tellAgreement(intensity)}`);
console.log(`${verdict.labels} labels of ${verdict.emotions.join(', ') || 'no emotion often enough'}; ${heldOut === 'people' ? 'whole people were held out' : 'episodes were held out, as there are too few people: it says nothing of others'}`);
if (verdict.error) console.log(`error on what was held out: ${verdict.error.before.toFixed(3)} as it is, ${verdict.error.after.toFixed(3)} corrected; as much by chance: ${verdict.chance.toFixed(3)}`);

const folder = join(ROOT, 'build/learn/collected', sense);
const file = join(folder, 'correction.json');
mkdirSync(folder, { recursive: true });
writeFileSync(join(folder, 'metrics.json'), `${JSON.stringify({ ...learnt, verdict: { ...verdict, correction: undefined } }, null, 2)}\n`);
// A correction of an earlier folder must not pass for one of this.
rmSync(file, { force: true });
if (verdict.correction) writeFileSync(file, `${JSON.stringify(keepCorrection(verdict.correction))}\n`);
console.log(verdict.correction ? `accepted: ${file}` : `not accepted (${verdict.reason}): nothing is corrected`);
if (flags.json) console.log(JSON.stringify({ ...learnt, verdict: { ...verdict, correction: undefined } }));

function readFolder(at: string): DataSetFiles {
  if (!existsSync(at)) throw new Error(`Expected a folder that the Collect page saved, or its zip, in ${at}, but there is none.`);
  if (!statSync(at).isDirectory()) return Object.fromEntries(Object.entries(unzipSync(readFileSync(at))).map(([name, content]) => [name.replace(/^.*\//, ''), strFromU8(content)]));
  return Object.fromEntries(readdirSync(at).filter((name) => /\.jsonl?$/.test(name)).map((name) => [name, readFileSync(join(at, name), 'utf8')]));
}

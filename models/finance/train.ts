/**
 * `npm run train -- finance [--lists]`: learns what financial news means for an investor, in English and Chinese, from lines that were written for it and from sentences
 * that are made by rules. Shares and temperatures were chosen on lists of lines that were held out, and on the dev half of the set.
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { formatNet } from '../../src/browser/nets/net-file.ts';
import type { FullSettings } from '../../src/monitor/finance/create-full-finance-reader.ts';
import type { FinanceSettings } from '../../src/monitor/finance/finance-head.ts';
import { embedTexts } from '../../scripts/texts/embeddings.ts';
import { ROOT } from '../../scripts/run.ts';
import { readLessons, readTone } from './lessons.ts';
import { tellLists } from './held-lists.ts';
import { MADE } from './make-lines.ts';
import { LIGHT, lightNet, teachLight } from './teach-light.ts';
import { FULL, teachFull } from './teach-full.ts';

/** Of the sentences that are made by rules, every third is encoded: they differ little from each other. */
const ENCODED = 3;

const { values: flags } = parseArgs({ options: { lists: { type: 'boolean', default: false } } });
const lessons = readLessons();
if (flags.lists) tellLists(lessons);
const written = lessons.filter(({ list }) => list !== MADE).length;
console.log(`${written} lines, ${lessons.length - written} sentences made by rules`);
const { settings, tensors } = lightNet(teachLight(lessons, LIGHT));
const english = lessons.filter(({ language, list }, i) => language === 'en' && (list !== MADE || i % ENCODED === 0));
const full = await teachFull(english, await embedTexts(english.map(({ text }) => text), 'embeddings of the lines'));
const tone = [...readTone()].sort(([a], [b]) => a - b);
const all: FinanceSettings & { readonly full: FullSettings; readonly taught: { readonly written: number; readonly made: number } } = { ...settings, tone: tone.length, full: FULL, taught: { written, made: lessons.length - written } };
writeFileSync(join(ROOT, 'models/finance/net.json'), formatNet({
  model: 'finance',
  settings: { ...all },
  tensors: {
    ...tensors, ...full,
    'tone/words': { shape: [tone.length], values: Float32Array.from(tone, ([word]) => word), as: 'whole' },
    'tone/ratings': { shape: [tone.length, 1], values: Float32Array.from(tone, ([, rating]) => rating), as: 'byte' },
  },
}));
console.log(`${settings.traits.length} traits, ${settings.grams.known} grams, ${tone.length} words of general tone`);

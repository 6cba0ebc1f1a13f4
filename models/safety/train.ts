/**
 * `npm run train -- safety [--ablation]`: learns to hear danger in words, in English and Chinese, from lines by blind authors and from ordinary lines. What is
 * chosen is chosen on authors that were held out, and on the dev half of the set. With `--ablation` it also shows what each part is worth.
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { formatNet, type Net } from '../../src/browser/nets/net-file.ts';
import { DANGER_COLUMNS, type DangerScale, type DangerSettings, MEMBERS } from '../../src/browser/text/danger/danger-head.ts';
import { type Language, LANGUAGES } from '../../src/index.ts';
import { ROOT } from '../../scripts/run.ts';
import { tellAblation } from './ablation.ts';
import type { Taught } from './card.ts';
import { fitFull, fitSlopes, probabilityOf, smoothThresholdFor, thresholdFor } from './calibrate.ts';
import { crossValidate, type Validated } from './cross-validate.ts';
import { DEV, type Lesson, ORDINARY_KIND, readLessons, toLessons } from './lessons.ts';
import { CALMING, DAILY, ordinaryToLearn } from './ordinary-lines.ts';
import { BY_ENGLISH, BY_GRAMS, dangerTensor, scoreDanger, teachDanger } from './teach-danger.ts';
import { kindTensors, teachKinds } from './teach-kinds.ts';
import { type MeaningTensors, teachMeaning } from './teach-meaning.ts';

/** Some of what people wrote on ordinary days is real danger: as many of the most suspicious lines are left out. */
const SUSPICIOUS = 0.005;
/** The bar of false alarms; and of harmless lines like crises as many may be asked about, since to ask costs little. */
const [ALARMS, QUESTIONS] = [0.02, 0.05] as const;
/** Of talk that was written to be mistaken for danger, and is held out with all that is like it, as many may alarm. */
const MISTAKEN = 0.05;
/** Of ordinary lines no more may alarm, or be asked about. */
const [ORDINARY_ALARMS, ORDINARY_QUESTIONS] = [0.0125, 0.02] as const;
/** And so of daily talk, which holds no danger though it names its things. */
const [DAILY_ALARMS, DAILY_QUESTIONS] = [0.03, 0.04] as const;

const { values: flags } = parseArgs({ options: { ablation: { type: 'boolean', default: false } } });
const lessons = await readLessons();
const ordinary = await readOrdinary();
console.log(`${lessons.length} lines of ${new Set(lessons.map(({ author }) => author)).size} authors, ${ordinary.length} ordinary ones`);
const all = [...lessons, ...ordinary];
if (flags.ablation) await tellAblation(lessons, ordinary);

const validated = await crossValidate(lessons, ordinary, BY_GRAMS, true);
const scales = { light: scalesOf('light'), full: scalesOf('full') };
const taught: Taught = { lines: lessons.filter(({ author }) => author !== DEV).length, authors: new Set(lessons.map(({ author }) => author)).size - 1, ordinary: ordinary.length };
const learnt = teachDanger(all, BY_GRAMS);
const english = teachDanger(all, BY_ENGLISH);
const traits = [...learnt.traits.keys()];
const kinds = teachKinds(all, traits);
const { settings, tensors } = kindTensors(kinds);
const columns = DANGER_COLUMNS.length;
const traitWeights = new Float32Array(traits.length * columns);
traits.forEach((key, row) => {
  traitWeights[row * columns] = learnt.traits.get(key)!;
  traitWeights.set(kinds.traits.subarray(row * (columns - 1), (row + 1) * (columns - 1)), row * columns + 1);
});
const net: Net = {
  model: 'safety',
  settings: { kinds: settings, traits: traits.length, scales, taught } satisfies DangerSettings & { taught: Taught },
  tensors: {
    'danger/buckets': dangerTensor(learnt), 'english/buckets': dangerTensor(english), 'english/bias': { shape: [1], values: Float32Array.of(english.bias) }, ...tensors,
    'traits/keys': { shape: [traits.length], values: Float32Array.from(traits), as: 'whole' },
    'traits/weights': { shape: [traits.length, columns], values: traitWeights, as: 'byte' },
    bias: { shape: [columns], values: Float32Array.of(learnt.bias, ...kinds.bias) },
    ...(await teachMembers()),
  },
};
writeFileSync(join(ROOT, 'models/safety/net.json'), formatNet(net));
console.log(JSON.stringify(net.settings, null, 1));

async function teachMembers(): Promise<MeaningTensors> {
  const members: Record<string, MeaningTensors[string]> = {};
  for (let member = 0; member < MEMBERS; member += 1) Object.assign(members, await teachMeaning(all, member, `meaning, net ${member + 1} of ${MEMBERS}`));
  return members;
}

/** Daily talk, and other ordinary lines without those that machines, which had not seen them, find most suspicious. */
async function readOrdinary(): Promise<Lesson[]> {
  const lines = await toLessons(ordinaryToLearn().flatMap(({ name, language, texts }) => texts.map((text) => ({ text, language, author: name, label: 'harmless' as const, kind: ORDINARY_KIND }))));
  const scores = scoreDanger(teachDanger(lessons, BY_GRAMS), lines);
  const limit = thresholdFor([...scores], SUSPICIOUS);
  return lines.filter(({ author }, i) => author === DAILY || scores[i]! < limit);
}

/** By language: how scores become a probability, and which of it alarms. */
function scalesOf(size: 'light' | 'full'): Readonly<Record<Language, DangerScale>> {
  return Object.fromEntries(LANGUAGES.map((language) => [language, scaleOf(language, size)])) as Record<Language, DangerScale>;
}

/**
 * Thresholds keep to the bar of false alarms on the dev half, and to what may alarm of harmless talk of strong feelings by authors who wrote nothing else, and on
 * ordinary days. Neither Personas' lines, which tell of despair because people were asked for it, nor requests to be calmed count as ordinary here.
 */
function scaleOf(language: Language, size: 'light' | 'full'): DangerScale {
  const own = validated.filter(({ lesson }) => lesson.language === language && lesson.kind !== ORDINARY_KIND);
  const slopes = size === 'full' ? fitFull(own) : fitSlopes(own, ['grams']);
  const of = (is: (each: Validated) => boolean): number[] => validated.filter((each) => each.lesson.language === language && is(each)).map((each) => probabilityOf(each, slopes));
  const ordinaryOnes = of(({ lesson }) => lesson.kind === ORDINARY_KIND && !['EmpatheticPersonas', CALMING, DAILY].includes(lesson.author));
  const daily = of(({ lesson }) => lesson.author === DAILY);
  const dangerous = new Set(own.flatMap(({ lesson, danger }) => (danger ? [lesson.author] : [])));
  const moved = of(({ lesson }) => lesson.kind !== ORDINARY_KIND && !dangerous.has(lesson.author));
  const harmless = of(({ lesson, danger }) => !danger && lesson.author === DEV);
  const crises = of(({ lesson, danger }) => danger && lesson.author === DEV);
  const alarm = Math.max(smoothThresholdFor(harmless, ALARMS), thresholdFor(moved, MISTAKEN), thresholdFor(ordinaryOnes, ORDINARY_ALARMS), thresholdFor(daily, DAILY_ALARMS));
  const ask = Math.min(alarm, Math.max(smoothThresholdFor(harmless, QUESTIONS), thresholdFor(ordinaryOnes, ORDINARY_QUESTIONS), thresholdFor(daily, DAILY_QUESTIONS)));
  const above = (probabilities: readonly number[], threshold: number): string => percent(probabilities.filter((each) => each >= threshold).length / probabilities.length);
  console.log(`${language}, ${size}: alarmed by ${above(harmless, alarm)} of dev's harmless lines, ${above(moved, alarm)} of harmless talk of feelings ${above(ordinaryOnes, alarm)} of ordinary lines and ${above(daily, alarm)} of daily talk, hears ${above(crises, alarm)} of dev's crises; heard or asked about: ${above(crises, ask)} of these, ${above(harmless, ask)} of the harmless, ${above(ordinaryOnes, ask)} of the ordinary, ${above(daily, ask)} of daily talk`);
  return { ...slopes, alarm, ask };
}

function percent(share: number): string {
  return `${(100 * share).toFixed(1)}%`;
}

/**
 * `npm run train -- voice [--rivals]`: fits the voice head on EmoDB and made-up recording sessions of it. First one net for each
 * speaker that has not heard them, by which all is calibrated and measured; then the one that ships, by all speakers. With --rivals: the other kinds of net, whose figures the evaluation shows
 * beside it; nothing else.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { formatNet, type Net } from '../../src/browser/nets/net-file.ts';
import type { Comparison } from '../../src/learn/evaluation.ts';
import { startTensorflow } from '../../src/learn/tensorflow.ts';
import { dataFolder } from '../../scripts/data-folder.ts';
import { readLabelledVoices } from '../../scripts/voices/labelled-voices.ts';
import { ROOT } from '../../scripts/run.ts';
import { RIVALS_FILE } from './bench.ts';
import { calibrate, type Said } from './calibrate.ts';
import { foldFile } from './folds.ts';
import { learnFrom, type Lessons, SESSIONS } from './lessons.ts';
import { makeNet } from './make-net.ts';
import { measureRival } from './rivals.ts';
import { sayAll } from './say.ts';
import { gatherExamples, kindsOf, teachStrangers } from './teach-strangers.ts';
import { convolutional, recurrent } from './sequence-nets.ts';

/** Nets in the ensemble that ships, and in those that stand for it in the folds. */
const MEMBERS = 4;
const SEED = 20261128;
/** Each kind of stranger is kept from one in so many of the folds, to see what becomes of kinds that nobody thought of. */
const KINDS_APART = 5;

const { values: flags } = parseArgs({ options: { rivals: { type: 'boolean', default: false } } });
await startTensorflow();
// One session more than is learnt from: nets are calibrated on recordings as they are and on others that no net has heard.
const corpus = readLabelledVoices(dataFolder('emodb'));
const heard = await learnFrom(corpus, SESSIONS + 1);
const lessons: Lessons = { ...heard, sessions: heard.sessions.slice(0, SESSIONS), summaries: heard.summaries.slice(0, SESSIONS) };
if (flags.rivals) await teachRivals();
else await teachHead();

async function teachHead(): Promise<void> {
  const all = [...lessons.speakers.keys()];
  const speakers = [...new Set(lessons.speakers)];
  const examples = await gatherExamples(corpus, lessons);
  const kinds = kindsOf(examples);
  const made: { speaker: string; net: Net; said: Said[] }[] = [];
  for (const [index, speaker] of speakers.entries()) {
    const known = all.filter((clip) => lessons.speakers[clip] !== speaker);
    const untaught = kinds.filter((_, kind) => kind % KINDS_APART === index % KINDS_APART);
    const stranger = await teachStrangers(examples.filter(({ kind, speakers: own }) => !own.includes(speaker) && !untaught.includes(kind ?? '')), SEED + index);
    const bare = await makeNet(lessons, known, stranger, MEMBERS, SEED + 100 * index, `Without speaker ${index + 1} of ${speakers.length}`);
    const net = { ...bare, settings: { ...bare.settings, untaught } };
    made.push({ speaker, net, said: sayAll(net, heard, all.filter((clip) => lessons.speakers[clip] === speaker), [0, SESSIONS]) });
  }
  // Each speaker's net is calibrated by the others' words, so that its calibration may be measured on its own.
  for (const { speaker, net } of made) keep(foldFile(speaker), { ...net, settings: { ...net.settings, ...calibrate(made.filter((each) => each.speaker !== speaker).flatMap(({ said }) => said)) } });

  const whole = await makeNet(lessons, all, await teachStrangers(examples, SEED - 1), MEMBERS, SEED - 100, 'All speakers');
  keep(join(ROOT, 'models/voice/net.json'), { ...whole, settings: { ...whole.settings, ...calibrate(made.flatMap(({ said }) => said)) } });
}

async function teachRivals(): Promise<void> {
  const figures: Record<string, Comparison> = {};
  for (const net of [convolutional, recurrent]) {
    figures[net.name] = await measureRival(net, lessons);
    console.log(`${net.name}: ${JSON.stringify(figures[net.name])}`);
    writeFileSync(RIVALS_FILE, JSON.stringify(figures));
  }
}

function keep(path: string, net: Net): void {
  console.log(`${path}: ${JSON.stringify(net.settings)}`);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, formatNet(net));
}

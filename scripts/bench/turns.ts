import { loadavg } from 'node:os';
import { createResampler } from '../../src/browser/voice/resampler.ts';
import { RATE } from '../../src/browser/voice/voice-frame.ts';
import { createRandom } from '../../src/learn/random.ts';
import { writeWave } from '../../tests/e2e/fake-microphone.ts';
import { createAgentVoice } from '../hearing/agent-voice.ts';
import { makeNoise } from '../hearing/noises.ts';
import { describe } from '../statistics.ts';
import { withBenchPages } from './page-bench.ts';

/** Of about one, two and four seconds. */
const SENTENCES = [
  'I am so tired.', 'My sister is ill and I am worried.', 'I had a fight with my best friend, and now I do not know how to say that I am sorry.',
  'I won again.', 'My new neighbours are really noisy.', 'I have an exam on Monday morning, and I could not sleep at all because of it last night.',
  'I feel lonely.', 'Nobody came to my birthday party.', 'My grandmother moved into our house last week, and she tells me stories in the evening.',
];
const LENGTHS = [1, 2, 4];
const TURNS = 50;
/** Enough for the words, a reply's beginning, and the page's own waiting. */
const PAUSE = 5;
const DEVICE_RATE = 48_000;

interface Turn {
  readonly length: number;
  readonly reaction: number | null;
  readonly final: number | null;
  readonly sound: number | null;
}

/** How long the player waits for the agent: with a fake microphone, no language model and everything loaded. */
export async function benchTurns(): Promise<void> {
  await withBenchPages({ assets: true, writeSound, patience: 900 }, async (figuresOf) => {
    const before = loadavg()[0]!;
    const { turns, typed, latency, dropped } = (await figuresOf(`turns.html?turns=${TURNS}`)) as unknown as { turns: Turn[]; typed: (number | null)[]; latency: number; dropped: number };
    console.log(`${turns.length} spoken turns in Chromium, no language model, warm; load of the machine ${before.toFixed(1)} to ${loadavg()[0]!.toFixed(1)} on its cores; output latency ${(1000 * latency).toFixed(0)} ms is counted, ${dropped} frames of sound were lost`);
    tell('end of speech to the first non-verbal reaction (bar: 300 ms)', turns.map(({ reaction }) => reaction));
    tell('end of speech to the final transcript', turns.map(({ final }) => final));
    for (const length of LENGTHS) {
      const own = turns.filter((turn) => LENGTHS.toSorted((a, b) => Math.abs(turn.length - a) - Math.abs(turn.length - b))[0] === length);
      tell(`  utterances of about ${length} s`, own.map(({ final }) => final));
    }
    tell('final transcript to the first sound of the reply (bar: 800 ms)', turns.map(({ final, sound }) => (final === null || sound === null ? null : sound - final)));
    tell('end of speech to the first sound of the reply', turns.map(({ sound }) => sound));
    tell('typed text to the first sound of the reply', typed);
    console.log('  fillers: none are made; a hum or a nod is no reply, and was not counted as one');
  });
}

function tell(what: string, seconds: readonly (number | null)[]): void {
  const known = seconds.filter((each) => each !== null);
  const { p50, p95 } = describe(known);
  console.log(`  ${what}: median ${(1000 * p50).toFixed(0)} ms, 95th percentile ${(1000 * p95).toFixed(0)} ms, of ${known.length}${known.length < seconds.length ? `; ${seconds.length - known.length} had none` : ''}`);
}

async function writeSound(path: string): Promise<void> {
  const voice = await createAgentVoice();
  const random = createRandom(1);
  const parts: Float32Array[] = [];
  for (const text of SENTENCES) {
    const sentence = await voice.say(text, 'slt', { valence: 0, arousal: 0 });
    const part = makeNoise('white', sentence.length / RATE + PAUSE, -75, random);
    for (let i = 0; i < sentence.length; i += 1) part[i]! += sentence[i]!;
    parts.push(part);
  }
  const resampler = createResampler(RATE, DEVICE_RATE);
  const film = new Float32Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    film.set(part, at);
    at += part.length;
  }
  const output = new Float32Array(resampler.capacity(film.length));
  writeWave(path, output.slice(0, resampler.push(film, output)), DEVICE_RATE);
}

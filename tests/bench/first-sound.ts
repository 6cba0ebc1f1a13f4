import { createAudioHub, createBrowserClock, createFliteSpeech } from 'attune/browser';
import { watchSound } from './sound-watch.ts';
import './long-tasks.ts';

/** How long a voice that is warm takes from a text of 15 words to the first sound, and to what the agent is told of it. */

const ROUNDS = Number(new URL(location.href).searchParams.get('rounds') ?? 20);
const TEXTS = [
  'It was a long day for you, and I would like to hear about it.',
  'Perhaps a short walk outside this evening would do both of us a little good.',
  'My grandmother kept seven yellow chickens behind her house, and each one had a name.',
];

const audio = createAudioHub();
const speech = createFliteSpeech({ audio, assets: './attune/' });
const clock = createBrowserClock();
const context = await audio.open();
await speech.prepare();
const watch = watchSound(audio.output!, 0.003, 0.3);

/** Audio clock less the page's: the largest that was seen is the true one, since the audio clock is only ever read late. */
let gap = -Infinity;
setInterval(() => {
  gap = Math.max(gap, context.currentTime - performance.now() / 1000);
}, 5);

interface Round {
  /** Seconds until the sound is computed, and until it leaves the loudspeaker as the agent is told. */
  readonly sound: number;
  readonly told: number;
}

const rounds: Round[] = [];
for (let i = 0; i <= ROUNDS; i += 1) {
  await new Promise((resolve) => setTimeout(resolve, 500));
  const asked = performance.now() / 1000;
  const askedAt = clock.now();
  let told = NaN;
  const id = String(i);
  const done = speech.speak({ id, text: TEXTS[i % TEXTS.length]!, language: 'en', tone: { valence: -0.3, arousal: -0.2 } }, clock, { started: (at) => (told = at - askedAt) });
  const burstAfter = () => watch.bursts.find(({ from }) => from > asked + gap);
  for (let waited = 0; waited < 300 && (burstAfter() === undefined || Number.isNaN(told)); waited += 1) await new Promise((resolve) => setTimeout(resolve, 10));
  const burst = burstAfter();
  speech.cancel(id);
  await done;
  // The first one compiles what has not been used yet.
  if (burst && i > 0) rounds.push({ sound: burst.from - asked - gap, told });
}
window.figures = { longTasks: [], rounds, latency: context.outputLatency };
watch.stop();
await speech.dispose();
await audio.close();
